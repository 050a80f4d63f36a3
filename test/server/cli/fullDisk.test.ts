import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, environment, folder, run } from './commandLine';

/** Makes a call find no room on the disk for files after so many. All files are written beside their places first. */
const DISK = `
  const fs = require('node:fs');
  let room = Number(process.env.ROOM_FOR);
  const take = (file) => {
    if (/\\.article-\\d+-\\d+\\.tmp$/.test(file) && room-- <= 0)
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: process.env.CODE, syscall: 'write' });
  };
  const { writeFileSync } = fs;
  const { open } = fs.promises;
  fs.writeFileSync = (file, ...more) => (take(String(file)), writeFileSync(file, ...more));
  fs.promises.open = async (file, ...more) => (take(String(file)), open(file, ...more));
`;

const NAMES = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'];
const damaged = (number: string) => article(number).replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
const files = () => Object.fromEntries(NAMES.map((name, index) => [name, damaged(String(index))]));
const changed = (cwd: string) =>
  NAMES.filter((name, index) => fs.readFileSync(path.join(cwd, name), 'utf8') !== damaged(String(index)));

/** A call on a disk with room for so many files. */
function runWith(room: number, call: readonly string[], cwd: string, code = 'ENOSPC') {
  const double = path.join(folder({ 'disk.cjs': DISK }), 'disk.cjs');
  const preload = `--require ${double.replaceAll('\\', '/')}`;
  return run(call, cwd, '', { ...environment(), NODE_OPTIONS: preload, ROOM_FOR: String(room), CODE: code });
}

const END = 'The disk is full, so nothing more was written. Free some space, then run the same command again.\n';

describe('on a full disk', () => {
  for (const [code, reason] of [
    ['ENOSPC', 'There is no space left.'],
    ['EDQUOT', 'Your quota on this disk is used up.'],
  ] as const)
    it(`import stops at the first file for which there is no room, and says it once (${code})`, async () => {
      const rows = NAMES.map((file, index) => ({
        file,
        number: String(index),
        date: '2024-04-09',
        title: 'T',
        text: 'x',
      }));
      const cwd = folder({ 'rows.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join('') });
      const found = await runWith(2, ['import', 'rows.jsonl', '-o', 'out'], cwd, code);
      assert.equal(found.code, 2);
      assert.equal(found.stderr, `article-format: c.txt: ${reason}\n2 of 5 files written.\n${END}`);
      assert.sameMembers(fs.readdirSync(path.join(cwd, 'out')), ['a.txt', 'b.txt']);
      const again = await run(['import', 'rows.jsonl', '-o', 'out'], cwd);
      assert.equal(again.stderr, '3 of 5 files written. 2 files already there, with the same articles.\n');
    });

  for (const jobs of ['1', '2'])
    it(`fix stops, and names what it has changed (--jobs ${jobs})`, async () => {
      const cwd = folder(files());
      const { code, stdout, stderr } = await runWith(2, ['fix', '--jobs', jobs, '.'], cwd);
      assert.deepEqual([code, stdout], [2, 'a.txt\nb.txt\n']);
      assert.equal(
        stderr,
        `article-format: c.txt: There is no space left.\n2 of 3 files changed. article-format undo takes that back. 1 file could not be read or written.\n${END}`,
      );
      assert.deepEqual(changed(cwd), ['a.txt', 'b.txt']);
      assert.sameMembers(fs.readdirSync(cwd), NAMES);
      assert.equal((await run(['fix', '.'], cwd)).stdout, 'c.txt\nd.txt\ne.txt\n');
    });

  it('undo stops, and takes back the rest when it is called again', async () => {
    const cwd = folder(files());
    await run(['fix', '.'], cwd);
    const { code, stdout, stderr } = await runWith(2, ['undo'], cwd);
    assert.deepEqual([code, stdout], [2, 'a.txt\nb.txt\n']);
    assert.match(
      stderr,
      /^article-format: c\.txt: There is no space left\.\n2 files restored, .* 3 files left as they are\./,
    );
    assert.isTrue(stderr.endsWith(`\n${END}`));
    assert.deepEqual(changed(cwd), ['c.txt', 'd.txt', 'e.txt']);
    await run(['undo'], cwd);
    assert.isEmpty(changed(cwd));
  });
});
