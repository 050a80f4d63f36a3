import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { repositoryAbove, repositoryAt } from '../../../../server/src/disk/git/repository';
import { folder } from '../../cli/commandLine';

const CONFIG = '[core]\n\tignorecase = true\n';

describe('a git repository', () => {
  it('is a folder with .git in it', () => {
    const at = folder({ 'a/.git/config': CONFIG, 'a/.git/info/exclude': 'old\n', 'b/x.txt': '' });
    assert.deepEqual(repositoryAt(path.join(at, 'a')), { config: CONFIG, exclude: 'old\n' });
    assert.isUndefined(repositoryAt(path.join(at, 'b')));
    fs.mkdirSync(path.join(at, 'b/.git'));
    assert.deepEqual(repositoryAt(path.join(at, 'b')), { config: '', exclude: '' });
  });

  it('may be a worktree, which shares config and exclude, or a submodule, which has its own', () => {
    const at = folder({
      'main/.git/config': CONFIG,
      'main/.git/info/exclude': 'old\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'main/.git/modules/sub/config': '[core]\n',
      'main/.git/modules/sub/info/exclude': 'own\n',
      'main/sub/.git': 'gitdir: ../.git/modules/sub\n',
    });
    fs.mkdirSync(path.join(at, 'tree'));
    fs.writeFileSync(path.join(at, 'tree/.git'), `gitdir: ${path.join(at, 'main/.git/worktrees/tree')}\n`);
    assert.deepEqual(repositoryAt(path.join(at, 'tree')), { config: CONFIG, exclude: 'old\n' });
    assert.deepEqual(repositoryAt(path.join(at, 'main/sub')), { config: '[core]\n', exclude: 'own\n' });
  });

  it('is never looked for on another machine', () => {
    const at = folder({ 'main/.git/config': CONFIG, 'tree/x.txt': '', 'other/.git/config': '[core]\n' });
    // Two slashes at the beginning name a machine on Windows. On other systems they mean nothing special.
    fs.writeFileSync(path.join(at, 'tree/.git'), `gitdir: /${path.join(at, 'main/.git')}\n`);
    fs.writeFileSync(path.join(at, 'other/.git/commondir'), `/${path.join(at, 'main/.git')}\n`);
    assert.deepEqual(repositoryAt(path.join(at, 'tree')), { config: '', exclude: '' });
    assert.deepEqual(repositoryAt(path.join(at, 'other')), { config: '[core]\n', exclude: '' });
  });

  it('gives a folder in it the ignore rules from above', () => {
    const at = folder({
      '.git/config': CONFIG,
      '.git/info/exclude': 'old\n',
      '.gitignore': 'a\n',
      'corpus/.gitignore': 'b\n',
      'corpus/1986/.gitignore': 'c\n',
    });
    assert.deepEqual(repositoryAbove(path.join(at, 'corpus/1986')), {
      repository: { config: CONFIG, exclude: 'old\n' },
      texts: [
        { way: 'corpus/1986', content: 'old\n' },
        { way: 'corpus/1986', content: 'a\n' },
        { way: '1986', content: 'b\n' },
      ],
    });
    assert.isUndefined(repositoryAbove(at));
  });
});
