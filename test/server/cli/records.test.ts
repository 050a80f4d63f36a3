/** Record mode: `check`, `export` and `fix` with `--records` do to records what they do to files of the same content. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { CheckRun } from '../../../server/src/cli/check/checkRun';
import { RecordsRun } from '../../../server/src/cli/check/recordsRun';
import type { ReportedFinding } from '../../../server/src/cli/check/report';
import type { InputFile } from '../../../server/src/cli/input/inputFile';
import { complain } from '../../../server/src/cli/output/faults';
import { Output } from '../../../server/src/cli/output/output';
import { LeftAlone } from '../../../server/src/cli/reading/leftAlone';
import { recordLines } from '../../../server/src/cli/reading/recordInputs';
import { FolderSettings } from '../../../server/src/cli/settings/settings';
import { Omissions } from '../../../server/src/cli/tables/omissions';
import { rowsOfRecords } from '../../../server/src/cli/tables/recordRows';
import { rowsOfFiles } from '../../../server/src/cli/tables/rows';
import { RecordsFixing } from '../../../server/src/cli/writing/fixRecords';
import { fixText } from '../../../server/src/corpus/fixes/fixes';
import { columnsFor } from '../../../server/src/corpus/tables/columns';
import { HardLinks } from '../../../server/src/disk/hardLinks';
import { anyDocument, articleText, realisticDocument } from '../core/articles';
import { context } from '../core/findings';
import { article, articleWith, BIN, environment, folder, run } from './commandLine';
import { ownDocument } from './tables';

type Contents = Readonly<Record<string, string>>;

const NAMES = ['article_2.txt', 'b.txt', 'hdfs:a/lf_1.txt', 'z.txt'];

/** Articles among which some share their numbers or their texts. */
const alike = fc
  .tuple(fc.constantFrom('1', '2', 'é3'), fc.constantFrom('Talks go on.', 'Café 🕊️.', 'Two\r\nlines'))
  .map(([number, text]) => articleText([number, '2024-04-09', 'Truce', text]));

/** Contents that a record can have: without half surrogate pairs. */
const content = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(fc.oneof(alike, realisticDocument), { maxLength: 3 }).map((all) => all.join('')) },
    ...[anyDocument, ownDocument, fc.constantFrom('', 'Notes.', '\ufeff')],
  )
  .map((text) => Buffer.from(text).toString());

const contents: fc.Arbitrary<Contents> = fc.dictionary(fc.constantFrom(...NAMES), content, { minKeys: 1 });

/** The same contents as files and as records, in the order of the names. */
function inputs(contents: Contents): { files: InputFile[]; records: InputFile[] } {
  const names = Object.keys(contents).sort();
  const lines = names.map((file) => JSON.stringify({ year: 1986, file, content: contents[file] }));
  const cwd = folder({ ...contents, 'all.jsonl': lines.join('\n') });
  const inputOf = (name: string): InputFile => {
    return { path: path.join(cwd, name), name, folder: cwd, root: cwd, named: true, regular: true };
  };
  return { files: names.map(inputOf), records: [inputOf('all.jsonl')] };
}

interface Verdict {
  readonly checked: number;
  readonly findings: readonly ReportedFinding[];
  readonly left: number;
  readonly complaints: readonly string[];
}

async function verdict(
  call: (options: Omit<ConstructorParameters<typeof CheckRun>[0], 'files'>) => CheckRun | RecordsRun,
) {
  const [findings, complaints]: [ReportedFinding[], string[]] = [[], []];
  const complain = (file: string, error: unknown) => complaints.push(`${file}: ${(error as Error).message}`);
  const settings = new FolderSettings(context.today, { isolated: true }, complain);
  const leftAlone = new LeftAlone(false);
  const report = (finding: ReportedFinding) => findings.push({ ...finding });
  const checked = await call({ settings, output: new Output(), complain, leftAlone, report }).run();
  return { checked, findings, left: leftAlone.count, complaints } satisfies Verdict;
}

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of found) items.push(item);
  return items;
}

