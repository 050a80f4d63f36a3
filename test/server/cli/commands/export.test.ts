import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Table, tableFromIPC } from 'apache-arrow';
import { assert } from 'chai';
import fc from 'fast-check';
import { readParquet } from 'parquet-wasm/node';
import { type ExportOptions, exportRows } from '../../../../server/src/cli/commands/export';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { Cutter } from '../../../../server/src/cli/reading/parts';
import { streamParts } from '../../../../server/src/cli/reading/streamReading';
import { rowsIn as rowsInParts } from '../../../../server/src/cli/tables/rows';
import { parse } from '../../../../server/src/core/parse/parser';
import { columnsFor } from '../../../../server/src/corpus/tables/columns';
import { noLosses } from '../../../../server/src/corpus/tables/losses';
import { type Row, rowsOf } from '../../../../server/src/corpus/tables/rows';
import { anyDocument, realisticDocument } from '../../core/articles';
import { article, articleWith, earlierTable, folder, inFolder, run } from '../commandLine';

const FILES = {
  'article_1.txt': article('1', { title: '=1+1', text: 'She said “no”, "never",\nand left. ' }),
  'more/articles_3.txt': article('2') + article('3', { title: '', text: ' Café 🕊️ ' }) + article('4'),
};

function rows(jsonl: string): Row[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** The rows of a table with days as text, as in JSON Lines. */
function rowsIn(table: Table): unknown[] {
  return table.toArray().map((row) => {
    const values = row.toJSON();
    return { ...values, day: values.day && new Date(values.day).toISOString().slice(0, 10) };
  });
}

const NO_OWN = columnsFor([]);

describe('article-format export', () => {
  it('writes a row for each article, with the exact values', async () => {
    const { code, stdout } = await run(['export', '.'], folder(FILES));
    assert.equal(code, 0);
    assert.deepEqual(rows(stdout)[0], {
      number: '1',
      date: '2024-04-09',
      title: '=1+1',
      text: 'She said “no”, "never",\nand left. ',
      file: 'article_1.txt',
      words: 6,
      sha256: createHash('sha256').update('She said “no”, "never",\nand left. ').digest('hex'),
      order: null,
      doc_id: 'article_1',
      day: '2024-04-09',
      index: 1,
    });
    assert.deepEqual(
      rows(stdout).map(({ number, file, index, doc_id }) => [number, file, index, doc_id]),
      [
        ['1', 'article_1.txt', 1, 'article_1'],
        ['2', 'more/articles_3.txt', 1, 'more/articles_3'],
        ['3', 'more/articles_3.txt', 2, 'more/articles_3#2'],
        ['4', 'more/articles_3.txt', 3, 'more/articles_3#3'],
      ],
    );
  });

  it('writes CSV as defined by RFC 4180, with a guard against formulas if asked to', async () => {
    const cwd = folder({ 'a.txt': FILES['article_1.txt'] });
    const { stdout } = await run(['export', '--to', 'csv', 'a.txt'], cwd);
    const [, hash] = /,([0-9a-f]{64}),,a,2024-04-09,1\r\n$/.exec(stdout) ?? [];
    assert.equal(
      stdout,
      `number,date,title,text,file,words,sha256,order,doc_id,day,index\r\n1,2024-04-09,=1+1,"She said “no”, ""never"",\nand left. ",a.txt,6,${hash},,a,2024-04-09,1\r\n`,
    );
    assert.include((await run(['export', '--to', 'csv', '--guard-formulas', 'a.txt'], cwd)).stdout, ",'=1+1,");
  });

  it('writes Parquet that another library can read', async () => {
    const cwd = folder({ ...FILES, 'undated.txt': article('5', { date: '2023-02-29' }) });
    const { code, stderr } = await run(['export', '--to', 'parquet', '-o', 'news.parquet', '.'], cwd);
    assert.deepEqual([code, stderr], [0, '']);
    const bytes = fs.readFileSync(path.join(cwd, 'news.parquet'));
    const table = tableFromIPC(readParquet(bytes).intoIPCStream());
    const { stdout } = await run(['export', '.'], cwd);
    assert.deepEqual(rowsIn(table), rows(stdout));
    assert.equal(`${table.schema.fields.find(({ name }) => name === 'day')?.type}`, 'Date32<DAY>');
    for (const name of table.schema.names) assert.include(bytes.toString(), `column.${String(name)}`);
  });

  it('says how many articles are incomplete, for each reason, and in which files', async () => {
    const title = (text: string) => text.replace('T-I-T-L-E-E-N-D.', '');
    const cwd = folder({
      'damaged.txt': title(article('1')) + article('2'),
      'missing.txt': article('3').replace(/D-A-T-E-S.*D-A-T-E-E-N-D\. {2}/, ''),
      'twice.txt': article('4').replace(/(T-I-T-L-E-S.*T-I-T-L-E-E-N-D\. {2})/, '$1$1'),
      'stray.txt': article('5').replace('  T-I-T-L-E-S', '  By our correspondent  T-I-T-L-E-S'),
      'jumble.txt': `${article('10')}${'T-E-X-T-S-T-A-R-T. '.repeat(60)}`,
      'unnamed.txt': articleWith('6', { 'B-Y-L-I-N-E': 'Jane', S: 'x' }),
      'spaced.txt': `${article('7')}\n`,
      'mark.txt': `\ufeff${article('8')}${article('9')}`,
    });
    const { code, stdout, stderr } = await run(['export', '.'], cwd);
    assert.equal(code, 1);
    assert.lengthOf(rows(stdout), 10);
    const [damaged, unnamed, spaced, ...others] = stderr.trim().split('\n');
    assert.match(damaged ?? '', /^article-format: 5 articles incomplete, because of damage: .* outside all/);
    assert.match(damaged ?? '', /Files: damaged.txt, jumble.txt, missing.txt, stray.txt, twice.txt$/);
    assert.match(
      unnamed ?? '',
      /: 1 article incomplete, .* no setting names all fields \(B-Y-L-I-N-E, S\).* unnamed.txt$/,
    );
    assert.match(spaced ?? '', /: 2 articles complete in the table, but import .* Files: mark.txt, spaced.txt$/);
    assert.isEmpty(others);
    const alone = await run(['export', 'spaced.txt'], cwd);
    assert.deepEqual([alone.code, alone.stderr.split('\n').length], [0, 2]);
  });

  it('counts articles whose markers cannot be read, and names their files', async () => {
    const unreadable = (number: string) =>
      article(number).replaceAll(/(?:[A-Z]-)+[A-Z]\./g, (marker) => {
        let place = 0;
        return marker.replaceAll('-', () => `(${++place})`);
      });
    const cwd = folder({
      'after.txt': article('1') + unreadable('2') + unreadable('3'),
      'whole.txt': article('4'),
    });
    const { code, stdout, stderr } = await run(['export', '.'], cwd);
    assert.equal(code, 1);
    assert.deepEqual(
      rows(stdout).map(({ number }) => number),
      ['1', '4'],
    );
    assert.match(
      stderr,
      /^article-format: 2 articles not exported, because their markers cannot be read\. .* Files: after\.txt$/m,
    );
  });

  it('names the first ten files, and says how many more there are', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `${index + 10}.txt`);
    const cwd = folder(Object.fromEntries(names.map((name) => [name, article('1').replace('T-I-T-L-E-E-N-D.', '')])));
    const { stderr } = await run(['export', '.'], cwd);
    assert.include(stderr, `12 articles incomplete`);
    assert.include(stderr, `Files: ${names.slice(0, 10).join(', ')} and 2 more\n`);
  });

  it('says how many articles of files that are not UTF-8 were not written', async () => {
    const latin = Buffer.from(article('1', { title: 'Käse' }) + article('2'), 'latin1');
    const { code, stderr } = await run(['export', '.'], folder({ 'a.txt': latin, 'b.txt': article('3') }));
    assert.equal(code, 2);
    assert.include(stderr, '2 articles not written, because the file is not UTF-8. Files: a.txt\n');
  });

  it('has null for a missing field, and no digest of it', async () => {
    const { stdout } = await run(['export', '-'], folder({}), article('1').replace(/T-E-X-T-S.*/, ''));
    assert.include(rows(stdout)[0], { title: 'A truce', text: null, words: 0, sha256: null });
  });

  it('escapes line ends that only some programs recognise', async () => {
    const text = 'a\u2028b\u2029c\u0085d';
    const cwd = folder({ 'a\u2028.txt': article('1', { text }) });
    const { stdout } = await run(['export', '.'], cwd);
    assert.notMatch(stdout, /[\u0085\u2028\u2029]/);
    assert.include(rows(stdout)[0], { text, file: 'a\u2028.txt' });
    const checked = await run(['check', '--format', 'jsonl', '--rule', 'canonical-layout=error', '.'], cwd);
    assert.notMatch(checked.stdout, /[\u0085\u2028\u2029]/);
  });

  it('does not change an existing file if something fails', async () => {
    const old = await earlierTable('news.csv');
    const cwd = folder({ 'news.csv': old });
    assert.equal((await run(['export', '--to', 'csv', '-o', 'news.csv', '*.txt'], cwd)).code, 2);
    assert.deepEqual(fs.readdirSync(cwd), ['news.csv']);
    assert.isTrue(fs.readFileSync(path.join(cwd, 'news.csv')).equals(old));
  });

  it('says that a table was written where something else is said of it, and nothing where all is well', async () => {
    const cwd = folder({ 'a.txt': article('1'), 'b/b.txt': article('2'), 'b/notes.txt': 'Notes.' });
    for (const name of ['news.csv', 'news.parquet']) {
      assert.equal((await run(['export', '-o', name, 'a.txt'], cwd)).stderr, '');
      assert.match(
        (await run(['export', '-o', name, 'b'], cwd)).stderr,
        new RegExp(`notes.txt.+\n${name} was written.\n$`),
      );
      assert.match(
        (await run(['export', '-o', name, 'a.txt', 'gone'], cwd)).stderr,
        new RegExp(`\n${name} was written.\n$`),
      );
    }
    assert.notInclude((await run(['export', 'b'], cwd)).stderr, 'was written');
  });

  it('says so when there are no articles', async () => {
    const { code, stdout, stderr } = await run(['export', '.'], folder({}));
    assert.deepEqual(
      [code, stdout, stderr],
      [
        0,
        '',
        'article-format: No articles were found. In a folder, they are looked for in files whose names end in .txt or .article.\n',
      ],
    );
  });

  for (const name of ['news.jsonl', 'news.csv', 'news.parquet']) {
    it(`never puts a table without rows in the place of ${name}`, async () => {
      const old = await earlierTable(name);
      const cwd = folder({ [name]: old, 'empty/notes.txt': 'Notes.' });
      const calls = [
        [['empty'], 1],
        [['gone'], 2],
        [['gone/*.txt'], 2],
        [['empty/notes.txt'], 1],
      ] as const;
      // Whether there are rows is known before a form is written.
      for (const [paths, wanted] of name === 'news.jsonl' ? calls : calls.slice(0, 1)) {
        const { code, stderr } = await run(['export', '-o', name, ...paths], cwd);
        assert.equal(code, wanted, paths.join());
        assert.include(
          stderr,
          `No articles were found. In a folder, they are looked for in files whose names end in .txt or .article. ${name} was not written.\n`,
        );
      }
      assert.isTrue(fs.readFileSync(path.join(cwd, name)).equals(old));
      assert.sameMembers(fs.readdirSync(cwd), [name, 'empty']);
    });
  }

  it('says why the named file cannot be written, without naming a temporary one', async () => {
    const cwd = folder({ 'a.txt': article('1') });
    const { code, stderr } = await run(['export', '-o', 'nowhere/a.jsonl', 'a.txt'], cwd);
    const message = 'article-format: nowhere/a.jsonl cannot be written. There is no folder nowhere. Make it first.\n';
    assert.deepEqual([code, stderr], [2, message]);
  });

  it('writes no row of a file that is not UTF-8, and reports it', async () => {
    const torn = Buffer.concat([Buffer.from(article('1') + article('2')), Uint8Array.of(0xe4)]);
    const { code, stdout, stderr } = await run(['export', '.'], folder({ 'a.txt': torn, 'b.txt': article('3') }));
    assert.equal(code, 2);
    assert.deepEqual(
      rows(stdout).map(({ number }) => number),
      ['3'],
    );
    assert.include(stderr, `a.txt: It is not UTF-8: byte E4 (hexadecimal) at offset ${torn.length - 1} `);
  });

  it('never writes over articles', async () => {
    const cwd = folder({ 'a.txt': article('1'), 'b.txt': article('2') });
    const { code, stderr } = await run(['export', '-o', 'a.txt', 'b.txt'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, 'a.txt holds articles');
    fs.writeFileSync(path.join(cwd, 'wide.txt'), Buffer.from(`\ufeff${article('3')}`, 'utf16le'));
    assert.include(
      (await run(['export', '-o', 'wide.txt', '--to', 'csv', 'b.txt'], cwd)).stderr,
      'wide.txt holds articles',
    );
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), article('1'));
  });

  it('writes the same rows wherever the blocks of a stream end', async () => {
    const blocks = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 });
    const document = fc
      .array(fc.oneof(anyDocument, realisticDocument), { maxLength: 3 })
      .map((texts) => texts.join(''));
    await fc.assert(
      fc.asyncProperty(document, blocks, async (text, lengths) => {
        const bytes = Buffer.from(text);
        async function* stream() {
          for (let at = 0, i = 0; at < bytes.length; at += lengths[i++ % lengths.length] as number) {
            yield bytes.subarray(at, at + (lengths[i % lengths.length] as number));
          }
        }
        const found: Row[] = [];
        const parts = streamParts(new Cutter(), stream(), undefined);
        const losses = noLosses();
        const leaveOut = () => assert.fail('All of it is UTF-8.');
        const from = { file: '-', stem: '-', columns: NO_OWN, losses, leaveOut };
        for await (const row of rowsInParts(parts, from)) found.push({ ...row, sha256: null });
        const source = {
          file: '-',
          stem: '-',
          columns: NO_OWN,
          losses: noLosses(),
          hasMark: bytes.toString().startsWith('\ufeff'),
        };
        const whole = parse(bytes.toString().replace(/^\ufeff/, ''));
        assert.deepEqual(found, [...rowsOf(whole, source)]);
        assert.deepEqual(losses, source.losses);
      }),
      { numRuns: 150 },
    );
  });

  it('has a column for each user-defined field of all settings, in every form', async () => {
    const cwd = folder({
      'a.txt': articleWith('1', { 'B-Y-L-I-N-E': 'Jane', 'W-O-R-D-S': 'many' }),
      'b/b.txt': articleWith('2', { 'S-O-U-R-C-E': '' }),
      'c.txt': article('3'),
      '.articlerc.json': '{"additionalFields": ["B-Y-L-I-N-E", "W-O-R-D-S"]}',
      'b/.articlerc.json': '{"additionalFields": ["S-O-U-R-C-E", "B-Y-L-I-N-E"]}',
    });
    const { code, stdout, stderr } = await run(['export', '.'], cwd);
    assert.deepEqual([code, stderr], [0, '']);
    const own = rows(stdout).map(({ order, byline, field_words, source }) => [order, byline, field_words, source]);
    assert.deepEqual(own, [
      ['number date title byline field_words text', 'Jane', 'many', null],
      ['number date title source text', null, null, ''],
      [null, null, null, null],
    ]);
    assert.equal(rows(stdout)[0]?.words, 2);
    const [head] = (await run(['export', '--to', 'csv', '.'], cwd)).stdout.split('\r\n');
    assert.equal(head, 'number,date,title,text,file,words,sha256,order,byline,field_words,source,doc_id,day,index');
    await run(['export', '-o', 'all.parquet', '.'], cwd);
    const table = tableFromIPC(readParquet(fs.readFileSync(path.join(cwd, 'all.parquet'))).intoIPCStream());
    assert.deepEqual(rowsIn(table), rows(stdout));
  });

  it('writes the order of fields if it is not that of the format', async () => {
    const [first = '', date = '', title = '', text = ''] = article('1').trim().split(/ {2}/);
    const { code, stdout } = await run(['export', '-'], folder({}), ` ${[first, title, date, text].join('  ')} `);
    assert.deepEqual([code, rows(stdout)[0]?.order], [0, 'number title date text']);
  });

  describe('takes the form', () => {
    /** What the call makes of one article, without another process; `refused` is what it says instead. */
    const begin = async (options: ExportOptions) => {
      const cwd = folder({ 'a.txt': article('1') });
      const refused = await inFolder(cwd, () => exportRows(['a.txt'], options)).then(
        () => undefined,
        (error: unknown) => (error instanceof UsageError ? error.message : assert.fail(String(error))),
      );
      const made = fs.readdirSync(cwd).filter((name) => name !== 'a.txt');
      const [name] = made;
      const content = name === undefined ? '' : fs.readFileSync(path.join(cwd, name), 'latin1');
      return { refused, made, content: content.slice(0, 4) };
    };
    const done = { refused: undefined };

    it('from the suffix', async () => {
      const forms = { jsonl: '{"nu', NDJSON: '{"nu', csv: 'numb', Csv: 'numb' };
      for (const [suffix, content] of Object.entries(forms)) {
        assert.include(await begin({ output: `news.${suffix}` }), { ...done, content }, suffix);
      }
      assert.include(await begin({ output: 'news' }), { ...done, content: '{"nu' });
      const cwd = folder({ 'a.txt': article('1') });
      assert.equal((await run(['export', '-o', 'news.PARQUET', 'a.txt'], cwd)).code, 0);
      assert.equal(fs.readFileSync(path.join(cwd, 'news.PARQUET'), 'latin1').slice(0, 4), 'PAR1');
    });

    it('from --to if the suffix does not give it, and refuses a call without either', async () => {
      assert.include(await begin({ to: 'csv', output: 'news.txt' }), { ...done, content: 'numb' });
      for (const output of ['news.txt', 'news.xlsx', 'news.csv.gz', 'news.json']) {
        const { refused, made } = await begin({ output });
        assert.include(refused, 'is not the suffix of a table');
        assert.isEmpty(made, output);
      }
    });

    it('from neither if they disagree', async () => {
      for (const [to, output] of [
        ['jsonl', 'news.parquet'],
        ['csv', 'news.jsonl'],
        ['parquet', 'news.CSV'],
      ] as const) {
        const { refused, made } = await begin({ to, output });
        assert.include(refused, output);
        assert.isEmpty(made, output);
      }
      assert.include(await begin({ to: 'jsonl', output: 'news.ndjson' }), { ...done, content: '{"nu' });
    });

    it('and writes to standard output if the file is -', async () => {
      for (const [to, begins] of [
        [[], '{"nu'],
        [['--to', 'csv'], 'numb'],
      ] as const) {
        const cwd = folder({ 'a.txt': article('1') });
        const { code, stdout } = await run(['export', '-o', '-', ...to, 'a.txt'], cwd);
        assert.deepEqual([code, stdout.slice(0, 4), fs.readdirSync(cwd)], [0, begins, ['a.txt']]);
      }
      const { refused, made } = await begin({ output: '-', to: 'parquet' });
      assert.include(refused, 'Parquet cannot be written to standard output.');
      assert.isEmpty(made);
    });

    it('and refuses options that are only for CSV', async () => {
      for (const option of [{ guardFormulas: true }, { byteOrderMark: true }]) {
        const { refused, made } = await begin({ ...option, output: 'news.jsonl' });
        assert.include(refused, 'are for CSV.');
        assert.isEmpty(made);
        assert.deepInclude(await begin({ ...option, output: 'news.csv' }), { ...done, made: ['news.csv'] });
      }
    });
  });
});
