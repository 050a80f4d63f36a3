/** The rule near-duplicate in the editor, if the settings switch it on. */
import { assert } from 'chai';
import { OVERVIEW, type Overview } from '../../../../server/src/protocol';
import { articleText } from '../../core/articles';
import { CorpusClient, uriOf } from '../corpusClient';

const AGENCY =
  'Talks about a truce go on in Cairo, the envoy said on Tuesday. No date is set while aid waits at the border. Hospitals report that they are short of nearly everything.';

const named = (number: number, text: string) => articleText([String(number), '2024-04-09', 'A title', text]);

const FILES = {
  'a.txt': named(1, 'Something else was in the news of that day, and nobody has printed it twice.'),
  'b.txt': named(2, AGENCY),
  'c.txt': named(3, `${AGENCY} Talks go on.`),
};

const ON = { article: { rules: { 'near-duplicate': 'information' } } };

const found = ['near-duplicate'];

/** The message of the rule on a file, without its advice. */
function message(client: CorpusClient, path: string): string {
  return String(client.diagnostics(path)[0]?.message ?? '').replace(/ Keep one.*/, '');
}

describe('near-duplicate in the editor', () => {
  it('is reported for closed and for open files once all have been read, with the article that is meant', async () => {
    const client = await CorpusClient.connect(FILES, ON);
    await client.until({ 'b.txt': found, 'c.txt': found });
    await client.show('c.txt');
    await client.until({ 'b.txt': found, 'c.txt': found });
    assert.equal(
      message(client, 'c.txt'),
      'Another article, in b.txt, has nearly this text, with another number; 90 % of it is the same.',
    );
    assert.deepEqual(
      client.diagnostics('c.txt')[0]?.relatedInformation?.map(({ location }) => location.uri),
      [uriOf('b.txt')],
    );
  });

  it('is compared only if the rule is on, as soon as it is', async () => {
    const client = await CorpusClient.connect(FILES);
    await client.untilTotals(({ articles, isChecking }) => articles === 3 && !isChecking);
    const { reads } = client;
    await client.change(ON);
    await client.until({ 'b.txt': found, 'c.txt': found });
    assert.isAbove(client.reads, reads + 3);
    await client.change({});
    await client.until({});
  });

  it('follows files that other programs write, and documents when they are saved', async () => {
    const client = await CorpusClient.connect(FILES, ON);
    await client.until({ 'b.txt': found, 'c.txt': found });
    await client.write('d.txt', named(4, `${AGENCY} Prices rise.`));
    await client.until({ 'b.txt': found, 'c.txt': found, 'd.txt': found });
    assert.match(message(client, 'b.txt'), /^2 other articles have nearly this text/);
    await client.remove('c.txt');
    await client.until({ 'b.txt': found, 'd.txt': found });
    await client.request(OVERVIEW, {}); // Its answer comes after all that is published at the same time.
    assert.match(message(client, 'b.txt'), /^Another article, in d.txt, has/);
    await client.show('a.txt');
    await client.edit('a.txt', named(1, `${AGENCY} And so on.`));
    assert.deepEqual(client.problems()['a.txt'], undefined);
    await client.save('a.txt');
    await client.until({ 'a.txt': found, 'b.txt': found, 'd.txt': found });
  });

  it('goes at once when a text is edited, also from the others, and stays with an article that is moved', async () => {
    const client = await CorpusClient.connect(FILES, ON);
    await client.until({ 'b.txt': found, 'c.txt': found });
    await client.show('b.txt');
    await client.edit('b.txt', `\n${FILES['b.txt']}`);
    await client.until({ 'b.txt': found, 'c.txt': found });
    assert.equal(client.diagnostics('b.txt')[0]?.range.start.line, 1);
    await client.edit('b.txt', named(2, 'A text of quite other words than that of the agency.'));
    await client.until({});
    await client.edit('b.txt', FILES['b.txt']);
    await client.until({ 'b.txt': found, 'c.txt': found });
  });

  it('is switched off for a folder, whose articles are compared nevertheless', async () => {
    const client = await CorpusClient.connect(
      {
        ...FILES,
        'off/d.txt': named(4, `${AGENCY} Prices.`),
        'off/.articlerc.json': '{ "rules": { "near-duplicate": "off" } }',
      },
      ON,
    );
    await client.until({ 'b.txt': found, 'c.txt': found });
    assert.match(message(client, 'b.txt'), /^2 other articles have/);
  });

  it('is in the overview as well, without a click', async () => {
    const client = await CorpusClient.connect(FILES, ON);
    await client.until({ 'b.txt': found, 'c.txt': found });
    const { sections } = await client.request<Overview>(OVERVIEW, {});
    assert.include(sections.find(({ id }) => id === 'near-texts')?.html ?? '', '1 pair of texts was found');
  });
});
