import { assert } from 'chai';
import * as vscode from 'vscode';
import { bytes, closeAll, languageOf, openArticle, settings, until, workspaceFile } from './editor';

describe('detection', () => {
  afterEach(async () => {
    await closeAll();
    await settings({
      'article.detection': undefined,
      'article.detectionExclude': undefined,
      'files.associations': undefined,
    });
  });

  /** Opens a file that must stay plain text. When an article that was opened after it has its language, this one was examined. */
  async function staysPlain(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const other = await vscode.workspace.openTextDocument(workspaceFile('other.txt'));
    if (vscode.workspace.getConfiguration('article').get('detection') === 'on') await languageOf(other, 'article');
    assert.equal(document.languageId, 'plaintext');
  }

  it('does not change notes about articles', () => staysPlain(workspaceFile('notes.txt')));

  it('does not change documents that are not files', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('revision', {
      provideTextDocumentContent: () => bytes('seed.txt'),
    });
    await staysPlain(vscode.Uri.parse('revision:/seed.txt'));
    provider.dispose();
  });

  it('can be switched off, and on again', async () => {
    await settings({ 'article.detection': 'off' });
    const document = await vscode.workspace.openTextDocument(workspaceFile('off.txt'));
    assert.equal(document.languageId, 'plaintext');
    await settings({ 'article.detection': 'on' });
    await languageOf(document, 'article');
  });

  it('does not change excluded files', async () => {
    await settings({ 'article.detectionExclude': ['**/excluded*.txt'] });
    await staysPlain(workspaceFile('excluded.txt'));
  });

  it('respects the language that a person chose, also when the file opens again', async () => {
    const { document } = await openArticle('chosen.txt');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await staysPlain(workspaceFile('chosen.txt'));
    const again = await vscode.workspace.openTextDocument(workspaceFile('chosen.txt'));
    await vscode.languages.setTextDocumentLanguage(again, 'article');
  });

  it('survives a change of files.associations', async () => {
    const { document } = await openArticle('seed.txt');
    const reset = until(vscode.workspace.onDidCloseTextDocument, () => document.languageId !== 'article' || undefined);
    await settings({ 'files.associations': { '*.log': 'plaintext' } });
    await Promise.race([reset, languageOf(document, 'article')]);
    await languageOf(document, 'article');
    const other = await openArticle('other.txt');
    assert.equal(other.document.languageId, 'article');
    assert.equal(document.languageId, 'article');
  });
});
