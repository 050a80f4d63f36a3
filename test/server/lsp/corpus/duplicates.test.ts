import { assert } from 'chai';
import type { Location } from 'vscode-languageserver/node';
import { articleText } from '../../core/articles';
import { CorpusClient, uriOf } from '../corpusClient';

const text = (number: string, title: string, body: string) => articleText([number, '2024-04-09', title, body]);
const FIRST = text('1986', 'Truce', 'Talks failed.');

/** The places that a request gives, as `file: what is there`. */
async function asked(client: CorpusClient, method: string, place: string, more = {}): Promise<string[]> {
  const position = { line: 0, character: FIRST.indexOf(place) + 1 };
  const textDocument = { uri: uriOf('a.txt') };
  const found = await client.request<Location[]>(method, { textDocument, position, ...more });
  return found.map(({ uri, range: { start, end } }) => {
    const path = uri.slice(uriOf('').length);
    const content = client.textOf(path) ?? new TextDecoder().decode(client.disk.get(path));
    return `${path}: ${content.slice(start.character, end.character)}`;
  });
}

describe('references and definition', () => {
  const files = {
    'a.txt': FIRST,
    'b.txt': text('1986', 'Truce again', 'Other talks.'),
    'c.txt': text('1987', 'No truce', 'Talks failed.') + text('1986', 'And again', 'No talks.'),
    'd.txt': text('1988', 'Rain', 'It rains.'),
  };

  it('of a number are the articles that have it too', async () => {
    const client = await CorpusClient.connect(files);
    await client.show('a.txt');
    const others = ['b.txt: 1986', 'c.txt: 1986'];
    const context = (includeDeclaration: boolean) => ({ context: { includeDeclaration } });
    assert.deepEqual(await asked(client, 'textDocument/references', '986', context(false)), others);
    assert.deepEqual(await asked(client, 'textDocument/references', '986', context(true)), ['a.txt: 1986', ...others]);
    assert.deepEqual(await asked(client, 'textDocument/definition', '986'), others);
  });

  it('of a text are the articles that have exactly the same', async () => {
    const client = await CorpusClient.connect(files);
    await client.show('a.txt');
    const context = { includeDeclaration: false };
    const found = ['c.txt: T-E-X-T-S-T-A-R-T.'];
    assert.deepEqual(await asked(client, 'textDocument/references', 'Talks', { context }), found);
    assert.isEmpty(await asked(client, 'textDocument/references', '2024', { context }));
    await client.edit('a.txt', FIRST.replace('failed', 'went on'));
    assert.isEmpty(await asked(client, 'textDocument/references', 'Talks', { context }));
  });
});

describe('references after a check that was stopped', () => {
  const files = { 'a.txt': FIRST, 'b.txt': text('1986', 'Truce again', 'Other talks.') };
  const context = { includeDeclaration: false };

  it('are looked for in all files, and if that is stopped as well, it is said', async () => {
    const client = await CorpusClient.connect(files);
    await client.check(false);
    await client.show('a.txt');
    const found = asked(client, 'textDocument/references', '986', { context });
    await client.check(false);
    assert.isEmpty(await found);
    const sentence = 'The check was stopped before all files were read. Check the corpus again.';
    assert.deepEqual(client.warnings, [sentence]);
    assert.deepEqual(await asked(client, 'textDocument/references', '986', { context }), ['b.txt: 1986']);
    assert.lengthOf(client.warnings, 1);
  });
});

describe('renaming in a document', () => {
  const field = (number: string) =>
    text(number, 'Truce', `Talks ${number}.`).replace('  T-E-X-T-S', '  B-Y-S-T-A-R-T. BBC B-Y-E-N-D.  T-E-X-T-S');
  const content = field('1') + text('2', 'Truce', 'Talks 2.') + field('3');
  const textDocument = { uri: uriOf('a.txt') };
  const position = { line: 0, character: content.indexOf('B-Y-E') };

  it('takes in all articles of it, and no other file', async () => {
    const client = await CorpusClient.connect({ 'a.txt': content, 'b.txt': field('4') });
    await client.show('a.txt');
    const { changes } = await client.request<{ changes: Record<string, { newText: string }[]> }>(
      'textDocument/rename',
      {
        ...{ textDocument, position, newName: 'SOURCE' },
      },
    );
    assert.deepEqual(Object.keys(changes), [uriOf('a.txt')]);
    assert.deepEqual(
      changes[uriOf('a.txt')]?.map(({ newText }) => newText),
      Array(4).fill('S-O-U-R-C-E'),
    );
  });

  it('is refused in a sentence', async () => {
    const client = await CorpusClient.connect({ 'a.txt': content });
    await client.show('a.txt');
    const refusal = (params: object) =>
      client
        .request('textDocument/rename', { textDocument, position, newName: 'SOURCE', ...params })
        .catch(({ message }) => message);
    assert.equal(await refusal({ newName: 'TEXT' }), 'TEXT is a field of the format. Choose another name.');
    assert.equal(
      await refusal({ position: { line: 0, character: 3 } }),
      'Only a user-defined field can be renamed. Put the cursor in one of its markers.',
    );
    assert.isEmpty(client.warnings);
  });

  it('is linked between START and END', async () => {
    const client = await CorpusClient.connect({ 'a.txt': content });
    await client.show('a.txt');
    const linked = await client.request<{ ranges: unknown[] }>('textDocument/linkedEditingRange', {
      ...{ textDocument, position },
    });
    assert.lengthOf(linked.ranges, 2);
  });
});
