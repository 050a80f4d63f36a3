import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, settings } from './editor';

/** The position of a string in the document. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text));
}

describe('reading and formatting', () => {
  afterEach(async () => {
    await closeAll();
    await settings({ 'article.format.layout': undefined });
  });

  it('describes the field in the hover on a marker', async () => {
    const { document } = await openArticle('seed.txt');
    const [hover]: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, 'T-I-T-L-E-E-N-D.'),
    );
    const [content] = hover?.contents ?? [];
    assert.include((content as vscode.MarkdownString).value, '51 characters, 8 words, 1 sentence');
  });

  it('goes from a marker to its partner', async () => {
    const { document } = await openArticle('seed.txt');
    const [target]: vscode.Location[] = await vscode.commands.executeCommand(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf(document, 'T-E-X-T-S-T-A-R-T.'),
    );
    assert.equal(document.getText(target?.range), 'T-E-X-T-E-N-D.');
  });

  it('expands the selection by the parts of an article', async () => {
    const { document } = await openArticle('seed.txt');
    const [range]: vscode.SelectionRange[] = await vscode.commands.executeCommand(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [placeOf(document, 'pressure deliver')],
    );
    const texts: string[] = [];
    for (let step = range; step; step = step.parent) texts.push(document.getText(step.range));
    assert.includeOrderedMembers(texts, ['pressure', 'Can US pressure deliver Israel-Hamas truce in Gaza?']);
    assert.equal(texts.at(-1), document.getText());
  });

  it('formats to the fields layout and back without losing a byte', async () => {
    const { document } = await openArticle('seed.txt');
    const original = document.getText();
    await settings({ 'article.format.layout': 'fields' });
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.lineCount, 13);
    await settings({ 'article.format.layout': 'line' });
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), original);
  });
});
