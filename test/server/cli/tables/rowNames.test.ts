/** What files are called in a table: no two have one name, and `import` gives each its own back. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { type InputOptions, inputFiles } from '../../../../server/src/cli/input/inputs';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { partsOf, requireVisible } from '../../../../server/src/cli/tables/importedName';
import { namesInRows } from '../../../../server/src/cli/tables/rowNames';
import { article, folder, inFolder, run } from '../commandLine';

const isWindows = process.platform === 'win32';

/** The file names in the rows, with the numbers of their articles. */
function named(jsonl: string): string[] {
  const lines = jsonl.split('\n').filter((line) => line !== '');
  return lines.map((line) => `${JSON.parse(line).file} ${JSON.parse(line).number}`);
}

describe('the doc_id of an article', () => {
  it('begins below the innermost folder that contains everything named, wherever the call is made', () => {
    const stems = (...files: readonly (readonly [path: string, root: string])[]) =>
      [...namesInRows(files.map(([file, root]) => inputFile(file, root))).values()].map(({ stem }) => stem);
    assert.deepEqual(stems(['news/1986/7.txt', 'news'], ['news/8.article', 'news']), ['1986/7', '8']);
    assert.deepEqual(stems(['news/1986/7.txt', 'news/1986']), ['7']);
    assert.deepEqual(stems(['a/1.txt', 'a'], ['b/1.txt', 'b'], ['-', '.']), ['a/1', 'b/1', '-']);
    assert.deepEqual(stems(['a/1.txt', 'a'], ['a/1.article', 'a']), ['1.txt', '1.article']);
  });
});

function inputFile(file: string, root: string): InputFile {
  return { path: file, folder: path.dirname(file), named: false, regular: true, root };
}

describe('the name of a file in a table', () => {
  const FILES = { 'x/1.txt': article('1'), 'y/1.txt': article('2'), 'here/1.txt': article('3') };
  /** The names that the files of a call have in a table, with the paths that the call finds. */
  const namesOf = (paths: readonly string[], options: InputOptions = {}, at = 'here') => {
    const all = folder({ ...FILES, list: '../y/1.txt\n1.txt\n' });
    return inFolder(path.join(all, at), async () => {
      const files = await inputFiles(
        paths.map((each) => each.replace('ALL', all)),
        options,
        assert.fail,
      );
      const numberOf = (file: InputFile) => /F-N-S-T-A-R-T\. (\d)/.exec(fs.readFileSync(file.path, 'utf8'))?.[1];
      return [...namesInRows(files)].map(([file, { file: name }]) => `${name} ${numberOf(file)}`);
    });
  };

  it('is its path below the working directory, or below the folder that was named', async () => {
    for (const paths of [['.'], ['1.txt'], ['./1.txt'], ['ALL/here'], ['../here/1.txt'], ['*.txt']]) {
      assert.deepEqual(await namesOf(paths), ['1.txt 3'], paths.join());
    }
    for (const paths of [['../x'], ['../x/1.txt'], ['ALL/x'], ['../x/*.txt'], ['../x', '../x/1.txt']]) {
      assert.deepEqual(await namesOf(paths), ['1.txt 1'], paths.join());
    }
  });

  it('has the folders that are between it and the working directory', async () => {
    for (const paths of [['x'], ['x/1.txt'], ['ALL/x'], ['x/*.txt']]) {
      assert.deepEqual(await namesOf(paths, {}, '.'), ['x/1.txt 1'], paths.join());
    }
  });

  it('is its path below the folder that contains everything named, if that is outside the working directory', async () => {
    for (const paths of [
      ['../x', '../y'],
      ['ALL/x/1.txt', 'ALL/y/1.txt'],
      ['../x', 'ALL/y/*.txt'],
    ]) {
      assert.deepEqual(await namesOf(paths), ['x/1.txt 1', 'y/1.txt 2'], paths.join());
    }
    assert.deepEqual(await namesOf(['.', '../x']), ['here/1.txt 3', 'x/1.txt 1']);
    assert.deepEqual(await namesOf(['..']), ['here/1.txt 3', 'x/1.txt 1', 'y/1.txt 2']);
    assert.deepEqual(await namesOf([], { filesFrom: '../list' }), ['y/1.txt 2', 'here/1.txt 3']);
  });

  it('is the same in the rows that export writes', async () => {
    const cwd = path.join(folder(FILES), 'here');
    const { stdout } = await run(['export', '.', '../x', '--files-from', '-'], cwd, '../y/1.txt\n');
    assert.deepEqual(named(stdout), ['here/1.txt 3', 'x/1.txt 1', 'y/1.txt 2']);
  });

  it('is never that of another file', async () => {
    const here = path.join(folder(FILES), 'here');
    const both = await run(['export', '--stdin-filename', '1.txt', '-', '1.txt', '--to', 'csv'], here, article('9'));
    assert.deepEqual([both.code, both.stdout], [2, '']);
    assert.match(
      both.stderr,
      /^article-format: In the table, standard input and 1\.txt would have the same name: 1\.txt\./,
    );
    if (isWindows) return; // Links need a right there.
    const cwd = folder({ '1.txt': article('1'), 'far/1.txt': article('2'), 'far/in/2.txt': article('3') });
    fs.symlinkSync('far/in', path.join(cwd, 'link'));
    const { code, stdout } = await run(['export', '1.txt', 'link/../1.txt'], cwd);
    const names = stdout.split('\n', 2).map((line) => JSON.parse(line).file);
    assert.deepEqual([code, ...names], [0, '1.txt', 'far/1.txt']);
  });

  it('is reported if import refuses it', async () => {
    const cwd = folder({
      '.a.txt': article('1') + article('2'),
      'node_modules/b.txt': article('3'),
      'c.txt': article('4'),
    });
    const { code, stdout, stderr } = await run(['export', '.a.txt', 'node_modules/b.txt', 'c.txt'], cwd);
    assert.equal(code, 0);
    assert.match(
      stderr,
      /^article-format: 3 articles .*import refuses a table with them: .* Files: \.a\.txt, node_modules\/b\.txt\n$/,
    );
    const { code: back } = await run(['import', '-', '-o', 'back'], cwd, stdout);
    assert.equal(back, 2);
    assert.equal((await run(['export', 'c.txt', '-'], cwd, article('5'))).stderr, '');
  });

  it('is that of standard input only for standard input', async () => {
    const cwd = folder({ '-': article('1'), 'in/-': article('2') });
    const { stdout } = await run(['export', './-', 'in/-', '-'], cwd, article('3'));
    assert.deepEqual(named(stdout), ['./- 1', 'in/- 2', '- 3']);
  });
});

