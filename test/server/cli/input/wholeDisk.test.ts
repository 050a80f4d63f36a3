/** Commands that write refuse whole disks and home folders. No test here runs one on a real disk or home folder. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { searchedFolder } from '../../../../server/src/cli/input/glob';
import { inputFiles } from '../../../../server/src/cli/input/inputs';
import { refuseWholeDisk, WholeDiskError } from '../../../../server/src/cli/input/wholeDisk';
import { article, folder, run } from '../commandLine';

const DAMAGED = article('1').replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

/** An environment whose home folder is this one. */
const homeAt = (home: string) => ({ HOME: home, USERPROFILE: home });

describe('a whole disk or home folder', () => {
  const { root } = path.parse(process.cwd());
  const up = path.relative(process.cwd(), root);

  for (const name of [root, `${root}.`, up, path.join(root, 'x', '..'), os.homedir(), path.dirname(os.homedir())]) {
    it(`is refused under the name ${name}`, () => assert.throws(() => refuseWholeDisk(name), WholeDiskError));
  }

  it('is refused when a link leads to it', () => {
    const link = path.join(folder({}), 'link');
    fs.symlinkSync(root, link);
    assert.throws(() => refuseWholeDisk(link), /is the root of a disk\. Nothing was written\./);
  });

  describe('set by an environment variable', () => {
    const before = { HOME: process.env.HOME, USERPROFILE: process.env.USERPROFILE };
    afterEach(() => {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    });
    const says = (home: string) => Object.assign(process.env, homeAt(home));
    const refuses = (name: string, what: string) =>
      assert.throws(() => refuseWholeDisk(name), `${name} is ${what}. Nothing was written.`);

    it('is refused, as are the folders that contain it and the account’s home folder', () => {
      const base = folder({ 'around/home/corpus/a.txt': '' });
      const home = path.join(base, 'around/home');
      for (const name of [home, `${home}${path.sep}`, path.join(home, 'corpus', '..')]) {
        says(name);
        refuses(home, 'your home folder');
        refuses(path.join(base, 'around'), 'around your home folder');
        refuses(base, 'around your home folder');
        refuses(os.userInfo().homedir, 'your home folder');
        refuseWholeDisk(path.join(home, 'corpus'));
      }
    });

    it('is refused if it is a link, as are the folders that contain the link or its target', () => {
      const base = folder({ 'disk/home/a.txt': '', 'links/b.txt': '' });
      fs.symlinkSync(path.join(base, 'disk/home'), path.join(base, 'links/home'), 'junction');
      says(path.join(base, 'links/home'));
      for (const name of ['disk/home', 'links/home']) refuses(path.join(base, name), 'your home folder');
      for (const name of ['disk', 'links', '.']) refuses(path.join(base, name), 'around your home folder');
    });

    it('is refused in upper and lower case where file names ignore case', function () {
      const base = folder({ 'home/a.txt': '' });
      if (!fs.existsSync(path.join(base, 'HOME'))) this.skip();
      says(path.join(base, 'HOME'));
      refuses(path.join(base, 'home'), 'your home folder');
    });

    it('is the account’s home folder if the variable is empty or not an absolute path', () => {
      for (const value of ['', '.', '~', 'home', '..']) {
        says(value);
        refuseWholeDisk(folder({}));
        refuseWholeDisk('.');
        refuses(os.userInfo().homedir, 'your home folder');
      }
    });

    it('may be the root, or a folder that does not exist', () => {
      const base = folder({ 'around/a.txt': '' });
      for (const value of ['/', '//']) {
        says(value);
        refuses(root, 'the root of a disk');
        refuseWholeDisk(base);
      }
      fs.symlinkSync(path.join(base, 'around'), path.join(base, 'link'), 'junction');
      says(path.join(base, 'link/gone/home'));
      for (const name of ['around', '.']) refuses(path.join(base, name), 'around your home folder');
    });
  });

  for (const homes of ['/home', '/Users']) {
    it(`is refused if it contains all home folders: ${homes}`, function () {
      if (!fs.existsSync(homes)) this.skip();
      assert.throws(
        () => refuseWholeDisk(homes),
        /is (?:around your home folder|where people have their home folders)\./,
      );
    });
  }

  it('is not a folder inside it', () => {
    refuseWholeDisk(folder({}));
    refuseWholeDisk(path.join(os.homedir(), 'no such folder'));
  });

  it('is recognised as the folder that a glob searches', () => {
    for (const [pattern, searched] of [
      ['/**/*.txt', '/'],
      ['/*/a.txt', '/'],
      ['{/tmp,/}/**', '/'],
      ['**', '.'],
      ['../*/*.txt', '..'],
      ['corpus/**/*.txt', 'corpus'],
      ['*.txt', undefined],
      ['/tmp/[ab].txt', undefined],
    ] as const) {
      assert.equal(searchedFolder(pattern), searched, pattern);
    }
  });

  it('is looked for in each folder that a call names, before anything is read', async () => {
    const cwd = folder({ 'corpus/a.txt': DAMAGED, 'b.txt': DAMAGED });
    const asked: string[] = [];
    const paths = ['corpus', 'b.txt', 'corpus/**/*.txt'].map((name) => `${cwd}/${name}`);
    await inputFiles(paths, {}, assert.fail, (name) => asked.push(name));
    assert.deepEqual(asked, [`${cwd}/corpus`, `${cwd}/corpus`]);
  });

  for (const [command, ...args] of [['fix'], ['format', '--layout', 'fields']] as const) {
    it(`is not changed by ${command} without --force, however the call names it`, async () => {
      const home = folder({ 'a.txt': DAMAGED, 'sub/b.txt': DAMAGED });
      const list = path.join(folder({ list: `${home}\n` }), 'list');
      const calls = [
        [['.'], home],
        [[home], '.'],
        [['..'], path.join(home, 'sub')],
        [['**/*.txt'], home],
        [['a.txt', 'sub', '.'], home],
        [['--folders', '--files-from', list], '.'],
      ] as const;
      // Both commands find their files in the same way.
      for (const [paths, cwd] of command === 'fix' ? calls : calls.slice(0, 1)) {
        const { code, stderr } = await run([command as string, ...args, ...paths], cwd, '', homeAt(home));
        assert.equal(code, 2, paths.join());
        assert.match(stderr, /is your home folder\. Nothing was written\./, paths.join());
      }
      assert.equal(fs.readFileSync(path.join(home, 'a.txt'), 'utf8'), DAMAGED);
      assert.equal((await run([command as string, ...args, '--force', '.'], home, '', homeAt(home))).code, 0);
      assert.notEqual(fs.readFileSync(path.join(home, 'a.txt'), 'utf8'), DAMAGED);
    });
  }

  it('may be read, and files and folders inside it may be given', async () => {
    const home = folder({ 'a.txt': DAMAGED, 'sub/b.txt': DAMAGED });
    assert.equal((await run(['check', '.'], home, '', homeAt(home))).code, 1);
    assert.equal((await run(['fix', '--dry-run', '.'], home, '', homeAt(home))).code, 1);
    assert.equal((await run(['fix', 'a.txt', 'sub', '*.txt'], home, '', homeAt(home))).code, 0);
  });

  it('is not written to by import without --force', async () => {
    const home = folder({});
    const row = JSON.stringify({ number: '1', date: '2024-04-09', title: 'T', text: 'X', file: 'a.txt' });
    const { code, stderr } = await run(['import', '-', '-o', '.'], home, row, homeAt(home));
    assert.equal(code, 2);
    assert.include(stderr, '. is your home folder.');
    assert.deepEqual(fs.readdirSync(home), []);
    assert.equal((await run(['import', '-', '-o', '.', '--force'], home, row, homeAt(home))).code, 0);
    assert.deepEqual(fs.readdirSync(home), ['a.txt']);
  });
});