describe('records', () => {
  it('have the findings of files with their contents, also those across files', async () => {
    const foreign = fc.constantFrom({}, { 'c.txt': '%PDF-' }, { 'c.txt': 'a\0b\0c\0' });
    await fc.assert(
      fc.asyncProperty(contents, foreign, async (all, others) => {
        const { files, records } = inputs({ ...all, ...others });
        const expected = await verdict((options) => new CheckRun({ ...options, files }));
        const found = await verdict((options) => new RecordsRun({ ...options, inputs: records, articlesOnly: false }));
        assert.deepEqual(found, expected);
      }),
      { numRuns: 40 },
    );
  });

  it('have the rows of files with their contents, but for the names that begin doc_id', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (made) => {
        const { files, records } = inputs(made);
        const columns = columnsFor(['B-Y-L-I-N-E']);
        const outside = () => ({ omissions: new Omissions(), leftAlone: new LeftAlone(false) });
        const [ofFiles, ofRecords] = [outside(), outside()];
        const names = new Map(files.map((file) => [file, { file: file.name as string, stem: file.name as string }]));
        const expected = await all(rowsOfFiles(names, columns, ofFiles, { complain, links: new HardLinks() }));
        const rows = rowsOfRecords({ inputs: records, articlesOnly: false }, columns, ofRecords);
        assert.deepEqual(await all(rows), expected);
        assert.equal(ofRecords.leftAlone.count, ofFiles.leftAlone.count);
        const sentences = ofFiles.omissions.sentences();
        assert.deepEqual(ofRecords.omissions.sentences().slice(0, sentences.length), sentences);
      }),
      { numRuns: 40 },
    );
  });

  it('are fixed as files with their contents, or stay as they came to the byte', async () => {
    const change = (text: string) => fixText(text, { context, severities: {} });
    await fc.assert(
      fc.asyncProperty(contents, async (all) => {
        const fixing = new RecordsFixing([], { isolated: true }, change);
        const [input] = inputs(all).records as [InputFile];
        for await (const line of recordLines(input)) {
          const { file, content } = JSON.parse(line.bytes.toString());
          const fixed = change(content).text;
          const written = fixing.fixed(line, input);
          if (fixed === content) assert.strictEqual(written, line.bytes);
          else assert.deepEqual(JSON.parse(written.toString()), { year: 1986, file, content: fixed });
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A record as text, with a key that is not about its file, and a number that no program may round. */
function record(file: string, text: string): string {
  return `{"id": 12345678901234567890, "file": "${file}", "content": ${JSON.stringify(text)}}`;
}

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const HEALTHY = record('lf_1.txt', articleWith('1', { 'B-Y-L-I-N-E': 'Café' }));

describe('a call with --records', () => {
  /** A byte order mark, lines of both kinds, an empty line, a bad record, a text that is not UTF-8, and no line end at the end. */
  const lines = [
    `\ufeff${HEALTHY}\r\n`,
    '\n',
    'no json\n',
    `${record('b.txt', DAMAGED)}\r\n`,
    record('c.txt', 'Notes.'),
  ];
  const input = Buffer.concat([Buffer.from(lines.join('')), Buffer.from('\n"\xff"', 'latin1')]);
  const settings = '{ "additionalFields": ["B-Y-L-I-N-E"], "rules": { "duplicate-number": "error" } }';
  const files = { '.articlerc.json': settings, 'sub/.articlerc.json': '{ "rules": {} }', 'sub/in.jsonl': input };
  const said = (outcome: string) =>
    [3, 6].map((line) => new RegExp(`^article-format: -: Line ${line} .* It was ${outcome}\\.$`, 'm'));

  it('checks standard input with the settings of the working directory, and names the lines that it leaves out', async () => {
    const { code, stdout, stderr } = await run(['check', '--records', '--format', 'jsonl'], folder(files), input);
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 2);
    assert.deepEqual(
      found.map(({ file, code, severity }) => [file, code, severity]),
      [
        ['b.txt', 'misspelled-marker', 'error'],
        ['lf_1.txt', 'duplicate-number', 'error'],
        ['b.txt', 'duplicate-number', 'error'],
      ],
    );
    for (const sentence of said('left out')) assert.match(stderr, sentence);
    assert.include(stderr, '1 file left alone, no articles: c.txt.');
  });

  it('exports rows with the fields that the working directory names', async () => {
    const { code, stdout, stderr } = await run(['export', '--records', '-'], folder(files), input);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 2);
    assert.deepEqual(
      rows.map(({ file, doc_id, byline, index }) => [file, doc_id, byline, index]),
      [
        ['lf_1.txt', 'lf_1.txt', 'Café', 1],
        ['b.txt', 'b.txt', null, 1],
      ],
    );
    for (const sentence of said('left out')) assert.match(stderr, sentence);
    assert.include(
      stderr,
      'The records have other keys, which are in no row: id. Rows and records can be joined by file.',
    );
  });

  it('writes fixed records, and everything else as it came', async () => {
    const wanted = Buffer.from(input.toString('latin1').replace('T-I-T-L-E-E-N-D ', 'T-I-T-L-E-E-N-D. '), 'latin1');
    const cwd = folder(files);
    for (const [args, stdin] of [
      [['fix', '--records'], input],
      [['fix', '--records', 'sub/in.jsonl'], ''],
    ] as const) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
        cwd,
        input: stdin,
        env: environment(),
      });
      assert.equal(status, 2);
      assert.deepEqual(stdout, wanted);
      assert.include(stderr.toString(), '1 of 2 records changed.');
      assert.match(stderr.toString(), /: Line 3 .* It was written as it came\.$/m);
    }
    assert.deepEqual(fs.readFileSync(path.join(cwd, 'sub/in.jsonl')), input);
  });

  it('ends each input with a line end if another one follows', async () => {
    const cwd = folder({ 'a.jsonl': HEALTHY, 'b.jsonl': HEALTHY });
    const { code, stdout, stderr } = await run(['fix', '--records', 'a.jsonl', 'b.jsonl'], cwd);
    assert.deepEqual([code, stdout, stderr], [0, `${HEALTHY}\n${HEALTHY}`, 'Nothing to do in 2 records.\n']);
  });

  it('ends with 0 for damage if --fail-on never says so, but with 2 for a bad record', async () => {
    const damaged = record('b.txt', DAMAGED);
    for (const [args, stdin, wanted] of [
      [[], damaged, 1],
      [['--fail-on', 'never'], damaged, 0],
      [['--fail-on', 'never'], `${damaged}\nno json`, 2],
    ] as const) {
      const { code, stderr } = await run(['export', '--records', ...args], folder({}), stdin);
      assert.equal(code, wanted);
      assert.include(stderr, '1 article incomplete, because of damage');
    }
  });

  it('refuses what is no file of records, and settings that are unknown', async () => {
    const cwd = folder({ ...files, '.articlerc.json': '{' });
    for (const [args, sentence] of [
      [['check', '--records', 'sub'], 'sub is a folder, and records are read from files.'],
      [
        ['fix', '--records'],
        'The settings of the records are unknown, because .articlerc.json has an error. Nothing was written.',
      ],
    ] as const) {
      const { code, stdout, stderr } = await run(args, cwd, input);
      assert.deepEqual([code, stdout], [2, '']);
      assert.include(stderr, sentence);
    }
  });
});