/** Whether a folder can contain a file with this name. */
const isName = (name: string) =>
  name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name) && Buffer.byteLength(name) <= 200;

/** Whether `import` refuses it because it is hidden, on one system or another. */
const isHidden = (name: string) => /^\p{Default_Ignorable_Code_Point}*\./u.test(name);

/** Characters that are special on one system or another. Windows does not allow most of them in names. */
const ODD = [
  '-',
  '.',
  ' ',
  '_',
  'é',
  'e\u0301',
  'م',
  '🕊',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\ufffd',
  '~',
  "'",
  '%',
  '#',
  '$',
];
const NOT_ON_WINDOWS = ['\\', ':', '"', '*', '?', '<', '|', '\n', '\r', '\t', '\x7f', '\x1b'];
const part = fc.oneof(
  fc
    .array(fc.constantFrom('a', 'b', 'C', ...ODD, ...(isWindows ? [] : NOT_ON_WINDOWS)), { minLength: 1, maxLength: 8 })
    .map((characters) => characters.join(''))
    .filter((each) => isName(each) && !isHidden(each))
    .map((name) => (isWindows ? `${name}x` : name)),
  isWindows
    ? fc.constant('a')
    : fc.constantFrom(
        '-',
        '--',
        '-o',
        'c:d.txt',
        'a\\b.txt',
        'x\\..\\x.txt',
        '\\\\host\\x',
        'CON',
        'x.',
        ' ',
        '*',
        '~',
        '__proto__',
      ),
);
const name = fc.oneof(
  { weight: 3, arbitrary: part },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('in', 'in \\ x', '-').filter((each) => !isWindows || each === 'in'),
        part,
      )
      .map(([outer, inner]) => `${outer}/${inner}`),
  },
);
/** On some systems, names that differ only in case, or in the encoding of their accents, are the same. */
const names = fc.uniqueArray(name, {
  minLength: 120,
  maxLength: 180,
  selector: (each) => each.normalize().toLowerCase(),
});

