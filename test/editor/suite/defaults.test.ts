import { assert } from 'chai';
import * as vscode from 'vscode';
import { bytes, closeAll, openArticle, replace, settings } from './editor';

/** The `[article]` defaults. Each test has a global user setting that contradicts them. */
describe('defaults for articles', () => {
  const harmful = {
    'files.trimTrailingWhitespace': true,
    'files.insertFinalNewline': true,
    'files.trimFinalNewlines': true,
    'editor.formatOnSave': true,
    'article.format.layout': 'fields',
    'editor.wordBasedSuggestions': 'currentDocument',
  };
  before(() => settings(harmful));
  after(() => settings(Object.fromEntries(Object.keys(harmful).map((name) => [name, undefined]))));
  afterEach(closeAll);

  it('saving changes only the edited bytes', async () => {
    for (const name of ['saved.txt', 'saved-lines.txt']) {
      const before = await bytes(name);
      const editor = await openArticle(name);
      await replace(editor, '2024-04-09', '2024-04-10');
      await editor.document.save();
      assert.equal(await bytes(name), before.replace('2024-04-09', '2024-04-10'));
    }
  });

  it('plain text of the same user is still trimmed', async () => {
    const editor = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(
        vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri, 'trimmed.txt'),
      ),
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    await editor.document.save();
    assert.equal(await bytes('trimmed.txt'), 'xplain\n');
  });

  it('typing suggests no words of the article', async () => {
    const editor = await openArticle('seed.txt');
    const at = editor.document.positionAt(editor.document.getText().indexOf('truce between') + 3);
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      at,
    );
    assert.deepEqual(
      list.items.map(({ label }) => label),
      [],
    );
  });

  it('moving by words takes one step for a marker, not one for each letter', async () => {
    const editor = await openArticle('seed.txt');
    const start = editor.document.getText().indexOf('D-A-T-E-S-T-A-R-T.');
    const at = editor.document.positionAt(start);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('cursorWordEndRight');
    assert.equal(editor.document.offsetAt(editor.selection.active), start + 'D-A-T-E-S-T-A-R-T'.length);
  });

  it('are in effect', () => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'article' });
    assert.equal(editor.get('wordWrap'), 'on');
    assert.equal(editor.get('stopRenderingLineAfter'), -1);
    assert.equal(editor.get('maxTokenizationLineLength'), 1_000_000);
    assert.equal(editor.get('unusualLineTerminators'), 'off');
    assert.equal(editor.get('formatOnSave'), false);
    assert.equal(editor.get('semanticHighlighting.enabled'), true);
    assert.equal(editor.get('bracketPairColorization.enabled'), false);
  });
});
