import { assert } from 'chai';
import type { ClientCapabilities, Range, SemanticTokens, TextEdit } from 'vscode-languageserver/node';
import { articleText } from '../core/articles';
import { Client, PULLS } from './client';
import { CAPABILITIES, CorpusClient } from './corpusClient';

/** Ten emoji, an Arabic word, and then a misspelled marker. */
const EMOJI = '🕊'.repeat(10);
const HEALTHY = articleText(['1986', '2024-04-09', `${EMOJI} سلام`, 'Talks failed.']);
const MISSPELLED = HEALTHY.replace('T-I-T-L-E-E', 'T–I-T-L-E-E');

function counting(...positionEncodings: string[]): ClientCapabilities {
  return { ...PULLS, general: { positionEncodings } };
}

/** The characters of a text in a range of its lines, as a client counts them that knows only UTF-32. */
function textIn(text: string, { start, end }: Range): string {
  assert.equal(start.line, end.line);
  return [...(text.split('\n')[start.line] ?? '')].slice(start.character, end.character).join('');
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const characters = [...text];
  for (const { range, newText } of [...edits].reverse())
    characters.splice(range.start.character, range.end.character - range.start.character, newText);
  return characters.join('');
}

describe('a client that counts characters in UTF-32', () => {
  it('says so by naming it before UTF-16', async () => {
    const encodingFor = async (...encodings: string[]) =>
      (await Client.connect(counting(...encodings))).initialized.capabilities.positionEncoding;
    assert.equal(await encodingFor('utf-32', 'utf-16', 'utf-8'), 'utf-32');
    assert.equal(await encodingFor('utf-8', 'utf-32', 'utf-16'), 'utf-32');
    assert.equal(await encodingFor('utf-16', 'utf-32'), 'utf-16');
    assert.equal(await encodingFor('utf-8'), 'utf-16', 'Every client knows UTF-16.');
    assert.equal(await encodingFor(), 'utf-16');
  });

  it('gets problems, fixes and tokens at their places after emoji', async () => {
    const client = await Client.connect(counting('utf-32', 'utf-16'));
    await client.open(MISSPELLED);
    const [problem = assert.fail()] = await client.diagnostics();
    assert.equal(textIn(MISSPELLED, problem.range), 'T–I-T-L-E-E-N-D.');
    const [fix] = await client.codeActions(problem.range);
    assert.equal(applied(MISSPELLED, fix?.edit?.changes?.[client.textDocument.uri] ?? []), HEALTHY);
    const { data } = (await client.semanticTokens()) as SemanticTokens;
    let character = 0;
    const tokens = Array.from({ length: data.length / 5 }, (_, at) => {
      const [, distance = 0, length = 0] = data.slice(at * 5);
      character += distance;
      return [...MISSPELLED].slice(character, character + length).join('');
    });
    assert.includeMembers(tokens, [`${EMOJI} سلام`, 'T–I-T-L-E-E-N-D.', 'T-E-X-T-S-T-A-R-T.']);
  });

  it('edits after emoji', async () => {
    const client = await Client.connect(counting('utf-32'));
    await client.open(MISSPELLED);
    const character = [...MISSPELLED].indexOf('–');
    const range = { start: { line: 0, character }, end: { line: 0, character: character + 1 } };
    await client.change({ range, text: '-' });
    assert.deepEqual(await client.diagnostics(), []);
    assert.equal((await client.documentSymbols())[0]?.name, `1986 · ${EMOJI} سلام`);
  });

  it('gets problems of other files, of bytes and of settings at their places', async () => {
    const settings = `{ "${EMOJI}": 1 }`;
    const files = { 'a.txt': MISSPELLED, '.articlerc.json': settings };
    const capabilities = { ...CAPABILITIES, general: { positionEncodings: ['utf-32'] } };
    const client = await CorpusClient.connect(files, {}, capabilities);
    await client.until({ 'a.txt': ['misspelled-marker'], '.articlerc.json': ['undefined'] });
    const placed = (path: string, text: string) => client.diagnostics(path).map(({ range }) => textIn(text, range));
    assert.deepEqual(placed('a.txt', MISSPELLED), ['T–I-T-L-E-E-N-D.']);
    assert.deepEqual(placed('.articlerc.json', settings), [`"${EMOJI}"`]);
    const bytes = Buffer.from(HEALTHY.replace('Talks failed.', 'Caf\u00e9.'));
    bytes[bytes.indexOf('é') + 1] = 0x20;
    client.disk.set('b.txt', bytes);
    const text = new TextDecoder().decode(bytes);
    await client.show('b.txt');
    await client.until({
      'a.txt': ['duplicate-number', 'misspelled-marker'],
      'b.txt': ['duplicate-number', 'not-utf-8'],
      '.articlerc.json': ['undefined'],
    });
    const [ofBytes = assert.fail()] = client.diagnostics('b.txt').filter(({ code }) => code === 'not-utf-8');
    assert.equal(textIn(text, ofBytes.range), '\ufffd');
    await client.close('b.txt');
    await client.until({
      'a.txt': ['duplicate-number', 'misspelled-marker'],
      'b.txt': ['duplicate-number', 'not-utf-8'],
      '.articlerc.json': ['undefined'],
    });
    const [closed = assert.fail()] = client.diagnostics('b.txt').filter(({ code }) => code === 'not-utf-8');
    assert.deepEqual(closed.range, ofBytes.range);
  });

  it('gets edits of a settings file at their places', async () => {
    const settings = `{ /* ${EMOJI} */ "rules": { "empty-field": "off" } }`;
    const readFile = async (uri: string) =>
      uri.endsWith('.articlerc.json') ? new TextEncoder().encode(settings) : undefined;
    const client = await Client.connect(counting('utf-32'), {}, { readFile });
    await client.open(MISSPELLED);
    const action = (await client.codeActions()).find(({ title }) => title.startsWith('Switch misspelled-marker off'));
    const [edits = assert.fail()] = Object.values(action?.edit?.changes ?? {});
    const changed = JSON.parse(applied(settings, edits).replace(/\/\*.*?\*\//, ''));
    assert.deepEqual(changed, { rules: { 'empty-field': 'off', 'misspelled-marker': 'off' } });
  });
});
