import { assert } from 'chai';
import { NEXT_DAMAGED } from '../../../../server/src/protocol';
import { article, BAD_DAY } from '../../core/articles';
import { CAPABILITIES, CorpusClient } from '../corpusClient';

const OFF = '{ "rules": { "invalid-date": "off" } }';
const damaged = (number: number) => article(number).replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const bad = ['misspelled-marker'];

describe('a client that does not report changes of files', () => {
  it('gets problems of closed files as they are, new and removed ones included, when a file is saved', async () => {
    const files = { 'a.txt': article(1), 'b.txt': article(2), 'c.txt': damaged(3), 'd.txt': article(4) };
    const client = await CorpusClient.connect(files);
    await client.until({ 'c.txt': bad });
    await client.show('a.txt');
    client.writeUnseen('b.txt', damaged(2));
    client.writeUnseen('c.txt', undefined);
    client.writeUnseen('e/e.txt', damaged(5));
    await client.save('a.txt');
    await client.until({ 'b.txt': bad, 'e/e.txt': bad });
  });

  it('has only those read again that have changed', async () => {
    const files = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`${number}.txt`, article(number)]));
    const client = await CorpusClient.connect({ ...files, 'a.txt': damaged(6) });
    await client.until({ 'a.txt': bad });
    await client.show('1.txt');
    client.writeUnseen('2.txt', damaged(2));
    const before = client.reads;
    await client.save('1.txt');
    await client.until({ 'a.txt': bad, '2.txt': bad });
    assert.equal(client.reads - before, 3, 'The saved file, for itself and for the corpus, and the changed one.');
  });

  it('has a file again that git ignored for a while', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': damaged(2), 'c.txt': damaged(3) });
    await client.until({ 'b.txt': bad, 'c.txt': bad });
    await client.show('a.txt');
    client.writeUnseen('.gitignore', 'b.txt');
    await client.save('a.txt');
    await client.until({ 'c.txt': bad });
    client.writeUnseen('.gitignore', undefined);
    await client.save('a.txt');
    await client.until({ 'b.txt': bad, 'c.txt': bad });
  });

  it('gets the settings that are in force when a file is saved', async () => {
    const client = await CorpusClient.connect({
      'a.txt': article(1).replace(/\d{4}-\d\d-\d\d/, BAD_DAY),
      'sub/b.txt': damaged(7),
    });
    await client.show('sub/b.txt');
    await client.until({ 'a.txt': ['invalid-date'], 'sub/b.txt': bad });
    client.writeUnseen('.articlerc.json', OFF);
    await client.save('sub/b.txt');
    await client.until({ 'sub/b.txt': bad });
    client.writeUnseen('.articlerc.json', OFF.replace('off', 'hint'));
    await client.save('sub/b.txt');
    await client.until({ 'a.txt': ['invalid-date'], 'sub/b.txt': bad });
    client.writeUnseen('.articlerc.json', undefined);
    client.writeUnseen('sub/.articlerc.json', '{ "rules": { "misspelled-marker": "off" } }');
    await client.save('sub/b.txt');
    await client.until({ 'a.txt': ['invalid-date'] });
  });

  it('gets the closed file, not the text that was not saved, when a document closes', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': damaged(2) });
    await client.until({ 'b.txt': bad });
    await client.show('a.txt');
    await client.edit('a.txt', damaged(1));
    await client.until({ 'a.txt': bad, 'b.txt': bad });
    await client.close('a.txt');
    await client.until({ 'b.txt': bad });
  });
});

describe('a client that reports changes of files', () => {
  it('causes no second look when it saves', async () => {
    const watching = { dynamicRegistration: true, relativePatternSupport: true };
    const workspace = { ...CAPABILITIES.workspace, didChangeWatchedFiles: watching };
    const client = await CorpusClient.connect(
      { 'a.txt': article(1), 'b.txt': damaged(2) },
      {},
      { ...CAPABILITIES, workspace },
    );
    await client.until({ 'b.txt': bad });
    await client.show('a.txt');
    const before = client.reads;
    await client.save('a.txt');
    await client.request(NEXT_DAMAGED, {}); // It is answered after a scan that is due.
    assert.equal(client.reads - before, 1, 'The saved file, for faults of its bytes.');
  });
});
