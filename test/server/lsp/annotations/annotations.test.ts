/** What a client gets of the real results of CoreNLP in test/fixtures/corenlp. */
import { assert } from 'chai';
import type { Hover, Position } from 'vscode-languageserver/node';
import {
  ANNOTATIONS,
  ANNOTATIONS_CHANGED,
  NEIGHBOUR,
  type NeighbourParams,
  type ShownAnnotations,
} from '../../../../server/src/protocol';
import { fixture } from '../../corpus/corenlp/fixture';
import { CAPABILITIES, CorpusClient, uriOf } from '../corpusClient';

const FILES = fixture();
const TRUCE = 'corpus/truce.txt';
const TWO = 'corpus/two.txt';
const OWN = 'corpus/own.txt';
const RESULT = 'for-corenlp/results/truce.xml.json';
const OLD = /^The results of CoreNLP are not shown here: they are of another text\./;

/** A client that shows a file. */
async function showing(
  file: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<CorpusClient> {
  const files = Object.entries({ ...FILES, ...changes }).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text]],
  );
  const client = await CorpusClient.connect(Object.fromEntries(files), {}, CAPABILITIES);
  await client.show(file);
  return client;
}

/** The position of some words in a file; `|` in them is the cursor. */
function position(client: CorpusClient, file: string, words: string): Position {
  const text = client.textOf(file) ?? '';
  const at = text.indexOf(words.replace('|', '')) + words.indexOf('|');
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: (before.at(-1) as string).length };
}

async function hovered(client: CorpusClient, file: string, words: string): Promise<string | undefined> {
  const params = { textDocument: { uri: uriOf(file) }, position: position(client, file, words) };
  const hover = await client.request<Hover | null>('textDocument/hover', params);
  return (hover?.contents as { value: string } | undefined)?.value;
}

