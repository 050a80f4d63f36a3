/** Lists of files: what a list names is taken, and nothing else. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { pathsIn } from '../../../../server/src/cli/input/fileList';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { WIDE } from '../../encodings';
import { article, folder, type Outcome, run } from '../commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const FILES = { 'in/a.txt': DAMAGED, 'in/other.txt': DAMAGED, 'in/sub/deep.txt': DAMAGED };

interface Fixed extends Outcome {
  /** The files that are fixed now. */
  readonly fixed: readonly string[];
}

/** What `fix` does with a list, in a folder with some damaged files. */
async function fixListed(list: string | Uint8Array, ...options: string[]): Promise<Fixed> {
  const cwd = folder({ ...FILES, list });
  const outcome = await run(['fix', ...options, '--files-from', '../list'], path.join(cwd, 'in'));
  const fixed = Object.keys(FILES).filter((name) => fs.readFileSync(path.join(cwd, name), 'utf8') === article('1'));
  return { ...outcome, fixed };
}

/** What is said of a list, named LIST, that is refused. */
function refusalOf(list: Uint8Array): string {
  try {
    return `Not refused: ${pathsIn(list, 'LIST', assert.fail).join()}`;
  } catch (error) {
    assert.instanceOf(error, UsageError);
    return (error as UsageError).message;
  }
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
    it(`may be ${what}`, () => {
      assert.deepEqual(pathsIn(Buffer.from(list), 'list', assert.fail), ['a.txt']);
    });
  }

  it('names the files of a call', async () => {
    const { code, fixed } = await fixListed('\ufeff\n\r\na.txt\r\n');
    assert.deepEqual([code, fixed], [0, ['in/a.txt']]);
  });

  for (const encoding of ['UTF-16LE', 'UTF-16BE'] as const) {
    for (const [what, text] of Object.entries({
      'with a mark': '\ufeffa.txt\r\n',
      'without a mark': 'a.txt\r\n',
      'of a folder': './\r\n',
      'of names in Arabic': 'ملف.txt\r\nمقال.txt\r\n',
      'of names in Arabic, and a folder': 'أخبار العالم العربي.\nمقال\n.\n',
      'of names in Chinese': '新闻\n日报\n',
      'of names that would be ASCII': '慢慢\n慢慢.\n',
    })) {
      it(`that is ${encoding} ${what} is refused as a whole, in one sentence`, () => {
        assert.match(refusalOf(WIDE[encoding](text)), /^LIST is UTF-16, as Windows PowerShell .*$/);
      });
    }
  }

  for (const [what, list] of Object.entries({
    'a path in UTF-16 without mark and line end': WIDE['UTF-16LE']('a.txt'),
    'the same in big-endian order': WIDE['UTF-16BE']('.'),
    'one that is not ASCII': WIDE['UTF-16LE']('新闻.txt'),
    'one in big-endian order that ends as a folder is named': WIDE['UTF-16BE']('مقال.'),
    'paths of one character': Buffer.from('a\0b\0'),
  })) {
    it(`is refused when it may be ${what}, with what to do`, () => {
      assert.equal(
        refusalOf(list),
        'LIST may be a path in UTF-16, or paths of one character separated by NULs. Write the list as UTF-8, with one path per line.',
      );
    });
  }

  it('that is refused ends the call before anything is written', async () => {
    const { code, stderr, fixed } = await fixListed(WIDE['UTF-16LE']('./\r\n'), '--folders');
    assert.deepEqual([code, fixed], [2, []]);
    assert.match(stderr, /^article-format: \.\.\/list is UTF-16, as Windows PowerShell .*\n$/);
  });

  it('may name files of one character among others, separated by NULs', () => {
    assert.deepEqual(pathsIn(Buffer.from('.\0./a.txt\0./b\0'), 'list', assert.fail), ['.', './a.txt', './b']);
    assert.deepEqual(pathsIn(Buffer.from('a\nb\n'), 'list', assert.fail), ['a', 'b']);
  });

  describe('in any encoding', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/^\ufeff|[\0\r\n]|\p{Cs}/u.test(text));
    const names = fc.array(fc.oneof(name, fc.constantFrom('.', 'a', '新闻', '慢慢', '上海.txt', 'مقال', '-')), {
      minLength: 1,
      maxLength: 6,
    });
    const separator = fc.constantFrom('\n', '\r\n', '\0');
    const ignore = () => {};

    it('that is UTF-16 or UTF-32 names no file', () => {
      fc.assert(
        fc.property(
          names,
          separator,
          fc.constantFrom(...Object.values(WIDE)),
          fc.boolean(),
          (names, end, encode, mark) => {
            for (const text of [names.join(end) + end, ...(names.length > 1 ? [names.join(end)] : [])]) {
              assert.throws(() => pathsIn(encode((mark ? '\ufeff' : '') + text), 'list', ignore), UsageError);
            }
          },
        ),
        { numRuns: 2000 },
      );
    });

    it('that is UTF-8 names its files, and no others', () => {
      fc.assert(
        fc.property(names, separator, fc.boolean(), (names, end, isEnded) => {
          const expected = names.map((each) => (each === '-' ? './-' : each));
          const isClear = names.every((each) => Buffer.byteLength(each) > 1 && !/\p{Cc}/u.test(each)) || end !== '\0';
          try {
            assert.deepEqual(pathsIn(Buffer.from(names.join(end) + (isEnded ? end : '')), 'list', ignore), expected);
          } catch (error) {
            if (!(error instanceof UsageError) || isClear) throw error;
          }
        }),
        { numRuns: 2000 },
      );
    });

    it('may hold line breaks in names that NULs separate, and names no others', () => {
      const broken = fc.array(fc.string({ unit: fc.constantFrom('a', '.', '\n', '\r', '新'), minLength: 1 }), {
        minLength: 1,
      });
      fc.assert(
        fc.property(broken, fc.boolean(), (names, isEnded) => {
          try {
            const paths = pathsIn(
              Buffer.from(names.join('\0') + (isEnded || names.length === 1 ? '\0' : '')),
              'list',
              ignore,
            );
            assert.deepEqual(paths, names);
          } catch (error) {
            if (!(error instanceof UsageError)) throw error;
          }
        }),
        { numRuns: 2000 },
      );
    });
  });

  it('separated by line breaks and by NUL is refused', () => {
    for (const list of ['a.txt\nother.txt\0x', 'a.txt\n\0other.txt\n\0', 'other.txt\0\na.txt\0']) {
      assert.include(refusalOf(Buffer.from(list)), 'LIST separates its paths by line breaks and by NULs');
    }
  });

  it('with an empty path is refused if NULs separate the paths', () => {
    assert.equal(refusalOf(Buffer.from('a.txt\0\0other.txt\0')), 'LIST has a path without any character.');
  });

  it('separated by NUL may name files with line breaks in their names', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folder({ 'new\nline.txt': DAMAGED, 'b.txt': DAMAGED });
    const { code } = await run(['fix', '--files-from', '-'], cwd, 'new\nline.txt\0b.txt\0');
    assert.equal(code, 0);
    for (const name of fs.readdirSync(cwd)) assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), article('1'));
  });

  it('contains names, not globs', async () => {
    const { code, stderr, fixed } = await fixListed('*.txt\n[a].txt\n');
    assert.deepEqual([code, fixed], [2, []]);
    assert.include(stderr, '*.txt: There is no such file or folder.');
    const cwd = folder({ '[a].txt': DAMAGED, 'a.txt': DAMAGED });
    await run(['fix', '--files-from', '-'], cwd, '[a].txt\n');
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), DAMAGED);
    assert.equal(fs.readFileSync(path.join(cwd, '[a].txt'), 'utf8'), article('1'));
  });

  it('contains no options, and no name for standard input', async () => {
    const cwd = folder({ '-': DAMAGED, '--suggested': DAMAGED });
    const { code } = await run(['fix', '--files-from', '-'], cwd, '-\n--suggested\n');
    assert.equal(code, 0);
    for (const name of fs.readdirSync(cwd)) assert.equal(fs.readFileSync(path.join(cwd, name), 'utf8'), article('1'));
  });

  it('takes folders only with --folders', async () => {
    const { code, stderr, fixed } = await fixListed('sub\na.txt\n');
    assert.deepEqual([code, fixed], [2, ['in/a.txt']]);
    assert.include(stderr, 'sub: This is a folder, and a list is to name files. With --folders');
    assert.deepEqual((await fixListed('sub\n', '--folders')).fixed, ['in/sub/deep.txt']);
  });

  it('may be empty; a path that does not exist is reported', async () => {
    assert.equal((await fixListed('')).code, 0);
    const { code, stderr, fixed } = await fixListed('gone.txt\na.txt\n');
    assert.deepEqual([code, fixed], [2, ['in/a.txt']]);
    assert.include(stderr, 'gone.txt: There is no such file or folder.');
  });

  it('with names as git quotes them asks for them without quotation marks', async () => {
    const { code, stderr } = await fixListed('"espa\\303\\247o.txt"\n"gone.txt"\n');
    assert.equal(code, 2);
    assert.include(stderr, 'Git has written a name in quotation marks: run git with -z.\n');
    assert.include(stderr, '"gone.txt": There is no such file or folder.\n');
  });

  it('names a file whose name is not UTF-8', async () => {
    const { code, stderr, fixed } = await fixListed(Buffer.from('caf\xe9.txt\na.txt\n', 'latin1'));
    assert.deepEqual([code, fixed], [2, ['in/a.txt']]);
    assert.include(stderr, 'caf\ufffd.txt: Its name is not UTF-8');
  });

  it('that is a folder or an article is refused, and named', async () => {
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
