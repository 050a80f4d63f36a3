import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, replace, until } from './editor';

const SKELETON =
  /^ F-N-S-T-A-R-T\. 1 F-N-E-N-D\. {2}D-A-T-E-S-T-A-R-T\. \d{4}-\d\d-\d\d D-A-T-E-E-N-D\. {2}T-I-T-L-E-S-T-A-R-T\. {2}T-I-T-L-E-E-N-D\. {2}T-E-X-T-S-T-A-R-T\. {2}T-E-X-T-E-N-D\. $/;

describe('writing', () => {
  // In a browser VS Code saves after a second, and the next test would open the file that this one has changed.
  afterEach(closeAll);

  it('begins a new article in an untitled document', async () => {
    await vscode.commands.executeCommand('article.newArticle');
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    const { document, selection } = editor;
    assert.isTrue(document.isUntitled);
    assert.equal(document.languageId, 'article');
    assert.match(document.getText(), SKELETON);
    assert.equal(document.getText(selection), '1');
    // Only an empty untitled document closes without a question.
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, document.lineCount, 0)));
  });

  it('adds an article after the one at the cursor, to fill in with the Tab key', async () => {
    const editor = await openArticle('seed.txt');
    const original = editor.document.getText();
    await vscode.commands.executeCommand('article.newArticleAfter');
    assert.equal(editor.document.getText(editor.selection), '1987');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: 'Truce' });
    const text = editor.document.getText();
    assert.isTrue(text.startsWith(original));
    assert.match(text.slice(original.length).replace('1987', '1').replace('Truce', ''), SKELETON);
    assert.include(text, 'T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.');
  });

  it('adds an article between two, in their layout', async () => {
    const editor = await openArticle('several-articles.txt');
    const original = editor.document.getText();
    editor.selection = new vscode.Selection(8, 0, 8, 0);
    await vscode.commands.executeCommand('article.newArticleAfter');
    const second = original.indexOf('F-N-S-T-A-R-T.\n1988');
    const text = editor.document.getText();
    assert.isTrue(text.startsWith(original.slice(0, second)) && text.endsWith(`\n\n${original.slice(second)}`));
    assert.match(text.slice(second), /^F-N-S-T-A-R-T\.\n1990\nF-N-E-N-D\.\nD-A-T-E-S-T-A-R-T\.\n\d{4}-\d\d-\d\d\n/);
  });

  it('wraps the selection as the chosen field', async () => {
    const editor = await openArticle('seed.txt');
    const original = editor.document.getText();
    const title = /(?<=T-I-T-L-E-S-T-A-R-T\. ).*(?= T-I-T-L-E-E-N-D)/.exec(original)?.[0] as string;
    await replace(editor, `T-I-T-L-E-S-T-A-R-T. ${title} T-I-T-L-E-E-N-D.`, title);
    const start = editor.document.getText().indexOf(title);
    editor.selection = new vscode.Selection(
      editor.document.positionAt(start),
      editor.document.positionAt(start + title.length),
    );
    const wrapping = vscode.commands.executeCommand('article.wrap');
    const wrapped = until(vscode.workspace.onDidChangeTextDocument, () => editor.document.getText() === original);
    let isDone = false;
    void wrapping.then(() => {
      isDone = true;
    });
    while (!isDone) {
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await wrapped;
  });
});