describe('CoreNLP’s results', () => {
  it('of an exported article are in its hovers; those of markers and dates stay', async () => {
    const client = await showing(TRUCE);
    assert.match(
      (await hovered(client, TRUCE, 'last Tu|esday')) ?? '',
      /date \(DATE\) · 2024-04-02\n\nSentence 2 of 4$/,
    );
    assert.match((await hovered(client, TRUCE, 'Ha|iti')) ?? '', /country \(COUNTRY\)\n\nSentence 4 of 4$/);
    assert.match((await hovered(client, TRUCE, '2024-|04-12')) ?? '', /^Friday, 12 April 2024/);
    assert.match((await hovered(client, TRUCE, 'T-E-X-|T-E-N-D.')) ?? '', /^\*\*END of TEXT/);
  });

  it('are found beside the file, if CoreNLP has read the file itself', async () => {
    const client = await showing(OWN);
    assert.match((await hovered(client, OWN, 'Par|is')) ?? '', /^\*\*Paris\*\* .*\n\n\*\*Paris\*\* · city \(CITY\)/);
  });

  it('are found beside the workspace folder, under the name in the documentation', async () => {
    const workspace = { workspaceFolders: [{ uri: uriOf('corpus'), name: 'corpus' }] };
    const client = await CorpusClient.connect(FILES, {}, CAPABILITIES, {}, workspace);
    await client.show(TRUCE);
    assert.match((await hovered(client, TRUCE, 'Ha|iti')) ?? '', /Sentence 4 of 4$/);
  });

  it('are found through the client, for a server without a disk', async () => {
    const noDisk = { readFile: () => undefined, listFiles: () => undefined };
    const client = await CorpusClient.connect(FILES, {}, CAPABILITIES, noDisk);
    await client.show(TRUCE);
    assert.match((await hovered(client, TRUCE, 'Ha|iti')) ?? '', /Sentence 4 of 4$/);
  });

  it('of a text that has changed since are not shown, until it is as it was', async () => {
    const client = await showing(TRUCE);
    const text = FILES[TRUCE] as string;
    await client.edit(TRUCE, text.replace('Rebels', 'Some rebels'));
    assert.match((await hovered(client, TRUCE, 'Ha|iti')) ?? '', OLD);
    assert.match((await hovered(client, TRUCE, 'Truce h|olds')) ?? '', OLD);
    assert.notMatch((await hovered(client, TRUCE, '19|86')) ?? '', OLD);
    await client.edit(TRUCE, `${text} `);
    assert.match((await hovered(client, TRUCE, 'Ha|iti')) ?? '', /Sentence 4 of 4$/);
  });

  it('of an article with another date are not shown: relative dates would be wrong', async () => {
    const client = await showing(TRUCE);
    await client.edit(TRUCE, (FILES[TRUCE] as string).replace('2024-04-12', '2024-04-19'));
    assert.match(
      (await hovered(client, TRUCE, 'last Tu|esday')) ?? '',
      /an article of 2024-04-12, and its date is 2024-04-19 now\./,
    );
  });

  it('follow their article when another one is written before it', async () => {
    const client = await showing(TWO);
    const [own = ''] = (FILES[OWN] as string).split(/(?<=T-E-X-T-E-N-D\. )/);
    await client.edit(TWO, own + FILES[TWO]);
    assert.match((await hovered(client, TWO, 'Ro|me')) ?? '', /city \(CITY\)\n\nSentence 1 of 2$/);
    assert.isUndefined(await hovered(client, TWO, 'No de|al'));
  });

  it('follow a file that was moved', async () => {
    const client = await showing('other/truce.txt', { 'other/truce.txt': FILES[TRUCE] as string });
    assert.match((await hovered(client, 'other/truce.txt', 'Ha|iti')) ?? '', /Sentence 4 of 4$/);
  });

  it('are not mistaken for those of a file of the same name in another folder', async () => {
    const client = await showing('other/truce.txt', {
      'other/truce.txt': (FILES[TRUCE] as string).replace('Rebels', 'They'),
    });
    assert.isUndefined(await hovered(client, 'other/truce.txt', 'Ha|iti'));
  });

  it('are looked for again when CoreNLP has written them', async () => {
    const client = await showing(TRUCE, { [RESULT]: (FILES[RESULT] as string).slice(0, 5000) });
    assert.match(
      (await hovered(client, TRUCE, 'Ha|iti')) ?? '',
      /^The result of CoreNLP for this article cannot be read/,
    );
    await client.remove(RESULT);
    assert.isUndefined(await hovered(client, TRUCE, 'Ha|iti'));
    const changed = client.notified(ANNOTATIONS_CHANGED);
    await client.write(RESULT, FILES[RESULT] as string);
    await changed;
    assert.match((await hovered(client, TRUCE, 'Ha|iti')) ?? '', /Sentence 4 of 4$/);
  });

  it('are not made of any other JSON, XML or CoNLL beside an article', async () => {
    for (const text of ['{"name": "a"}', '[1]', 'no JSON', '<root/>', '1\tHe\the\tPRP']) {
      const client = await showing(OWN, { [`${OWN}.json`]: text, [`${OWN}.xml`]: '<root/>', [`${OWN}.conll`]: text });
      assert.isUndefined(await hovered(client, OWN, 'Par|is'), text);
    }
  });

  it('lead from sentence to sentence, across articles', async () => {
    const client = await showing(TWO);
    const places: string[] = [];
    for (const way of ['next', 'previous'] as const) {
      let from: Position | null = position(client, TWO, way === 'next' ? '| F-N-S' : 'knows w|hy');
      while (from) {
        const params: NeighbourParams = { textDocument: { uri: uriOf(TWO) }, position: from, unit: 'sentence', way };
        from = await client.request<Position | null>(NEIGHBOUR, params);
        if (from) places.push((client.textOf(TWO) as string).slice(from.character, from.character + 7));
      }
    }
    const all = ['Ministe', 'He left', 'She sta', 'Nobody '];
    assert.deepEqual(places, [...all, ...all.slice(0, 3).reverse()]);
  });

  it('are given for a range: sentences and entities, with a note on the others', async () => {
    const client = await showing(TWO);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const ask = () => client.request<ShownAnnotations>(ANNOTATIONS, { textDocument: { uri: uriOf(TWO) }, range });
    const { sentences, entities, note } = await ask();
    assert.deepEqual(
      sentences.map(({ index }) => index),
      [1, 2, 1, 2],
    );
    const text = client.textOf(TWO) as string;
    assert.deepEqual(
      entities.map(({ kind, name, range: { start, end } }) =>
        [text.slice(start.character, end.character), kind, name].join(' '),
      ),
      ['He person person', 'Paris place city', 'Monday time date', 'She person person', 'Rome place city'],
    );
    assert.isUndefined(note);
    await client.edit(TWO, text.replace('Paris', 'Rome'));
    const after = await ask();
    assert.deepEqual(
      after.sentences.map(({ index }) => index),
      [1, 2],
    );
    assert.match(after.note ?? '', OLD);
  });
});
