/** A file that is not an article is always named: nothing is left out of a study silently. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { assert } from 'chai';
import { article, BIN, environment, folder, run } from '../commandLine';

const OTHERS = {
  'empty.txt': '',
  'late.txt': `${'A long preface. '.repeat(5000)}${article('9')}`,
  'notes.txt': 'Just notes.',
  'nul.txt': 'A download\0\0\0',
};
const COMMANDS = {
  check: ['check', '--format', 'jsonl'],
  pretty: ['check'],
  stats: ['stats', '--json'],
  export: ['export'],
  fix: ['fix', '--dry-run'],
  format: ['format', '--layout', 'line', '--check'],
};

describe('a file that is not an article', () => {
  for (const [name, args] of Object.entries(COMMANDS)) {
    it(`is named by ${name} at the end`, async () => {
      const cwd = folder({ 'a.txt': article('1'), ...OTHERS });
      const { code, stderr } = await run([...args, '.'], cwd);
      assert.equal(code, 0);
      const names = Object.keys(OTHERS).join(', ');
      assert.include(
        stderr,
        `article-format: 4 files left alone, no articles: ${names}. --list-skipped gives the reason for each.\n`,
      );
    });

    it(`is named by ${name} when the call gives it, and is never called healthy`, async () => {
      const { code, stdout, stderr } = await run([...args, 'notes.txt', 'empty.txt'], folder(OTHERS));
      assert.equal(code, 0);
      assert.include(stderr, '2 files left alone, no articles: notes.txt, empty.txt.');
      assert.notMatch(stdout + stderr, /No problems|Nothing to do|stray-text/);
    });
  }

  it('may be an article after a long preface, which is read when the call gives the file', async () => {
    const late = `${'A preface. '.repeat(500)}${article('9')}`;
    const cwd = folder({ 'late.txt': late });
    const { stderr } = await run(['check', '--list-skipped', '.'], cwd);
    const at = late.indexOf('F-N-S');
    assert.include(stderr, `late.txt: Left alone. Its first marker comes after ${at.toLocaleString('en')} characters.`);
    assert.equal((await run(['stats', '--json', 'late.txt'], cwd)).stdout.match(/"articles": (\d)/)?.[1], '1');
  });

  it('is named if it is one of the first ten; the others are counted', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `${String.fromCharCode(97 + index)}.txt`);
    const { stderr } = await run(['check', '.'], folder(Object.fromEntries(names.map((name) => [name, 'x']))));
    assert.include(stderr, `12 files left alone, no articles: ${names.slice(0, 10).join(', ')} and 2 more. `);
  });

  it('is a finding if the settings turn on a rule for it', async () => {
    const rules = { 'no-article': 'error', 'empty-file': 'warning' };
    const cwd = folder({ 'a.txt': article('1'), ...OTHERS, '.articlerc.json': JSON.stringify({ rules }) });
    const { code, stdout, stderr } = await run(['check', '--format', 'jsonl', '.'], cwd);
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      found.map(({ file, code: rule, severity }) => [file, rule, severity]),
      [
        ['empty.txt', 'empty-file', 'warning'],
        ['late.txt', 'no-article', 'error'],
        ['notes.txt', 'no-article', 'error'],
        ['nul.txt', 'no-article', 'error'],
      ],
    );
    assert.deepEqual([code, stderr], [1, '']);
    assert.include((await run(['check', '.'], cwd)).stdout, '3 errors, 1 warning in 4 of 5 files.');
    const one = await run(['check', '--rule', 'no-article=off', 'notes.txt', 'empty.txt'], cwd);
    assert.include(one.stderr, '1 file left alone, no articles: notes.txt. It holds no marker of a field.\n');
    assert.include(one.stdout, 'This file is empty.');
  });

  it('is named when it is standard input', async () => {
    for (const args of Object.values(COMMANDS)) {
      const { code, stdout, stderr } = await run([...args, '-'], folder({}), 'Just notes.');
      assert.equal(code, 0);
      assert.include(stderr, '1 file left alone, no articles: standard input.');
      assert.notInclude(stdout, 'No problems');
    }
    assert.equal((await run(['fix', '-'], folder({}), 'Just notes.')).stdout, 'Just notes.');
  });
});

describe('a file that is not text', () => {
  const UTF_16 = Buffer.from(`\ufeff${article('1')}`, 'utf16le');
  const KINDS: Record<string, [bytes: Uint8Array, sentence: string]> = {
    'a.txt.gz': [gzipSync(article('1')), 'This is gzip: unpack it first.'],
    'a.docx': [Buffer.from('PK\x03\x04\x14\0\x06\0word/document.xml', 'latin1'), 'This is a zip file, as .docx, .xlsx'],
    'a.pdf': [Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), 'This is PDF: save its text as UTF-8.'],
    'a.xz': [Buffer.from('\xfd7zXZ\0\0', 'latin1'), 'This is xz: unpack it first.'],
    'a.doc': [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'This is a file of Word or Excel'],
    'a.txt': [
      UTF_16,
      "This is UTF-16, as PowerShell's > writes it. Convert it in VS Code (Change File Encoding: Reopen with Encoding, then Save with Encoding, UTF-8), or with: iconv -f UTF-16 -t UTF-8 FILE > NEW",
    ],
    'b.txt': [UTF_16.subarray(2), 'or with: iconv -f UTF-16LE -t UTF-8 FILE > NEW'],
    'd.txt': [
      Buffer.from('F\0\0\0-\0\0\0N\0\0\0', 'latin1'),
      'This is UTF-32. Convert it with: iconv -f UTF-32LE -t UTF-8 FILE > NEW',
    ],
    'c.txt': [Buffer.from(UTF_16.subarray(2)).swap16(), 'or with: iconv -f UTF-16BE -t UTF-8 FILE > NEW'],
  };

  for (const [name, args] of Object.entries(COMMANDS)) {
    it(`is reported by ${name} with what to do; what else is no article is listed with the reason`, async () => {
      const files = Object.fromEntries(Object.entries(KINDS).map(([file, [bytes]]) => [file, bytes]));
      const others = Object.fromEntries(Object.entries(OTHERS).map(([file, text]) => [`others/${file}`, text]));
      const cwd = folder({ ...files, ...others, 'z.txt': article('2') });
      const given = ['--list-skipped', 'others', 'gone/*.txt', ...Object.keys(KINDS), 'z.txt'];
      const { code, stderr } = await run([...args, ...given], cwd);
      assert.equal(code, 2);
      for (const [file, [bytes, sentence]] of Object.entries(KINDS)) {
        const line = stderr.split('\n').find((each) => each.startsWith(`article-format: ${file}: `));
        assert.include(line, ': This is ');
        assert.include(line, sentence);
        assert.deepEqual(fs.readFileSync(path.join(cwd, file)), Buffer.from(bytes));
      }
      for (const line of [
        'empty.txt: Left alone. It is empty.',
        'late.txt: Left alone. It holds no marker of a field.',
        'notes.txt: Left alone. It holds no marker of a field.',
        'nul.txt: Left alone. It holds NUL bytes, as no text does.',
      ])
        assert.include(stderr, `article-format: others/${line}\n`);
      assert.include(stderr, 'article-format: gone/*.txt: No file matches this glob.\n');
      assert.notInclude(stderr, 'No articles');
    });
  }

  it('is reported when it is standard input', async () => {
    for (const name of ['check', 'export', 'fix'] as const) {
      const { code, stderr } = await run([...COMMANDS[name], '-'], folder({}), UTF_16);
      assert.equal(code, 2);
      assert.include(stderr, 'article-format: -: This is UTF-16, ');
    }
  });

  it('is reported when it is found in a folder, if it may be an article', async () => {
    const cwd = folder({
      'a.txt': UTF_16,
      'b.txt': gzipSync(article('2')),
      'c.txt': Buffer.from('Notes in UTF-16, of no matter.', 'utf16le'),
      'z.txt': article('3'),
    });
    const { code, stderr } = await run(['export', '--list-skipped', '.'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, 'a.txt: This is UTF-16');
    assert.include(stderr, 'b.txt: This is gzip');
    assert.include(stderr, 'c.txt: Left alone. It is UTF-16, and no article.');
  });

  it('because its encoding is not UTF-8 gets advice for the command line', async () => {
    const { stdout } = await run(
      ['check', 'a.txt'],
      folder({ 'a.txt': Buffer.from(article('1', { title: 'Caf\xe9' }), 'latin1') }),
    );
    assert.include(
      stdout,
      'Convert it in VS Code (Change File Encoding: Reopen with Encoding, then Save with Encoding, UTF-8), or with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW (for Arabic, usually WINDOWS-1256)',
    );
    assert.notInclude(stdout, 'Saving would lose it');
  });
});

describe('a file that is not a regular file', () => {
  if (process.platform === 'win32') return;

  const { pretty: _, ...readers } = COMMANDS;
  for (const [name, args] of Object.entries(readers)) {
    it(`is read once and completely by ${name}`, async () => {
      const cwd = folder({ 'a.txt': article('1') });
      execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
      const child = spawn(process.execPath, [BIN, ...args, 'pipe'], { cwd, env: environment() });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => (said += text));
      const closed = once(child, 'close');
      const writing = fs.promises.writeFile(path.join(cwd, 'pipe'), article('1') + article('1'));
      const [[code]] = await Promise.all([closed, writing]);
      assert.equal(code, 0, said);
      if (name === 'check') assert.equal(said.match(/"duplicate-number"/g)?.length, 2);
      if (name === 'stats') assert.include(said, '"articles": 2');
      if (name === 'export') assert.lengthOf(said.trim().split('\n'), 2);
    });
  }

  it('may be a pipe of the shell, with all findings across articles', async () => {
    const cwd = folder({ 'a.txt': article('1') });
    const command = `cat a.txt a.txt | "${process.execPath}" "${BIN}" check --format jsonl /dev/stdin`;
    const outcome = spawn('sh', ['-c', command], { cwd, env: environment() });
    let said = '';
    outcome.stdout.setEncoding('utf8').on('data', (text) => (said += text));
    await once(outcome, 'close');
    assert.equal(said.match(/"duplicate-number"/g)?.length, 2);
  });
});
