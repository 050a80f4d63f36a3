/** Streams, and how reports name an article: by its number, its place, and the name of the stream. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { Cutter } from '../../../server/src/cli/reading/parts';
import { streamParts } from '../../../server/src/cli/reading/streamReading';
import { rowsIn } from '../../../server/src/cli/tables/rows';
import { parse } from '../../../server/src/core/parse/parser';
import { numbered } from '../../../server/src/corpus/articles/numbered';
import { columnsFor } from '../../../server/src/corpus/tables/columns';
import { noLosses } from '../../../server/src/corpus/tables/losses';
import { anyDocument, realisticDocument } from '../core/articles';
import { article, articleWith, folder, run } from './commandLine';

const BAD = Uint8Array.of(0xff);
const BAD_DATE = article('2', { date: '2024-02-30' });

/** Articles as bytes, in which `~` is the byte FF. */
function torn(...articles: readonly string[]): Buffer {
  return Buffer.from(articles.join('').replaceAll('~', '\xff'), 'latin1');
}

function objects(jsonl: string) {
  return jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const indexes = (jsonl: string) => objects(jsonl).map(({ index }) => index);

describe('a stream with bytes that are not UTF-8', () => {
  const stream = torn(article('1'), article('2'), article('3', { title: 'Caf~' }), article('~4'), article('5'));
  const first = stream.indexOf(0xff);
  const second = stream.indexOf(0xff, first + 1);

  it('gives all rows except those of the articles that contain them, which are reported and counted', async () => {
    const { code, stdout, stderr } = await run(['export', '-'], folder({}), stream);
    assert.equal(code, 2);
    assert.deepEqual(indexes(stdout), [1, 2, 5]);
    const byte = (at: number) =>
      `It is not UTF-8: byte FF (hexadecimal) at offset ${at} is not part of a character. In VS Code, open it with its own encoding (Reopen with Encoding), then save it as UTF-8 (Save with Encoding).`;
    assert.deepEqual(stderr.split('\n'), [
      `article-format: -: Article 3 (number 3) is left out. ${byte(first)}`,
      `article-format: -: Article 4 is left out. ${byte(second)}`,
      'article-format: 2 articles left out, because of bytes that are not UTF-8. Files: -',
      '',
    ]);
  });

  it('gives a complete file in each form', async () => {
    for (const form of ['jsonl', 'csv', 'parquet']) {
      const cwd = folder({});
      const { code } = await run(['export', '-o', `news.${form}`, '-'], cwd, stream);
      assert.deepEqual([code, fs.readdirSync(cwd)], [2, [`news.${form}`]]);
    }
  });

  it('loses nothing else if such a byte is between or before articles, or the stream ends inside a character', async () => {
    const between = `${article('1')}~${article('2')}`;
    for (const [text, wanted] of [
      [between, [2]],
      [`${article('1')}~${article('2').trimStart()}`, [1]],
      [`~${article('1')}${article('2')}`, [2]],
      [`${article('1')}${article('2')}\xe4`, [1]],
      [`\xef\xbb\xbf${article('1')}\xe4`, []],
    ] as const) {
      const { code, stdout } = await run(['export', '-'], folder({}), torn(text));
      assert.deepEqual([code, indexes(stdout)], [2, wanted], text);
    }
  });

  it('reports such bytes outside all articles', async () => {
    const { code, stdout, stderr } = await run(['export', '-'], folder({}), torn('Not~es.'));
    assert.deepEqual([code, stdout], [2, '']);
    assert.include(stderr, '-: It is not UTF-8: byte FF (hexadecimal) at offset 3 ');
  });

  it('gives the rows of all other articles, wherever such bytes and the ends of blocks are', async () => {
    const texts = fc.array(fc.oneof(anyDocument, realisticDocument), { maxLength: 4 });
    const document = fc.tuple(fc.constantFrom('', '\ufeff'), texts).map(([mark, each]) => mark + each.join(''));
    const places = fc.array(fc.tuple(fc.nat(), fc.constantFrom([0xff], [0xe4, 0xb8], [0xe9])), { maxLength: 4 });
    let leftOut = 0;
    await fc.assert(
      fc.asyncProperty(document, places, fc.integer({ min: 1, max: 400 }), async (text, bad, block) => {
        let bytes = Buffer.from(Buffer.from(text).toString().replaceAll('\ufffd', ''));
        for (const [place, added] of bad) {
          const at = place % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(added), bytes.subarray(at)]);
        }
        async function* blocks() {
          for (let at = 0; at < bytes.length; at += block) yield bytes.subarray(at, at + block);
        }
        const all = [...numbered(parse(new TextDecoder().decode(bytes)))];
        const rows: number[] = [];
        const named: number[] = [];
        const source = {
          file: '-',
          stem: '-',
          columns: columnsFor([]),
          losses: noLosses(),
          leaveOut: (each: { index: number } | undefined) => each && named.push(each.index),
        };
        for await (const { index } of rowsIn(streamParts(new Cutter(), blocks(), undefined), source)) rows.push(index);
        const indexesOf = (wanted: boolean) =>
          all.filter((each) => each.article.text.includes('\ufffd') === wanted).map(({ index }) => index);
        assert.deepEqual(rows, indexesOf(false));
        assert.deepEqual(named, indexesOf(true));
        leftOut += named.length;
      }),
      { numRuns: 300 },
    );
    assert.isAbove(leftOut, 50);
  });

  it('is one finding of check, which checks all other articles', async () => {
    const bytes = Buffer.concat([torn(article('1', { title: 'Caf~' })), Buffer.from(BAD_DATE)]);
    const { code, stdout } = await run(['check', '--format', 'jsonl', '-'], folder({}), bytes);
    assert.equal(code, 1);
    assert.deepEqual(
      objects(stdout).map(({ code: rule, article: name }) => [rule, name]),
      [
        ['invalid-date', { number: '2', index: 2 }],
        ['not-utf-8', null],
      ],
    );
  });

  it('is refused as a whole by fix and format', async () => {
    const damaged = Buffer.concat([Buffer.from(article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D')), BAD]);
    for (const args of [['fix'], ['fix', '--diff'], ['format', '--layout', 'fields'], ['fix', '--dry-run']]) {
      const { code, stdout, stderr } = await run([...args, '-'], folder({}), damaged);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.include(stderr, `-: It is not UTF-8: byte FF (hexadecimal) at offset ${damaged.length - 1} `);
    }
  });
});

describe('a finding', () => {
  const found = async (cwd: string, args: readonly string[], stdin?: string) =>
    objects((await run(['check', '--format', 'jsonl', ...args], cwd, stdin)).stdout).map(
      ({ file, code, article: name }) => [file, code, name],
    );
  const noDate = article('1').replace(/D-A-T-E-S.*D-A-T-E-E-N-D\. {2}/, '');
  const noNumber = article('1').replace(/F-N-S.*F-N-E-N-D\. {2}/, '');

  it('names its article by the number in the file, and by its place among the articles of the file', async () => {
    const text = `\ufeff${article('1')}${article(' 7.xml', { date: 'x' })}${article('3')}${noDate}`;
    for (const [cwd, args, stdin, file] of [
      [folder({ 'a.txt': text }), ['a.txt'], '', 'a.txt'],
      [folder({}), ['-'], text, '-'],
    ] as const) {
      assert.deepEqual(await found(cwd, args, stdin), [
        [file, 'invalid-date', { number: ' 7.xml', index: 2 }],
        [file, 'missing-field', { number: '1', index: 4 }],
        [file, 'byte-order-mark', null],
        [file, 'duplicate-number', { number: '1', index: 1 }],
        [file, 'duplicate-number', { number: '1', index: 4 }],
      ]);
    }
  });

  it('has null for a missing number', async () => {
    const [[, , name] = []] = await found(folder({ 'a.txt': noNumber }), ['a.txt']);
    assert.deepEqual(name, { number: null, index: 1 });
  });

  it('has the same place as the row of its article', async () => {
    const texts = fc.array(fc.oneof(anyDocument, realisticDocument), { minLength: 2, maxLength: 4 });
    const documents = fc.sample(texts, { numRuns: 150, seed: 13 }).map((each) => each.join(''));
    const cwd = folder(Object.fromEntries(documents.map((text, place) => [`${place + 100}.txt`, text])));
    const [rows, findings] = [await run(['export', '.'], cwd), await run(['check', '--format', 'jsonl', '.'], cwd)];
    const known = new Map(objects(rows.stdout).map(({ file, index, number }) => [`${file} ${index}`, number]));
    const named = objects(findings.stdout).filter(({ article: name }) => name !== null);
    assert.isAbove(named.length, 50);
    for (const { file, article: name } of named) assert.equal(known.get(`${file} ${name.index}`), name.number);
  });
});

describe('--stdin-filename', () => {
  const empty = '{"rules": {"empty-field": "error"}, "additionalFields": ["B-Y-L-I-N-E"]}';
  const cwd = folder({ 'news/.articlerc.json': empty, 'news/article_9.txt': article('9') });
  const name = path.posix.join('news', 'article_9.txt');
  const named = (...args: readonly string[]) => [...args, '--stdin-filename', name, '-'];
  const text = articleWith('8', { 'B-Y-L-I-N-E': 'Jane' }).replace('A truce', '');

  it('names findings, and decides which settings are used', async () => {
    const { code, stdout } = await run(named('check', '--format', 'jsonl'), cwd, text);
    assert.equal(code, 1);
    assert.deepEqual(
      objects(stdout).map((each) => [each.file, each.code, each.severity]),
      [
        [name, 'empty-field', 'error'],
        [name, 'file-name-mismatch', 'information'],
      ],
    );
    assert.include((await run(named('check'), cwd, text)).stdout, `${name}\n`);
    const stats = await run(named('stats', '--json'), cwd, text);
    assert.deepEqual(JSON.parse(stats.stdout).problems, { 'empty-field': 1, 'file-name-mismatch': 1 });
  });

  it('names rows, and what is left out', async () => {
    const { code, stdout } = await run(named('export'), cwd, text);
    const [{ file, byline }] = objects(stdout);
    assert.deepEqual([code, file, byline], [0, name, 'Jane']);
    const { stderr } = await run(named('export'), cwd, Buffer.concat([Buffer.from(text), BAD]));
    assert.match(stderr, /^article-format: news\/article_9\.txt: Article 1 \(number 8\) is left out/);
  });

  it('names what fix and format would change, and that file is not written', async () => {
    const damaged = article('8').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
    assert.include((await run(named('fix', '--diff'), cwd, damaged)).stdout, `+++ b/${name}\n`);
    assert.equal((await run(named('fix', '--dry-run'), cwd, damaged)).stdout, `${name}\n`);
    const layout = ['format', '--layout', 'fields'];
    assert.equal((await run(named(...layout, '--check'), cwd, damaged)).stdout, `${name}\n`);
    assert.equal((await run(named('fix'), cwd, damaged)).stdout, article('8'));
    assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), article('9'));
  });

  it('may name a file that does not exist, and --show-settings shows its settings', async () => {
    const { stdout } = await run(['check', '--show-settings', '-', '--stdin-filename', 'news/none.txt'], cwd);
    assert.equal(JSON.parse(stdout).settingsFile, path.join('news', '.articlerc.json'));
    const other = await run(['check', '--stdin-filename', 'gone/none.txt', '-'], cwd, article('8'));
    assert.equal(other.code, 0);
  });

  it('is refused if standard input is not read, or if it cannot be the name of a file', async () => {
    for (const args of [
      ['check', '--stdin-filename', 'a.txt', 'news'],
      ['export', '--stdin-filename', 'a.txt', '--files-from', '-'],
      ['check', '--stdin-filename', '', '-'],
      ['fix', '--stdin-filename', 'news/', '-'],
    ]) {
      const { code, stdout, stderr } = await run(args, cwd, 'news');
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.include(stderr, '--stdin-filename');
    }
  });
});