describe('export and import', function () {
  this.timeout(120_000);

  it('restore the name of every file', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (all) => {
        const files = all.filter((each) => !all.some((other) => other.startsWith(`${each}/`)));
        const cwd = folder({ ...Object.fromEntries(files.map((file, index) => [`of/${file}`, article(`${index}`)])) });
        // Not in a list: one with a name that is a line break may be UTF-16, and is refused.
        const paths = files.map((file) => `./${file}`);
        const { code, stdout } = await run(['export', ...paths], path.join(cwd, 'of'));
        assert.equal(code, 0);
        const back = await run(['import', '-', '-o', 'back'], cwd, stdout);
        assert.deepEqual([back.code, back.stderr], [0, `${files.length} of ${files.length} files written.\n`]);
        for (const file of files) {
          const [before, after] = ['of', 'back'].map((each) => fs.readFileSync(path.join(cwd, each, file), 'utf8'));
          assert.equal(after, before, file);
        }
      }),
      { numRuns: 3 },
    );
  });
});

describe('the name of an imported file', () => {
  const isTaken = (file: string, windows: boolean) => {
    try {
      partsOf(file, windows);
      return true;
    } catch {
      return false;
    }
  };

  it('has the folders that the system finds in it', () => {
    assert.deepEqual(partsOf('a/b\\c.txt', false), ['a', 'b\\c.txt']);
    assert.deepEqual(partsOf('a/b\\c.txt', true), ['a', 'b', 'c.txt']);
    assert.deepEqual(partsOf('./-', false), ['-']);
  });

  it('never leads outside the folder, on any system', () => {
    for (const file of ['', '.', '..', '../x', 'a/../x', '/x', '//host/x', 'a//x', 'a/', './x', 'a\0b', '/', '-/..']) {
      assert.isFalse(isTaken(file, false), file);
      assert.isFalse(isTaken(file, true), file);
    }
    for (const file of ['..\\x', 'a\\..\\..\\x', 'C:\\x', 'C:x', 'c:', '\\x', '\\\\host\\x', 'a\\']) {
      assert.isTrue(isTaken(file, false), file);
      assert.isFalse(isTaken(file, true), file);
    }
  });

  it('is never one that the system would take for another', () => {
    const devices = ['CON', 'con.txt', 'Aux.tar.gz', 'in/NUL', 'com1', 'LPT9.txt', 'COM¹', 'nul .txt', 'CONIN$'];
    for (const file of [...devices, 'a.', 'a ', 'in./a', 'a:b', 'a?', 'a*', 'a"b', 'a<b', 'a|b', 'a\nb', '\x1fa']) {
      assert.isTrue(isTaken(file, false), file);
      assert.isFalse(isTaken(file, true), file);
    }
    for (const file of ['CONX', 'con-1.txt', 'com10', 'console.txt', 'a.con', '.a', 'é 🕊.txt', '-x', 'lpt']) {
      assert.isTrue(isTaken(file, true), file);
    }
  });

  it('is never hidden, and never belongs to programs, on any system', () => {
    const isRefused = (file: string, windows: boolean) => {
      try {
        requireVisible(file, windows);
        return false;
      } catch (error) {
        assert.instanceOf(error, UsageError);
        assert.match((error as Error).message, /^names .* Give the file another name\.$/s);
        return true;
      }
    };
    const hidden = [
      '.git/config',
      'a/.git/config',
      '.GIT/a.txt',
      '.articlerc.json',
      'a/.articlerc.json',
      '.vscode/a.txt',
    ];
    for (const file of [
      ...hidden,
      '.a.txt',
      '..a',
      'node_modules/a.txt',
      'Node_Modules/a.txt',
      'git~1/a.txt',
      '\ufeff.git/a',
    ]) {
      assert.isTrue(isRefused(file, false), file);
      assert.isTrue(isRefused(file, true), file);
    }
    assert.deepEqual([isRefused('a\\.git', false), isRefused('a\\.git', true)], [false, true]);
    for (const file of ['a.txt', 'a.b/c.txt', './-', '../a.txt', 'a..txt', 'git/a.txt', 'node_modules.txt', '']) {
      assert.isFalse(isRefused(file, true), file);
    }
  });
});
