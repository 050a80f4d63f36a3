import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, replace, until } from './editor';

const MARKER = 'T-I-T-L-E-S-T-A-R-T.';

describe('completion', () => {
  let editor: vscode.TextEditor;
  let original: string;

  before(async () => {
    // The server must be running: typing asks only running servers.
    const { document } = await openArticle('every-problem.txt');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).length > 0,
    );
    await closeAll();
  });
  beforeEach(async () => {
    editor = await openArticle('seed.txt');
    original = editor.document.getText();
    // Typing opens suggestions only in the focused editor.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
  afterEach(closeAll);

  it('closes the field that was just opened', async () => {
    await replace(editor, /T-I-T-L-E-S-T.*T-I-T-L-E-E-N-D\./.exec(original)?.[0] as string, MARKER.slice(0, -1));
    placeCursorBehind(MARKER.slice(0, -1));
    await type('.');
    await accept();
    await type('Truce');
    assert.equal(text(), original.replace(/(?<=T-I-T-L-E-S-T-A-R-T\. ).*(?= T-I-T-L-E-E-N-D)/, 'Truce'));
  });

  it('finds a marker by its first characters', async () => {
    await replace(editor, '  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D. ', ' ');
    placeCursorBehind('F-N-E-N-D. ');
    for (const letter of 'd-a-t') await type(letter);
    await accept();
    assert.match(text(), / F-N-E-N-D\. {2}D-A-T-E-S-T-A-R-T\. \d{4}-\d\d-\d\d D-A-T-E-E-N-D\. {2}T-I/);
  });

  it('inserts nothing when the lost full stop of a START is typed again', async () => {
    await replace(editor, MARKER, MARKER.slice(0, -1));
    placeCursorBehind(MARKER.slice(0, -1));
    await type('.');
    await tryForLong();
    assert.equal(text(), original);
  });

  it('restores the lost full stop when it is accepted', async () => {
    await replace(editor, MARKER, MARKER.slice(0, -2));
    placeCursorBehind(MARKER.slice(0, -2));
    await type('T');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accept();
    assert.equal(text(), original);
  });

  it('is silent in the words of an open headline, until somebody requests it', async () => {
    await replace(editor, ' T-I-T-L-E-E-N-D.', '');
    placeCursorBehind('truce in Gaza?');
    for (const letter of ' No') {
      await type(letter);
      await tryForLong();
    }
    assert.equal(text(), original.replace(' T-I-T-L-E-E-N-D.', ' No'));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await accept();
    assert.equal(text(), original.replace(' T-I-T-L-E-E-N-D.', ' No$&'));
  });

  it('is silent in prose', async () => {
    placeCursorBehind('truce between');
    for (const letter of ' title T-I') await type(letter);
    await tryForLong();
    assert.equal(text(), original.replace('truce between', '$& title T-I'));
  });

  function text(): string {
    return editor.document.getText();
  }

  function placeCursorBehind(place: string): void {
    const position = editor.document.positionAt(text().indexOf(place) + place.length);
    editor.selection = new vscode.Selection(position, position);
  }

  async function type(letters: string): Promise<void> {
    await vscode.commands.executeCommand('type', { text: letters });
  }

  /** Accepts the first suggestion as soon as the list shows one. */
  async function accept(): Promise<void> {
    const before = text();
    while (text() === before) await tryToAccept();
  }

  /** Gives the suggestion list every opportunity to show a suggestion, and accepts it. */
  async function tryForLong(): Promise<void> {
    for (let i = 0; i < 20; i++) await tryToAccept();
  }

  /** Accepts the first suggestion, if there is one. The server answers in order, so it has answered the list, too. */
  async function tryToAccept(): Promise<void> {
    const { document, selection } = editor;
    await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, selection.active);
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
  }
});
