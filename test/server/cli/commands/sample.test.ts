import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { type SampleOptions, sample } from '../../../../server/src/cli/commands/sample';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { article, folder, run } from '../commandLine';

/** 30 articles of January and 10 of February in two files; three files of one article, one of them not UTF-8 and without a day. */
function corpus(): Record<string, string | Uint8Array> {
  const of = (month: string, from: number, count: number) =>
    Array.from({ length: count }, (_, i) => article(String(from + i), { date: `2024-${month}-09` })).join('');
  return {
    'corpus/b/feb.txt': of('02', 31, 10),
    'corpus/jan.txt': of('01', 1, 30),
    'corpus/c.txt': `\ufeff${article('41', { date: '2024-01-10', title: '"Truce", they say' })}\n`,
    'corpus/d.txt': Buffer.from(article('42', { date: 'soon', title: 'Caf\xe9' }), 'latin1'),
  };
}

function read(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'latin1')]));
}

const ALL_OF_IT = ['-n', '42', '--seed', '1', 'corpus'];

describe('article-format sample', () => {
  it('copies articles and whole files byte for byte, with a list', async () => {
    const cwd = folder(corpus());
    const { code, stdout, stderr } = await run(['sample', ...ALL_OF_IT, '-o', 'out'], cwd);
    assert.equal(
      stdout,
      `42 articles of 42 drawn with seed 1. They are listed in ${path.join('out', 'sample.csv')}.\n`,
    );
    assert.match(stderr, /^article-format: corpus\/d\.txt: It is not UTF-8: byte E9 [^\n]*\n$/);
    assert.equal(code, 2);
    const files = read(path.join(cwd, 'out'));
    const before = (name: string) => fs.readFileSync(path.join(cwd, 'corpus', name), 'latin1');
    assert.equal(files['sample_11.txt'], before('c.txt'));
    assert.equal(files['sample_12.txt'], before('d.txt'));
    const [feb, jan] = [files, files].map((all, i) =>
      Object.values(all)
        .slice(
          ...([
            [1, 11],
            [13, 43],
          ][i] ?? []),
        )
        .join(''),
    );
    assert.equal(feb, before('b/feb.txt'));
    assert.equal(jan, before('jan.txt'));
    const [head, first, ...rest] = (files['sample.csv'] ?? '').split('\r\n');
    assert.equal(head, 'sample,doc_id,file,index,number,date,title,words,stratum,sha256');
    assert.match(first ?? '', /^sample_01\.txt,b\/feb,corpus\/b\/feb\.txt,1,31,2024-02-09,A truce,2,,[0-9a-f]{64}$/);
    assert.include(rest[9] ?? '', 'sample_11.txt,c,corpus/c.txt,1,41,2024-01-10,"""Truce"", they say",2,,');
  });

  it('draws the same from every folder, in proportion to strata, and of what a query chooses', async () => {
    const cwd = folder(corpus());
    const call = ['sample', '-n', '8', '--seed', '7', '--by', 'month', '--where', 'date != none'];
    const { stdout } = await run([...call, '-o', 'out', 'corpus'], cwd);
    assert.include(stdout, '8 articles of 41 drawn with seed 7, from 2 of 2 different months.');
    await run([...call, '-o', '../again', 'jan.txt', 'b', 'd.txt', 'c.txt'], path.join(cwd, 'corpus'));
    const names = (out: string) =>
      [...(read(path.join(cwd, out))['sample.csv'] ?? '').matchAll(/^sample_\d\.txt,([^,]*),.*,(2024-\d\d),/gm)].map(
        ([, id, stratum]) => `${stratum} ${id}`,
      );
    assert.deepEqual(names('out'), names('again'));
    // 31 and 10 of 41 articles: 6.05 and 1.95 of 8.
    assert.lengthOf(
      names('out').filter((name) => name.startsWith('2024-01')),
      6,
    );
    assert.lengthOf(
      names('out').filter((name) => name.startsWith('2024-02')),
      2,
    );
  });

  it('makes a new folder, or none', async () => {
    const cwd = folder({ ...corpus(), 'out/mine.txt': 'mine' });
    fs.mkdirSync(path.join(cwd, 'empty'));
    fs.rmSync(path.join(cwd, 'corpus/d.txt'));
    const all: Pick<SampleOptions, 'number' | 'seed'> = { number: 41, seed: 1 };
    for (const [output, options, reason] of [
      ['out', all, 'out already exists. Name a new folder with -o.'],
      ['empty', all, 'empty already exists. Name a new folder with -o.'],
      ['corpus/new', all, 'and its articles would be in the corpus twice. Name a folder outside it.'],
      ['no/such', all, `There is no folder ${path.join(cwd, 'no')}. Make it first.`],
      ['new', { ...all, number: 42 }, 'Only 41 articles can be drawn. Ask for fewer with -n.'],
      ['new', { ...all, by: 'source' }, 'A sample cannot be stratified by source. --by takes: day, month, year.'],
    ] as const) {
      const refused = sample([path.join(cwd, 'corpus')], { ...options, output: path.join(cwd, output) });
      const error = await refused.then(
        () => undefined,
        (thrown) => thrown,
      );
      assert.instanceOf(error, UsageError);
      assert.include(error.message, reason);
    }
    assert.sameMembers(fs.readdirSync(cwd), ['corpus', 'out', 'empty']);
    assert.deepEqual(read(path.join(cwd, 'out')), { 'mine.txt': 'mine' });
    assert.isEmpty(fs.readdirSync(path.join(cwd, 'empty')));
    assert.lengthOf(fs.readdirSync(path.join(cwd, 'corpus')), 3);
  });
});
