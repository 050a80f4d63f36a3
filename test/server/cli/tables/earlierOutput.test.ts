import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

const CORPUS = {
  'corpus/a.txt': article('1'),
  'corpus/b.txt': article('2', { date: '2024-02-30', text: 'x'.repeat(70_000) }),
};

/** The calls that write a file, by what they write. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  CSV: ['export', '-o', 'out.csv', 'corpus'],
  'CSV for Excel': ['export', '--byte-order-mark', '--guard-formulas', '-o', 'out.csv', 'corpus'],
  'JSON Lines': ['export', '-o', 'out.jsonl', 'corpus'],
  Parquet: ['export', '-o', 'out.parquet', 'corpus'],
  'the Text Interchange Format': ['export', '--for', 'tif', '-o', 'out.csv', 'corpus'],
  'tasks for Label Studio': ['export', '--for', 'label-studio', '-o', 'out.json', 'corpus'],
  'documents for doccano': ['export', '--for', 'doccano', '-o', 'out.jsonl', 'corpus'],
  'documents for spaCy': ['export', '--for', 'spacy', '-o', 'out.jsonl', 'corpus'],
  'a corpus for Sketch Engine': ['export', '--for', 'sketch-engine', '-o', 'out.xml', 'corpus'],
  'a page of figures': ['stats', '--html', 'out.html', 'corpus'],
  'a lock': ['lock', '-o', 'out.lock', 'corpus'],
  'findings in CSV': ['check', '--fail-on', 'never', '--format', 'csv', '--output-file', 'out.csv', 'corpus'],
};

function outputOf(call: readonly string[]): string {
  return call.find((each) => each.startsWith('out.')) as string;
}

describe('a file that an output would replace', () => {
  for (const [name, call] of Object.entries(CALLS)) {
    it(`is replaced if the same call wrote it: ${name}`, async () => {
      const cwd = folder(CORPUS);
      for (const time of ['first', 'again']) {
        const { code, stderr } = await run(call, cwd);
        assert.equal(code, 0, `${time}: ${stderr}`);
      }
    });

    it(`is left as it is if it is something else: ${name}`, async () => {
      const work = 'My notes, of two years\n';
      const cwd = folder({ ...CORPUS, [outputOf(call)]: work });
      const { code, stderr } = await run(call, cwd);
      assert.equal(code, 2);
      assert.match(stderr, /^article-format: out\.\w+ was left as it is: it is not a .+ or remove that one first\.\n$/);
      assert.equal(fs.readFileSync(path.join(cwd, outputOf(call)), 'utf8'), work);
    });
  }

  /** What people make of a table, in which they code by hand. */
  const CODED: Readonly<Record<string, (table: string) => string>> = {
    CSV: (table) => table.replace('index\r\n', 'index,coded\r\n'),
    'JSON Lines': (table) => table.replaceAll('"index":1}', '"index":1,"coded":"yes"}'),
    'the Text Interchange Format': (table) => table.replace('index\r\n', 'index,coded\r\n'),
    'documents for doccano': (table) => table.replaceAll('"index":1}', '"index":1,"coded":"yes"}'),
    'documents for spaCy': (table) => table.replaceAll('}}', '},"coded":"yes"}'),
    'tasks for Label Studio': (table) => table.replaceAll('}}', '},"coded":"yes"}'),
  };
  for (const [name, coded] of Object.entries(CODED)) {
    it(`is left as it is if it has a column of somebody’s own: ${name}`, async () => {
      const cwd = folder(CORPUS);
      const call = CALLS[name] as readonly string[];
      const file = path.join(cwd, outputOf(call));
      await run(call, cwd);
      const work = coded(fs.readFileSync(file, 'utf8'));
      fs.writeFileSync(file, work);
      const { code, stderr } = await run(call, cwd);
      assert.equal(code, 2);
      assert.include(
        stderr,
        `${outputOf(call)} was left as it is: it has the column “coded”, which this command does not write.`,
      );
      assert.equal(fs.readFileSync(file, 'utf8'), work);
    });
  }

  it('is left as it is if a column was added to findings', async () => {
    const cwd = folder({ ...CORPUS, 'out.csv': 'file,line,column,severity,rule,article,index,message,fix,done\r\n' });
    assert.equal((await run(CALLS['findings in CSV'] as string[], cwd)).code, 2);
  });

  it('is left as it is if another program has written the table', async () => {
    for (const written of ['\n', ';\r\n']) {
      const cwd = folder(CORPUS);
      await run(CALLS.CSV as string[], cwd);
      const file = path.join(cwd, 'out.csv');
      const table = fs.readFileSync(file, 'utf8').replace('\r\n', written);
      fs.writeFileSync(file, table);
      assert.equal((await run(CALLS.CSV as string[], cwd)).code, 2);
      assert.equal(fs.readFileSync(file, 'utf8'), table);
    }
  });

  it('is replaced if a setting has added a field since, and left as it is if one has gone', async () => {
    const cwd = folder(CORPUS);
    const settings = path.join(cwd, 'corpus/.articlerc.json');
    const set = (fields: string[]) => fs.writeFileSync(settings, JSON.stringify({ additionalFields: fields }));
    for (const call of ['CSV', 'JSON Lines', 'Parquet'].map((name) => CALLS[name] as string[])) {
      set([]);
      assert.equal((await run(call, cwd)).code, 0);
      set(['B-Y-L-I-N-E']);
      assert.equal((await run(call, cwd)).code, 0);
      set([]);
      const { code, stderr } = await run(call, cwd);
      assert.equal(code, 2);
      assert.include(stderr, 'it has the column “byline”');
    }
  });

  it('may be empty, such as a new temporary file', async () => {
    const cwd = folder({ ...CORPUS, 'out.csv': '' });
    assert.equal((await run(CALLS.CSV as string[], cwd)).code, 0);
  });

  it('is left as it is if it is damaged Parquet', async () => {
    const cwd = folder({ ...CORPUS, 'out.parquet': 'PAR1 and no more' });
    assert.equal((await run(CALLS.Parquet as string[], cwd)).code, 2);
  });
});
