import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, openText, replace, settings, until } from './editor';

/** The document's tokens as text, `type.modifier: characters`; undefined while there is no provider. */
async function tokens(document: vscode.TextDocument): Promise<string[] | undefined> {
  const { executeCommand } = vscode.commands;
  const legend: vscode.SemanticTokensLegend | undefined = await executeCommand(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const found: vscode.SemanticTokens | undefined = await executeCommand(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  if (!legend || !found) return undefined;
  let line = 0;
  let character = 0;
  const shown: string[] = [];
  for (let at = 0; at < found.data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = found.data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const name = [legend.tokenTypes[type], ...legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit))];
    const text = document.getText(new vscode.Range(line, character, line, character + length));
    shown.push(`${name.join('.')}: ${text}`);
  }
  return shown;
}

describe('semantic tokens', () => {
  afterEach(async () => {
    await closeAll();
    await settings({ 'article.additionalFields': undefined });
  });

  it('of the real article are its markers, number, date and title', async () => {
    const { document } = await openArticle('seed.txt');
    assert.deepEqual(await tokens(document), [
      'article-marker.start: F-N-S-T-A-R-T.',
      'article-f-n: 1986',
      'article-marker.end: F-N-E-N-D.',
      'article-marker.start: D-A-T-E-S-T-A-R-T.',
      'article-date: 2024-04-09',
      'article-marker.end: D-A-T-E-E-N-D.',
      'article-marker.start: T-I-T-L-E-S-T-A-R-T.',
      'article-title: Can US pressure deliver Israel-Hamas truce in Gaza?',
      'article-marker.end: T-I-T-L-E-E-N-D.',
      'article-marker.start: T-E-X-T-S-T-A-R-T.',
      'article-marker.end: T-E-X-T-E-N-D.',
    ]);
  });

  it('show a day that does not exist and a misspelled marker', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', '2024-02-30');
    await replace(editor, 'T-I-T-L-E-E-N-D.', 'T–I–T–L–E–E–N–D.');
    const shown = await tokens(editor.document);
    assert.includeMembers(shown ?? [], [
      'article-date.invalid: 2024-02-30',
      'article-marker.misspelled: T–I–T–L–E–E–N–D.',
    ]);
  });

  it('know a user-defined field as soon as the settings name it', async () => {
    const { document } = await openText(' B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D. ');
    assert.include((await tokens(document)) ?? [], 'article-marker.unknown: B-Y-L-I-N-E-E-N-D.');
    const known = until(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(document.uri).every(({ message }) => !message.includes('belongs to no field')),
    );
    await settings({ 'article.additionalFields': ['B-Y-L-I-N-E'] });
    await known;
    assert.include((await tokens(document)) ?? [], 'article-marker.end: B-Y-L-I-N-E-E-N-D.');
  });
});
