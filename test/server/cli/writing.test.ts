import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { formatted, wholeOf } from '../../../server/src/cli/writing/changes';
import { parse } from '../../../server/src/core/parse/parser';
import { anyDocument, realisticDocument, WRECK } from '../core/articles';
import { article, BIN, environment, folder, run } from './commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const SUGGESTED = article('2', { title: 'Ga\u200bza' });

function read(cwd: string, name: string): string {
  return fs.readFileSync(path.join(cwd, name), 'utf8');
}

describe('article-format fix', () => {
  it('applies safe fixes, and does not touch a file that needs none', async () => {
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': article('3'), 'c.txt': SUGGESTED });
    const long = new Date('2001-01-01');
    for (const name of ['b.txt', 'c.txt']) fs.utimesSync(path.join(cwd, name), long, long);
    const { code, stdout } = await run(['fix', '.'], cwd);
    assert.deepEqual([code, stdout], [0, 'a.txt\n']);
    assert.equal(read(cwd, 'a.txt'), article('1'));
    for (const name of ['b.txt', 'c.txt']) assert.deepEqual(fs.statSync(path.join(cwd, name)).mtime, long);
    assert.sameMembers(fs.readdirSync(cwd), ['a.txt', 'b.txt', 'c.txt']);
  });

  it('says so when there are no articles', async () => {
    const { code, stderr } = await run(['fix', '.'], folder({}));
    assert.deepEqual(
      [code, stderr],
      [0, 'No articles were found. In a folder, they are looked for in files whose names end in .txt or .article.\n'],
    );
  });

  it('applies fixes that need a review only if asked to', async () => {
    const cwd = folder({ 'c.txt': SUGGESTED });
    await run(['fix', '--suggested', 'c.txt'], cwd);
    assert.equal(read(cwd, 'c.txt'), article('2', { title: 'Gaza' }));
  });

  it('leaves alone the articles whose fixes would change a value, names them, and fixes the others', async () => {
    const cwd = folder({ 'a.txt': DAMAGED + WRECK + DAMAGED });
    const { code, stdout, stderr } = await run(['fix', 'a.txt'], cwd);
    assert.deepEqual([code, stdout], [1, 'a.txt\n']);
    assert.match(stderr, /^article-format: a\.txt: Article 2 was left alone, because its fixes/);
    assert.equal(read(cwd, 'a.txt'), article('1') + WRECK + article('1'));
    assert.equal((await run(['fix', '--dry-run', 'a.txt'], cwd)).code, 1);
  });

  it('writes dates in the form that is named, and names those that have another one', async () => {
    const day = (date: string) => article('1', { date });
    const files = { 'a.txt': day('04/07/2023'), 'b.txt': day('4 July 2023'), 'c.txt': DAMAGED + day('2023-07-04') };
    const cwd = folder(files);
    const { code, stdout, stderr } = await run(['fix', '--date-format', 'DD/MM/YYYY', '.'], cwd);
    assert.deepEqual([code, stdout], [1, 'a.txt\nc.txt\n']);
    assert.equal(
      stderr,
      `article-format: b.txt: The date of article 1 was left alone, because it does not have the form that was named, or is no certain day in it. Correct it by hand.
2 of 3 files changed. article-format undo takes that back.
`,
    );
    assert.equal(read(cwd, 'a.txt'), day('2023-07-04'));
    assert.equal(read(cwd, 'b.txt'), files['b.txt']);
    await run(['undo'], cwd);
    assert.equal(read(cwd, 'a.txt'), files['a.txt']);
  });

  it('writes only dates if no other rule is selected, also those of records, and leaves all without a form', async () => {
    const content = DAMAGED.replace('2024-04-09', '04/07/2023');
    const lines = (text: string) => `${JSON.stringify({ file: 'a.txt', content: text })}\n`;
    const call = ['fix', '--records', '--select', 'invalid-date'];
    const named = await run([...call, '--date-format', 'D/M/YYYY'], folder({}), lines(content));
    assert.deepEqual([named.code, named.stdout], [0, lines(content.replace('04/07/2023', '2023-07-04'))]);
    const unnamed = await run(call, folder({}), lines(content));
    assert.deepEqual([unnamed.code, unnamed.stdout], [0, lines(content)]);
  });

  it('lets only the form say which day a date means, with suggested fixes as well', async () => {
    const cwd = folder({
      'a.txt': article('1', { date: '2008/03/04' }),
      'b.txt': article('2', { date: '13/04/08' }),
    });
    const { code, stderr } = await run(['fix', '--suggested', '--date-format', 'YYYY/DD/MM', '.'], cwd);
    assert.equal(code, 1);
    assert.match(stderr, /a\.txt: The date of article 1 was left alone/);
    assert.equal(read(cwd, 'a.txt'), article('1', { date: '2008/03/04' }));
    await run(['fix', '--suggested', '--date-format', 'YY/MM/DD', 'b.txt'], cwd);
    assert.equal(read(cwd, 'b.txt'), article('2', { date: '2013-04-08' }));
  });

  it('fixes what a date proves after it was written', async () => {
    const cwd = folder({ 'a.txt': article('1', { date: '04/07/2023' }).replace('D-A-T-E-S', '-A-T-E-S') });
    assert.equal((await run(['fix', '--date-format', 'D/M/YYYY', '.'], cwd)).code, 0);
    assert.equal(read(cwd, 'a.txt'), article('1', { date: '2023-07-04' }));
  });

  it('refuses a form that is none before it reads or writes anything', async () => {
    const cwd = folder({ 'a.txt': DAMAGED });
    const { code, stderr } = await run(['fix', '--date-format', 'day/month', '.'], cwd);
    assert.equal(code, 2);
    assert.match(stderr, /^article-format: In the form day\/month, . has no meaning\. .* Nothing was written\.\n$/);
    assert.equal(read(cwd, 'a.txt'), DAMAGED);
  });

  const PLACES = ['a.txt', ...(process.platform === 'linux' ? ['/proc/none'] : [])];
  for (const place of PLACES)
    it(`writes nothing, and ends, where no copies can be kept (${place})`, async () => {
      const cwd = folder({ 'a.txt': DAMAGED });
      const state = path.join(path.resolve(cwd, place), 'state');
      const { code, stderr } = await run(['fix', '.'], cwd, '', { XDG_STATE_HOME: state, LOCALAPPDATA: state });
      assert.equal(code, 2);
      assert.match(stderr, /^article-format: Nothing was written, because no copies of the files can be kept in /);
      assert.match(stderr, /\. Set \w+ to a folder that you can write to\. With --no-backup [^\n]*\n$/);
      assert.equal(read(cwd, 'a.txt'), DAMAGED);
    });

  it('keeps mode, link, byte order mark and line ends', async () => {
    const lines = DAMAGED.replaceAll('  ', '\r\n');
    const cwd = folder({ 'a.txt': `\ufeff${lines}` });
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o640);
    fs.symlinkSync('a.txt', path.join(cwd, 'link.txt'));
    await run(['fix', 'link.txt'], cwd);
    assert.equal(read(cwd, 'a.txt'), `\ufeff${article('1').replaceAll('  ', '\r\n')}`);
    assert.isTrue(fs.lstatSync(path.join(cwd, 'link.txt')).isSymbolicLink());
    assert.equal(fs.statSync(path.join(cwd, 'a.txt')).mode & 0o777, 0o640);
  });

  it('fixes joined files with byte order marks as if they had none', async () => {
    const files = [article('1'), article('2').trim(), article('3'), article('4')];
    const cwd = folder({ 'a.txt': files.map((file) => `\ufeff${file}`).join('') });
    await run(['fix', 'a.txt'], cwd);
    assert.equal(read(cwd, 'a.txt'), `\ufeff${files.join('')}`);
    const { code, stdout } = await run(['check', '--format', 'jsonl', '-'], cwd, files.join('\ufeff'));
    assert.equal(code, 1, 'A marker that one is stuck to is not a marker.');
    assert.equal(stdout.match(/byte order mark[^,]*, left from joining files/gi)?.length, 3);
  });

  it('shows what it would do, and writes nothing', async () => {
    const cwd = folder({ 'a.txt': DAMAGED });
    const diff = await run(['fix', '--diff', 'a.txt'], cwd);
    assert.equal(diff.code, 1);
    assert.match(
      diff.stdout,
      /^--- a\/a\.txt\n\+\+\+ b\/a\.txt\n@@ -1,1 \+1,1 @@\n-.*T-I-T-L-E-E-N-D .*\n.*\n\+.*T-I-T-L-E-E-N-D\. /,
    );
    const dry = await run(['fix', '--dry-run', 'a.txt'], cwd);
    assert.deepEqual([dry.code, dry.stdout], [1, 'a.txt\n']);
    assert.equal(read(cwd, 'a.txt'), DAMAGED);
  });

  it('never writes a file that is not UTF-8, and reports the byte', async () => {
    const bytes = Buffer.from(DAMAGED.replace('truce', 'tr\u00fcce'), 'latin1');
    const cwd = folder({ 'a.txt': bytes });
    const { code, stderr } = await run(['fix', 'a.txt'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, `byte FC (hexadecimal) at offset ${bytes.indexOf(0xfc)}`);
    assert.match(stderr, /In VS Code, .* Or convert it with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW/);
    assert.deepEqual(fs.readFileSync(path.join(cwd, 'a.txt')), bytes);
  });

  it('does not change write-protected files, and fixes the others', async function () {
    if (process.getuid?.() === 0) this.skip(); // Root may write anything.
    const cwd = folder({ 'a.txt': DAMAGED, 'b.txt': DAMAGED });
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o444);
    const { code, stderr } = await run(['fix', '.'], cwd);
    assert.equal(code, 2);
    assert.include(stderr, 'a.txt: This file is write-protected. It was left as it is. Give yourself the permission');
    assert.equal(read(cwd, 'b.txt'), article('1'));
  });

  it('removes what an interrupted call has left behind', async () => {
    const cwd = folder({ 'a.txt': DAMAGED, '.a.txt.article-999999999-1.tmp': 'half' });
    await run(['fix', '.'], cwd);
    assert.deepEqual(fs.readdirSync(cwd), ['a.txt']);
  });

  it('never leaves half a file, whenever it is killed', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}.txt`);
    const cwd = folder(Object.fromEntries(names.map((name) => [name, DAMAGED])));
    const child = spawn(process.execPath, [BIN, 'fix', '.'], { cwd, stdio: 'ignore', env: environment() });
    const watcher = fs.watch(cwd);
    await once(watcher, 'change'); // The call has begun to write.
    child.kill('SIGKILL');
    await once(child, 'close');
    watcher.close();
    for (const name of names) assert.include([DAMAGED, article('1')], read(cwd, name));
    await run(['fix', '.'], cwd);
    assert.sameMembers(fs.readdirSync(cwd), names);
    for (const name of names) assert.equal(read(cwd, name), article('1'));
  });

  it('does not follow a link out of a folder, unless the link itself is named', async () => {
    const cwd = folder({ 'in/a.txt': DAMAGED, 'out.txt': DAMAGED });
    fs.symlinkSync('../out.txt', path.join(cwd, 'in/link.txt'));
    const { code, stdout, stderr } = await run(['fix', 'in'], cwd);
    assert.deepEqual([code, stdout], [2, 'in/a.txt\n']);
    assert.include(stderr, 'link.txt: This link leads out of the folder.');
    assert.equal(read(cwd, 'out.txt'), DAMAGED);
    await run(['fix', 'in/link.txt'], cwd);
    assert.equal(read(cwd, 'out.txt'), article('1'));
  });

  it('fixes standard input', async () => {
    assert.equal((await run(['fix', '-'], folder({}), DAMAGED)).stdout, article('1'));
  });
});

describe('article-format format', () => {
  it('changes to the fields layout and back without losing a byte', async () => {
    const text = article('1', { text: ' A\n B ' }) + article('2');
    const cwd = folder({ 'a.txt': text });
    await run(['format', '--layout', 'fields', 'a.txt'], cwd);
    assert.match(read(cwd, 'a.txt'), /^F-N-S-T-A-R-T\.\n1\nF-N-E-N-D\.\n/);
    const { code, stdout } = await run(['format', '--layout', 'line', '--check', 'a.txt'], cwd);
    assert.deepEqual([code, stdout], [1, 'a.txt\n']);
    assert.equal((await run(['format', '--layout', 'line', '--stdout', 'a.txt'], cwd)).stdout, text);
    await run(['format', '--layout', 'line', 'a.txt'], cwd);
    assert.equal(read(cwd, 'a.txt'), text);
    assert.equal((await run(['format', '--layout', 'line', '--check', 'a.txt'], cwd)).code, 0);
  });

  it('has nothing to do in a second call, also after a byte order mark and where line ends are mixed', async () => {
    const cwd = folder({ 'a.txt': '\ufeff\r\nF-N-S-T-A-R-T.\nF-N-S-T-A-R-T.' });
    assert.equal((await run(['format', '--layout', 'fields', 'a.txt'], cwd)).stdout, 'a.txt\n');
    assert.equal((await run(['format', '--layout', 'fields', 'a.txt'], cwd)).stdout, '');
  });

  it('changes no value of any document', () => {
    const values = (text: string) =>
      parse(text).articles.flatMap((each) =>
        each.fields.map(({ value }) => each.text.slice(value.start, value.end).trim()),
      );
    fc.assert(
      fc.property(fc.oneof(anyDocument, realisticDocument), fc.constantFrom('line', 'fields'), (text, layout) => {
        assert.deepEqual(values(formatted(text, layout, wholeOf(text)).text), values(text));
      }),
      { numRuns: 200 },
    );
  });
});
