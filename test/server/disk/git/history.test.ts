import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { GitHistory } from '../../../../server/src/disk/git/history';
import { temporaryFolder } from '../../../temporary';

/** Texts that are much alike, so that packs keep them as deltas; one that is like no other, and an empty one. */
const LONG = Array.from({ length: 400 }, (_, index) => `Line ${index * 7919} of an article.\n`).join('');
const FILES: Readonly<Record<string, string>> = {
  'a.txt': LONG,
  'corpus/b.txt': `${LONG}More.`,
  'corpus/café.txt': `Before.${LONG}`,
  'corpus/deep/er/c.txt': LONG.replace('Line 7919 ', 'Another line '),
  'corpus/empty.txt': '',
  'z.txt': 'Short.',
};

describe('the history of git', () => {
  let folder: string;
  let top: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false', ...args], {
      cwd: top,
      stdio: 'pipe',
      env: { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' },
    }).toString();
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    fs.writeFileSync(path.join(top, name), text);
  };

  before(function () {
    try {
      execFileSync('git', ['--version'], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
  });
  beforeEach(() => {
    folder = temporaryFolder();
    top = path.join(folder, 'top');
    fs.mkdirSync(top);
  });

  function commit(...init: string[]): void {
    git('init', '-q', '-b', 'main', ...init);
    for (const [name, text] of Object.entries(FILES)) write(name, text);
    git('add', '.');
    git('commit', '-qm', 'All');
  }

  /** The names of the files whose bytes it gives. */
  function held(root = top): readonly string[] {
    const history = new GitHistory();
    return Object.entries(FILES).flatMap(([name, text]) => {
      const bytes = Buffer.from(text);
      const blob = history.nameOf(path.join(root, name), bytes);
      if (blob === undefined) return [];
      assert.deepEqual(Buffer.from(history.bytesOf(path.join(root, name), blob) ?? ''), bytes, name);
      return [name];
    });
  }

  it('gives the bytes of files that are committed and unchanged', () => {
    commit();
    assert.deepEqual(held(), Object.keys(FILES));
    const history = new GitHistory();
    assert.isUndefined(history.nameOf(path.join(top, 'a.txt'), Buffer.from(`${LONG} `)));
    assert.isUndefined(history.nameOf(path.join(top, 'y.txt'), Buffer.from(LONG)));
    assert.isUndefined(history.nameOf(path.join(top, 'a.txt/x'), Buffer.from(LONG)));
    assert.isUndefined(history.nameOf(path.join(top, 'corpus'), Buffer.from(LONG)));
    assert.isUndefined(history.nameOf(path.join(folder, 'a.txt'), Buffer.from(LONG)));
  });

  it('does not count what is only staged, because git may remove it', () => {
    git('init', '-q');
    for (const [name, text] of Object.entries(FILES)) write(name, text);
    git('add', '.');
    assert.isEmpty(held());
    git('commit', '-qm', 'All');
    write('a.txt', 'Staged.');
    git('add', '.');
    assert.isUndefined(new GitHistory().nameOf(path.join(top, 'a.txt'), Buffer.from('Staged.')));
  });

  for (const [deltas, setting] of [
    ['by their places', 'true'],
    ['by their names', 'false'],
  ] as const) {
    it(`is read from packs whose deltas name their bases ${deltas}`, () => {
      commit();
      write('later.txt', 'Later.');
      git('add', '.');
      git('commit', '-qm', 'More');
      git('pack-refs', '--all');
      git('-c', `repack.useDeltaBaseOffset=${setting}`, 'repack', '-adfq', '--depth=50', '--window=50');
      git('prune-packed');
      const [index = ''] = fs.readdirSync(path.join(top, '.git/objects/pack')).filter((name) => name.endsWith('.idx'));
      assert.match(git('verify-pack', '-v', `.git/objects/pack/${index}`), /^[0-9a-f]{40} blob .* 1 [0-9a-f]{40}$/m);
      assert.deepEqual(held(), Object.keys(FILES));
      fs.truncateSync(path.join(top, '.git/objects/pack', index.replace('.idx', '.pack')), 100);
      assert.isEmpty(held());
      fs.truncateSync(path.join(top, '.git/objects/pack', index), 1100);
      assert.isEmpty(held());
    });
  }

  it('is read from a repository whose objects are named by SHA-256', () => {
    commit('--object-format=sha256');
    assert.deepEqual(held(), Object.keys(FILES));
    git('repack', '-adq');
    assert.deepEqual(held(), Object.keys(FILES));
  });

  it('is read in a worktree, and without a branch', () => {
    commit();
    git('worktree', 'add', '-q', '--detach', '../tree');
    assert.deepEqual(held(path.join(folder, 'tree')), Object.keys(FILES));
  });

  it('gives nothing if git cannot give the bytes', () => {
    commit();
    const blob = new GitHistory().nameOf(path.join(top, 'z.txt'), Buffer.from('Short.')) as string;
    const object = path.join(top, '.git/objects', blob.slice(0, 2), blob.slice(2));
    fs.chmodSync(object, 0o600);
    fs.truncateSync(object, 4);
    assert.notInclude(held(), 'z.txt');
    fs.rmSync(object);
    assert.notInclude(held(), 'z.txt');
    assert.isUndefined(new GitHistory().bytesOf(path.join(top, 'z.txt'), blob));
    for (const head of ['', 'ref: refs/heads/other\n', 'ref: ../../secret\n', `${'0'.repeat(40)}\n`]) {
      fs.writeFileSync(path.join(top, '.git/HEAD'), head);
      assert.isEmpty(held());
    }
    fs.rmSync(path.join(top, '.git'), { recursive: true });
    fs.writeFileSync(path.join(top, '.git'), 'gitdir: nowhere\n');
    assert.isEmpty(held());
  });
});
