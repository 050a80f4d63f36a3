/** Commands that write are kept from whole disks and home folders. No test here lets one loose on a real one. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { searchedFolder } from '../../../server/src/cli/glob';
import { inputFiles } from '../../../server/src/cli/inputs';
import { refuseWholeDisk, WholeDiskError } from '../../../server/src/cli/wholeDisk';
import { article, folder, run } from './commandLine';

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

  it('is no folder in it', () => {
    refuseWholeDisk(folder({}));
    refuseWholeDisk(path.join(os.homedir(), 'no such folder'));
  });

  it('is found as what a glob searches', () => {
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

  it('is asked about for each folder that a call names, before anything is read', async () => {
    const cwd = folder({ 'corpus/a.txt': DAMAGED, 'b.txt': DAMAGED });
    const asked: string[] = [];
    const paths = ['corpus', 'b.txt', 'corpus/**/*.txt'].map((name) => `${cwd}/${name}`);
    await inputFiles(paths, {}, assert.fail, (name) => asked.push(name));
    assert.deepEqual(asked, [`${cwd}/corpus`, `${cwd}/corpus`]);
  });

  for (const [command, ...args] of [['fix'], ['format', '--layout', 'fields']] as const) {
    it(`is left alone by ${command}, however it is named, unless that is forced`, async () => {
      const home = folder({ 'a.txt': DAMAGED, 'sub/b.txt': DAMAGED });
      const list = path.join(folder({ list: `${home}\n` }), 'list');
      for (const [paths, cwd] of [
        [['.'], home],
        [[home], '.'],
        [['..'], path.join(home, 'sub')],
        [['**/*.txt'], home],
        [['a.txt', 'sub', '.'], home],
        [['--folders', '--files-from', list], '.'],
      ] as const) {
        const { code, stderr } = await run([command as string, ...args, ...paths], cwd, '', homeAt(home));
        assert.equal(code, 2, paths.join());
        assert.match(stderr, /is your home folder\. Nothing was written\./, paths.join());
      }
      assert.equal(fs.readFileSync(path.join(home, 'a.txt'), 'utf8'), DAMAGED);
      assert.equal((await run([command as string, ...args, '--force', '.'], home, '', homeAt(home))).code, 0);
      assert.notEqual(fs.readFileSync(path.join(home, 'a.txt'), 'utf8'), DAMAGED);
    });
  }

  it('may be read, and files and folders in it may be named', async () => {
    const home = folder({ 'a.txt': DAMAGED, 'sub/b.txt': DAMAGED });
    assert.equal((await run(['check', '.'], home, '', homeAt(home))).code, 1);
    assert.equal((await run(['fix', '--dry-run', '.'], home, '', homeAt(home))).code, 1);
    assert.equal((await run(['fix', 'a.txt', 'sub', '*.txt'], home, '', homeAt(home))).code, 0);
  });

  it('is left alone by import, unless that is forced', async () => {
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
