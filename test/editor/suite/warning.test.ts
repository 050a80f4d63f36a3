import { assert } from 'chai';
import * as vscode from 'vscode';
import { Warning } from '../../../client/src/notices/warning';
import { replaced } from './replaced';

describe('a warning', () => {
  it('is not shown again after its button was pressed, in any workspace', async () => {
    const kept = new Map<string, unknown>();
    const state: vscode.Memento = {
      keys: () => [...kept.keys()],
      get: (key: string, other?: unknown) => kept.get(key) ?? other,
      update: async (key, value) => void kept.set(key, value),
    };
    const shown: string[] = [];
    let answer: string | undefined;
    const restore = replaced(vscode.window, 'showWarningMessage', async (message: string, ...buttons: string[]) => {
      shown.push(message);
      return answer && buttons.find((button) => button === answer);
    });
    const warning = new Warning(state, 'one');
    await warning.show('First.');
    answer = 'Do Not Show Again';
    await warning.show('Second.');
    await warning.show('Third.');
    await new Warning(state, 'one').show('Fourth.');
    await new Warning(state, 'other').show('Fifth.');
    restore();
    assert.deepEqual(shown, ['First.', 'Second.', 'Fifth.']);
  });
});
