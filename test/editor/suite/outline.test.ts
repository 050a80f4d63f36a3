import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, replace } from './editor';

function outline(document: vscode.TextDocument): Thenable<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
}

describe('outline and folding', () => {
  afterEach(closeAll);

  it('names the real article by number and title, with its fields and their values', async () => {
    const { document } = await openArticle('seed.txt');
    const [article, ...others] = await outline(document);
    assert.deepEqual(others, []);
    assert.equal(article?.name, '1986 · Can US pressure deliver Israel-Hamas truce in Gaza?');
    assert.equal(article?.detail, '2024-04-09');
    assert.deepEqual(
      article?.children.map(({ name, detail }) => [name, detail]),
      [
        ['F-N', '1986'],
        ['DATE', '2024-04-09'],
        ['TITLE', 'Can US pressure deliver Israel-Hamas truce in Gaza?'],
        ['TEXT', '1,082 words'],
      ],
    );
    assert.equal(document.getText(article?.children[1]?.selectionRange), '2024-04-09');
  });

  it('keeps a broken article and its fields', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, 'T-I-T-L-E-E-N-D.', '');
    const [article] = await outline(editor.document);
    assert.equal(article?.name, '1986 · Can US pressure deliver Israel-Hamas truce in Gaza?');
    assert.lengthOf(article?.children ?? [], 4);
  });

  it('has a root for each article, and folds articles and fields that span lines', async () => {
    const { document } = await openArticle('several-articles.txt');
    assert.lengthOf(await outline(document), 3);
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const lines = folds.map(({ start, end, kind }) => `${start}-${end}${kind === undefined ? '' : ' region'}`);
    assert.include(lines, '1-15 region');
    assert.include(lines, '3-5');
  });

  it('finds the other marker of a pair like brackets', async () => {
    const editor = await openArticle('seed.txt');
    const start = editor.document.positionAt(editor.document.getText().indexOf('D-A-T-E-S-T-A-R-T.'));
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('editor.action.jumpToBracket');
    const end = editor.document.offsetAt(editor.selection.active);
    assert.equal(editor.document.getText().slice(end, end + 14), 'D-A-T-E-E-N-D.');
  });
});