describe('a long stream', () => {
  /** Over the length that is kept in memory. */
  const between = Array.from({ length: 60 }, (_, index) =>
    article(`${index + 10}`, { text: `${'Weeks of talks. '.repeat(6000)}${index}` }),
  );
  const long = [article('1'), ...between, article('1', { text: 'Other.' })].join('');

  it('is compared within itself like a file', async () => {
    const cwd = folder({ 'a.txt': long });
    const [file, stream] = await Promise.all([
      run(['check', '--format', 'jsonl', 'a.txt'], cwd),
      run(['check', '--format', 'jsonl', '-', '--stdin-filename', 'a.txt'], cwd, long),
    ]);
    assert.deepEqual(
      objects(stream.stdout).map((finding) => [finding.code, finding.article.index]),
      [
        ['duplicate-number', 1],
        ['duplicate-number', 62],
      ],
    );
    assert.equal(stream.stdout, file.stdout);
  });

  it('is checked but not compared if there is no room for a copy, and says so', async () => {
    const cwd = folder({ file: '' });
    // Nothing can be made in a file; Node would make a folder that is only missing, for its compile cache.
    const nowhere = path.join(cwd, 'file', 'folder');
    const { stdout, stderr, code } = await run(['check', '--format', 'jsonl', '-'], cwd, long + BAD_DATE, {
      TMPDIR: nowhere,
      TEMP: nowhere,
    });
    assert.deepEqual(
      objects(stdout).map((finding) => finding.code),
      ['invalid-date'],
    );
    assert.match(stderr, /^article-format: -: It is not compared with other articles, because it could not be copied/);
    assert.equal(code, 2);
  });
});
