import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { GitIndexes } from '../../../server/src/disk/gitIndex';

const TEXT = Buffer.from('An article.');
const blobOf = (bytes: Uint8Array, algorithm = 'sha1') =>
  createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** Names of many lengths: entries are filled up to a multiple of eight bytes. */
const NAMES = ['a', 'ab.txt', 'abc.txt', 'corpus/café.txt', 'corpus/caf.txt', `z/${'n'.repeat(200)}`].sort();

/** An index of the names, each with the same bytes, as git writes it. */
function indexOf(version: 2 | 3 | 4, algorithm = 'sha1', stage = 0): Buffer {
  const head = Buffer.alloc(12);
  head.write('DIRC');
  head.writeUInt32BE(version, 4);
  head.writeUInt32BE(NAMES.length, 8);
  let before = Buffer.alloc(0);
  const entries = NAMES.map((text) => {
    const name = Buffer.from(text);
    const flags = Buffer.alloc(version === 3 ? 4 : 2);
    flags.writeUInt16BE((stage << 12) | Math.min(name.length, 0xfff) | (version === 3 ? 0x4000 : 0));
    const parts = [Buffer.alloc(40), Buffer.from(blobOf(TEXT, algorithm), 'hex'), flags];
    if (version === 4) {
      let common = 0;
      while (common < before.length && before[common] === name[common]) common++;
      const dropped = before.length - common;
      parts.push(dropped < 128 ? Buffer.of(dropped) : Buffer.of(0x80 | ((dropped >> 7) - 1), dropped & 0x7f));
      parts.push(name.subarray(common), Buffer.of(0));
      before = name;
      return Buffer.concat(parts);
    }
    const entry = Buffer.concat([...parts, name]);
    return Buffer.concat([entry, Buffer.alloc(8 - (entry.length % 8))]);
  });
  return Buffer.concat([head, ...entries, Buffer.alloc(20)]);
}

describe('what git keeps', () => {
  let top: string;
  beforeEach(() => {
    top = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'article-git-')));
    fs.mkdirSync(path.join(top, '.git'));
    fs.writeFileSync(path.join(top, '.git/config'), '[core]\n\tbare = false\n');
  });
  afterEach(() => fs.rmSync(top, { recursive: true }));

  const held = (folder = top) =>
    NAMES.filter((name) => new GitIndexes().blobOf(path.join(folder, name), TEXT) === blobOf(TEXT));

  for (const version of [2, 3, 4] as const) {
    it(`is read from an index of version ${version}`, () => {
      fs.writeFileSync(path.join(top, '.git/index'), indexOf(version));
      assert.deepEqual(held(), NAMES);
      const indexes = new GitIndexes();
      assert.isUndefined(indexes.blobOf(path.join(top, 'a'), Buffer.from('An article!')));
      assert.isUndefined(indexes.blobOf(path.join(top, 'b'), TEXT));
      assert.isUndefined(indexes.blobOf(path.join(path.dirname(top), 'a'), TEXT));
    });
  }

  it('is read where the repository names its objects by SHA-256', () => {
    fs.writeFileSync(path.join(top, '.git/config'), '[extensions]\n\tobjectformat = sha256\n');
    fs.writeFileSync(path.join(top, '.git/index'), indexOf(2, 'sha256'));
    assert.equal(new GitIndexes().blobOf(path.join(top, 'ab.txt'), TEXT), blobOf(TEXT, 'sha256'));
  });

  it('is read in a worktree, whose .git is a file', () => {
    const tree = path.join(top, 'tree');
    fs.mkdirSync(tree);
    fs.mkdirSync(path.join(top, '.git/worktrees/tree'), { recursive: true });
    fs.writeFileSync(path.join(tree, '.git'), `gitdir: ${path.join(top, '.git/worktrees/tree')}\n`);
    fs.writeFileSync(path.join(top, '.git/worktrees/tree/commondir'), '../..\n');
    fs.writeFileSync(path.join(top, '.git/worktrees/tree/index'), indexOf(2));
    assert.deepEqual(held(tree), NAMES);
  });

  it('is nothing of a file in conflict, and where the index is torn or strange', () => {
    const whole = indexOf(2);
    for (const index of [
      indexOf(2, 'sha1', 1),
      whole.subarray(0, 300),
      whole.subarray(0, 5),
      Buffer.from('DIRCxxxx'),
      Buffer.alloc(0),
    ]) {
      fs.writeFileSync(path.join(top, '.git/index'), index);
      assert.isEmpty(held());
    }
    fs.rmSync(path.join(top, '.git/index'));
    assert.isEmpty(held());
  });

  it('agrees with git', function () {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: top, stdio: 'pipe' }).toString().trim();
    try {
      git('--version');
    } catch {
      this.skip();
    }
    fs.rmSync(path.join(top, '.git'), { recursive: true });
    git('init', '-q');
    for (const name of NAMES) {
      fs.mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
      fs.writeFileSync(path.join(top, name), TEXT);
    }
    git('-c', 'core.autocrlf=false', 'add', '.');
    for (const version of ['2', '4']) {
      git('update-index', '--force-write-index', '--index-version', version);
      assert.deepEqual(held(), NAMES);
    }
  });
});
