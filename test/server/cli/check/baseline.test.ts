import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { Baseline, readBaseline } from '../../../../server/src/cli/check/baseline';
import { type Accepted, acceptedIn, acceptedOf, baselineText } from '../../../../server/src/cli/check/baselineText';
import type { ReportedFinding } from '../../../../server/src/cli/check/report';
import { article, folder, run } from '../commandLine';
import { finding } from '../reporters/findings';

const FOLDER = path.resolve('/corpus');
const FILE = path.join(FOLDER, 'base.json');

/** A baseline that accepts these findings. */
function baselineOf(...findings: readonly ReportedFinding[]): Baseline {
  const entries = findings.map((each) => acceptedOf(each, FOLDER) as Accepted);
  return new Baseline(FILE, acceptedIn(baselineText(entries)));
}

const inFile = (given: Parameters<typeof finding>[1] = {}) => finding(path.join(FOLDER, 'a.txt'), given);

describe('a baseline', () => {
  it('accepts a finding wherever it is in its file', () => {
    const moved = inFile({ line: 7, span: { start: 900, end: 910 }, article: { number: '1986', index: 5 } });
    assert.isTrue(baselineOf(inFile()).accepts(moved));
  });

  it('accepts no other file, rule, article or text', () => {
    const baseline = baselineOf(inFile());
    const others = [
      { code: 'empty-field' },
      { article: null },
      { article: { number: '7', index: 1 } },
      { marked: 'x' },
    ];
    for (const other of others) assert.isFalse(baseline.accepts(inFile(other)), JSON.stringify(other));
    assert.isFalse(baseline.accepts(finding(path.join(FOLDER, 'b/a.txt'))));
    assert.isTrue(baseline.accepts(inFile()));
  });

  it('accepts as many as it has: one more is new', () => {
    const baseline = baselineOf(inFile(), inFile({ line: 3 }));
    assert.deepEqual(
      [1, 2, 3].map(() => baseline.accepts(inFile())),
      [true, true, false],
    );
    assert.equal(baseline.accepted, 2);
  });

  it('never has what could not be read', () => {
    for (const code of ['not-utf-8', 'unreadable-article']) assert.isUndefined(acceptedOf(inFile({ code }), FOLDER));
  });

  it('is the same text for the same findings in any order, and names files from its folder', () => {
    const long = inFile({ marked: 'x'.repeat(500), article: null });
    const entries = [inFile(), long, inFile()].map((each) => acceptedOf(each, path.join(FOLDER, 'deep')) as Accepted);
    const text = baselineText(entries);
    assert.equal(text, baselineText([...entries].reverse()));
    assert.match(
      text,
      /^\{\n {2}"articleFormatBaseline": 1,\n {2}"accepted": \[\n.*"article":"1986","marked":"2024-02-30","count":2\},\n.*"article":null,"marked":"sha256:[0-9a-f]{64}","count":1\}\n {2}\]\n\}\n$/,
    );
    assert.deepEqual(new Set(acceptedIn(text).map(({ file }) => file)), new Set(['../a.txt']));
    assert.deepEqual(acceptedIn(baselineText([])), []);
  });

  for (const [text, reason] of [
    ['', 'It is not JSON.'],
    ['[]', 'It has no number'],
    ['null', 'It is not a JSON object.'],
    ['{ "articleFormatBaseline": 2, "accepted": [] }', 'It has version 2'],
    ['{ "articleFormatBaseline": 1 }', 'It has no list'],
    ['{ "articleFormatBaseline": 1, "accepted": [{ "file": "a" }] }', 'Entry 1'],
    [baselineText([{ file: 'a', rule: 'b', article: null, marked: '', count: -1 }]), 'Entry 1'],
  ] as const) {
    it(`is refused if it is ${text.slice(0, 60)}`, () => assert.throws(() => acceptedIn(text), reason));
  }

  it('is refused in one sentence that names it', () => {
    const cwd = folder({ 'base.json': '{' });
    assert.throws(
      () => readBaseline(path.join(cwd, 'base.json')),
      /base\.json is not a valid baseline: It is not JSON\./,
    );
    assert.throws(() => readBaseline(cwd), `${cwd}: This is a folder.`);
  });
});

describe('check with a baseline', function () {
  this.timeout(30_000);

  const bad = (number: string) => article(number, { date: '2024-02-30' });
  const check = async (cwd: string, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(['check', '--format', 'jsonl', ...args], cwd);
    const numbers = stdout
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line).article.number] : []));
    return { code, stdout, stderr, numbers };
  };

  it('reports only what is new, and says what is accepted and what no longer occurs', async () => {
    const cwd = folder({ 'c/a.txt': bad('1') + bad('2'), 'c/b.txt': bad('3') });
    const written = await check(cwd, '--write-baseline', 'base.json', 'c');
    assert.deepEqual([written.code, written.stdout, written.stderr], [0, '3 problems accepted in base.json.\n', '']);
    fs.writeFileSync(path.join(cwd, 'c/a.txt'), bad('9') + article('2') + bad('1'));
    fs.rmSync(path.join(cwd, 'c/b.txt'));
    const { code, numbers, stderr } = await check(path.join(cwd, 'c'), '--baseline', '../base.json', '.', 'gone.txt');
    assert.deepEqual([code, numbers], [2, ['9']]);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'article-format: gone.txt: There is no such file or folder.',
      'article-format: 1 problem accepted by ../base.json.',
      'article-format: 2 problems of ../base.json no longer occur. Write it again: article-format check --write-baseline ../base.json',
    ]);
    const part = await check(cwd, '--baseline', 'base.json', '--select', 'empty-field', 'c/a.txt');
    assert.include(
      part.stderr,
      ': 1 problem of base.json no longer occurs.',
      'That of a file that is gone. The rule is off.',
    );
  });

  it('is written whole or not at all, and over nothing but a baseline', async () => {
    const cwd = folder({ 'a.txt': bad('1'), 'notes.json': '{}' });
    for (const [call, reason] of [
      [['--write-baseline', 'a.txt', 'a.txt'], 'a.txt holds articles'],
      [['--write-baseline', 'notes.json', 'a.txt'], 'notes.json is not a baseline'],
      [['--write-baseline', 'new.json', 'a.txt', 'gone.txt'], 'No baseline was written'],
    ] as const) {
      const { code, stderr } = await check(cwd, ...call);
      assert.equal(code, 2);
      assert.include(stderr, reason);
    }
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['a.txt', 'notes.json']);
    assert.equal(fs.readFileSync(path.join(cwd, 'notes.json'), 'utf8'), '{}');
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), bad('1'));
  });
});
