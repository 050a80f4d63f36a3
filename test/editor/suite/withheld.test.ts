import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeOf, openArticle, problems, replace, until } from './editor';

/** The marker that the tests damage. */
const MARKER = 'F-N-E-N-D.';
/** A fault after it on the same line. It moves with each edit of the marker, which shows that a new result has come. */
const FAULT = '2024-02-30';

describe('a problem on the marker that is being typed', function () {
  // A slow machine may need more than a second for a result; then nothing is held back any more.
  this.retries(3);
  let editor: vscode.TextEditor;
  // In a browser VS Code saves after a second, and the next test would open the file that this one has damaged.
  beforeEach(async () => {
    editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', FAULT);
    await problems(editor.document, ['invalid-date']);
    placeCursor(editor.document.getText().indexOf(MARKER) + MARKER.length);
    await vscode.commands.executeCommand('deleteLeft');
  });
  afterEach(closeAll);

  it('appears when the cursor leaves the marker', async () => {
    assert.deepEqual(await nextResult(), ['invalid-date']);
    placeCursor(0);
    await problems(editor.document, ['misspelled-marker', 'invalid-date']);
  });

  it('appears when typing pauses', async () => {
    assert.deepEqual(await nextResult(), ['invalid-date']);
    await problems(editor.document, ['misspelled-marker', 'invalid-date']);
  });

  it('never appears when the marker is finished', async () => {
    assert.deepEqual(await nextResult(), ['invalid-date']);
    await vscode.commands.executeCommand('type', { text: '.' });
    assert.deepEqual(await nextResult(), ['invalid-date']);
  });

  function placeCursor(offset: number): void {
    const position = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(position, position);
  }

  /** The codes that are shown together with the result for the present text. */
  function nextResult(): Promise<(string | number | undefined)[]> {
    const { document } = editor;
    return until(vscode.languages.onDidChangeDiagnostics, () => {
      const shown = vscode.languages.getDiagnostics(document.uri);
      return shown.some(({ range }) => document.getText(range) === FAULT) && shown.map(codeOf);
    });
  }
});
