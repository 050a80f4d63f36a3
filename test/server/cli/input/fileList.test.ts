/** Lists of files: what a list names is taken, and nothing else. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, type Outcome, run } from '../commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const FILES = { 'in/a.txt': DAMAGED, 'in/other.txt': DAMAGED, 'in/sub/deep.txt': DAMAGED };

interface Fixed extends Outcome {
  /** The files that are mended now. */
  readonly mended: readonly string[];
}

/** What `fix` does with a list, in a folder with some damaged files. */
async function fixListed(list: string | Uint8Array, ...options: string[]): Promise<Fixed> {
  const cwd = folder({ ...FILES, list });
  const outcome = await run(['fix', ...options, '--files-from', '../list'], path.join(cwd, 'in'));
  const mended = Object.keys(FILES).filter((name) => fs.readFileSync(path.join(cwd, name), 'utf8') === article('1'));
  return { ...outcome, mended };
}

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('a list of files', () => {
  for (const [what, list] of Object.entries({
    lines: 'a.txt\n',
    'lines that end as in Windows': 'a.txt\r\n',
    'a last line without an end, after empty ones': '\n\na.txt',
    'paths separated by NUL': 'a.txt\0',
    'one path before a NUL that is missing': 'a.txt',
    'a byte order mark': '\ufeffa.txt\n',
  })) {
    it(`may be ${what}`, async () => {
      const { code, mended } = await fixListed(list);
      assert.deepEqual([code, mended], [0, ['in/a.txt']]);
    });
  }

  for (const isBigEndian of [false, true]) {
    const order = isBigEndian ? 'big' : 'little';
    for (const [what, text] of Object.entries({
      'with a mark': '\ufeffa.txt\r\n',
      'without a mark': 'a.txt\r\n',
      'without a line end': 'a.txt',
      'of a folder': './\r\n',
      'of one character': '.',
      'of names in Arabic': 'ملف.txt\r\nمقال.txt\r\n',
    })) {
      it(`that is UTF-16 (${order} endian) ${what} is refused as a whole, in one sentence`, async () => {
        const { code, stderr, mended } = await fixListed(utf16(text, isBigEndian), '--folders');
        assert.deepEqual([code, mended], [2, []]);
        assert.match(stderr, /^article-format: \.\.\/list is UTF-16, as Windows PowerShell .*\n$/);
      });
    }
  }

  it('separated by line breaks and by NUL is refused', async () => {
    const { code, stderr, mended } = await fixListed('a.txt\nother.txt\0x');
    assert.deepEqual([code, mended], [2, []]);
    assert.include(stderr, 'separates its paths by line breaks and by NULs');
  });

  it('with a path that is empty is refused, where NUL separates', async () => {
    assert.deepEqual((await fixListed('a.txt\0\0other.txt\0')).mended, []);
  });

  it('separated by NUL may name files with line breaks in their names', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folder({ 'new\nline.txt': DAMAGED, 'b.txt': DAMAGED });
    const { code } = await run(['fix', '--files-from', '-'], cwd, 'new\nline.txt\0b.txt\0');
    assert.equal(code, 0);
    for (const name of fs.readdirSync(cwd)) assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), article('1'));
  });

  it('has names, and no globs', async () => {
    const { code, stderr, mended } = await fixListed('*.txt\n[a].txt\n');
    assert.deepEqual([code, mended], [2, []]);
    assert.include(stderr, '*.txt: There is no such file or folder.');
    const cwd = folder({ '[a].txt': DAMAGED, 'a.txt': DAMAGED });
    await run(['fix', '--files-from', '-'], cwd, '[a].txt\n');
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), DAMAGED);
    assert.equal(fs.readFileSync(path.join(cwd, '[a].txt'), 'utf8'), article('1'));
  });

  it('has no options, and no name of standard input', async () => {
    const cwd = folder({ '-': DAMAGED, '--suggested': DAMAGED });
    const { code } = await run(['fix', '--files-from', '-'], cwd, '-\n--suggested\n');
    assert.equal(code, 0);
    for (const name of fs.readdirSync(cwd)) assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), article('1'));
  });

  it('takes folders only with --folders', async () => {
    const { code, stderr, mended } = await fixListed('sub\na.txt\n');
    assert.deepEqual([code, mended], [2, ['in/a.txt']]);
    assert.include(stderr, 'sub: This is a folder, and a list is to name files. With --folders');
    assert.deepEqual((await fixListed('sub\n', '--folders')).mended, ['in/sub/deep.txt']);
  });

  it('that names no file is no fault, and names what is not there', async () => {
    assert.equal((await fixListed('')).code, 0);
    const { code, stderr, mended } = await fixListed('gone.txt\na.txt\n');
    assert.deepEqual([code, mended], [2, ['in/a.txt']]);
    assert.include(stderr, 'gone.txt: There is no such file or folder.');
  });

  it('names a file whose name is not UTF-8', async () => {
    const { code, stderr, mended } = await fixListed(Buffer.from('caf\xe9.txt\na.txt\n', 'latin1'));
    assert.deepEqual([code, mended], [2, ['in/a.txt']]);
    assert.include(stderr, 'caf\ufffd.txt: Its name is not UTF-8');
  });

  it('that is a folder, or an article, is refused by its name', async () => {
    const cwd = folder({ 'in/a.txt': DAMAGED });
    for (const [list, reason] of [
      ['in', 'in is a folder, and --files-from takes a file that lists paths.'],
      ['in/a.txt', 'in/a.txt holds articles, and not a list of paths.'],
      ['gone', 'gone: There is no such file or folder.'],
    ] as const) {
      const { code, stderr } = await run(['fix', '--files-from', list], cwd);
      assert.equal(code, 2, list);
      assert.include(stderr, `article-format: ${reason}`);
    }
    assert.equal(fs.readFileSync(path.join(cwd, 'in/a.txt'), 'utf8'), DAMAGED);
  });
});
