/** Texts of the corpus that are nearly the same, as the overview has them looked for. */
import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  COMPARE_NEAR_TEXTS,
  type ComparedPair,
  FIND_NEAR_TEXTS,
  OVERVIEW,
  type Overview,
} from '../../../../server/src/protocol';
import { articleText } from '../../core/articles';
import { CAPABILITIES, CorpusClient, FOLDER, uriOf } from '../corpusClient';

const AGENCY =
  'Talks about a truce go on in Cairo, the envoy said on Tuesday. No date is set while aid waits at the border. Hospitals report that they are short of nearly everything.';
const OTHER = 'Something else was in the news of that day. Nobody has printed it twice, as far as anybody knows.';

const named = (number: number, text: string) => articleText([String(number), '2024-04-09', `Title <${number}>`, text]);

const FILES = {
  'a.txt': named(1, OTHER),
  'b.txt': named(2, AGENCY),
  'c.txt': named(3, `${AGENCY} Talks  go\non.\n\nBy Reuters`),
};

/** Clicks the button, and gives what the overview shows then. */
async function found(client: CorpusClient): Promise<string> {
  assert.isNumber(await client.request(FIND_NEAR_TEXTS, {}));
  return shown(client);
}

async function shown(client: CorpusClient, id = 'near-texts'): Promise<string> {
  const { sections } = await client.request<Overview>(OVERVIEW, {});
  return sections.find((section) => section.id === id)?.html ?? '';
}

const pairIn = (html: string) => Number(/data-pair="(\d+)"/.exec(html)?.[1]);

const comparison = (client: CorpusClient, html: string) =>
  client.request<ComparedPair | null>(COMPARE_NEAR_TEXTS, { pair: pairIn(html) });

describe('nearly the same texts of the corpus', () => {
  it('are looked for on request only, and listed as pairs that lead to their articles', async () => {
    const client = await CorpusClient.connect(FILES);
    const before = await shown(client);
    assert.include(before, 'data-act="seek"');
    assert.notInclude(before, '<table');
    const html = await found(client);
    assert.include(html, '<p>1 pair of texts was found that shares 80 % or more of their runs of five words.</p>');
    for (const [name, number] of Object.entries({ 'b.txt': 2, 'c.txt': 3 }))
      assert.match(
        html,
        new RegExp(`data-uri="${uriOf(name)}" data-line="0" data-character="1">Title &lt;${number}&gt;`),
      );
    assert.notInclude(html, 'a.txt');
    assert.include(await shown(client, 'figures'), '1 group with 2 articles');
  });

  it('are compared one sentence a line', async () => {
    const client = await CorpusClient.connect(FILES);
    const pair = await comparison(client, await found(client));
    const lines = `${AGENCY.replaceAll('. ', '.\n')}\n`;
    assert.deepEqual(pair, [
      { name: 'Article 2', lines },
      { name: 'Article 3', lines: `${lines}Talks go on.\nBy Reuters\n` },
    ]);
  });

  it('are those of the editor where a document is open', async () => {
    const client = await CorpusClient.connect(FILES);
    await client.show('a.txt');
    await client.edit('a.txt', named(1, `${AGENCY} Prices.`));
    const html = await found(client);
    assert.include(html, '<p>3 pairs of texts were found that share ');
  });

  it('stay as they were when the corpus changes, and are reported as of before', async () => {
    const client = await CorpusClient.connect(FILES);
    await client.untilTotals(({ articles, isChecking }) => articles === 3 && !isChecking);
    await found(client);
    const opened = client.untilNextTotals(() => true);
    await client.show('b.txt');
    await opened;
    assert.notInclude(await shown(client), 'has changed since', 'a document was only opened');
    const changed = client.untilTotals(({ articles }) => articles === 4);
    await client.write('d.txt', named(4, AGENCY.replace('Cairo', 'Doha')));
    await changed;
    const html = await shown(client);
    assert.include(html, '1 pair of texts was found that shares');
    assert.include(html, 'The corpus has changed since: find them again.');
    assert.include(await shown(client, 'figures'), 'not looked for');
    await client.edit('b.txt', named(2, OTHER));
    assert.isNull(await comparison(client, html), 'a text of the pair is not there any more');
    const again = await found(client);
    assert.notInclude(again, 'has changed since');
    assert.isNull(await comparison(client, html), 'the pair is not in the list any more');
  });

  it('are not there when it is cancelled while they are compared, and are found when it is asked for again', async () => {
    const cancellation = new CancellationTokenSource();
    let reads = 0; // To check the file, to sign its text, and to compare it.
    const readFile = async (uri: string) => {
      const isCompared = uri === uriOf('c.txt') && ++reads === 3;
      if (isCompared) {
        cancellation.cancel();
        await shown(client); // The server takes what the client sends one after the other.
      }
      return client.disk.get(uri.slice(FOLDER.length + 1));
    };
    const client = await CorpusClient.connect(FILES, {}, CAPABILITIES, { readFile });
    assert.isNull(await client.request(FIND_NEAR_TEXTS, {}, cancellation.token));
    assert.equal(reads, 3);
    assert.notInclude(await shown(client), '<table');
    assert.include(await found(client), '1 pair of texts was found');
  });

  it('are looked for in texts that are kept, until the corpus no longer has most of these', async () => {
    let reads = 0;
    const readFile = async (uri: string) => {
      if (uri === uriOf('a.txt')) reads++;
      return client.disk.get(uri.slice(FOLDER.length + 1));
    };
    const client = await CorpusClient.connect(FILES, {}, CAPABILITIES, { readFile });
    const readsFor = async (number: number) => {
      const texts = Array.from({ length: number }, (_, index) =>
        named(100 + index, `Text ${index} of so many others.`),
      );
      const changed = client.untilTotals(({ articles }) => articles === 3 + number);
      await client.write('many.txt', texts.join(''));
      await changed;
      const before = reads;
      assert.include(await found(client), '1 pair of texts was found');
      return reads - before;
    };
    assert.deepEqual([await readsFor(1200), await readsFor(1), await readsFor(2), await readsFor(3)], [1, 0, 1, 0]);
  });

  it('leave out a file that cannot be read, and say so', async () => {
    const client = await CorpusClient.connect(FILES);
    await found(client);
    client.unreadable.set('c.txt', 'It is locked.');
    assert.include(
      await found(client),
      '<p>No two different texts were found that share 80 % or more of their runs of five words. 1 file could not be read, or changed meanwhile, and is not compared.</p>',
    );
  });
});
