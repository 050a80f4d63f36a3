import { assert } from 'chai';
import { Membership } from '../../../../server/src/corpus/files/membership';

const TEXTS = ['**/*.txt', '**/*.article'];

function belongs(membership: Membership, ...paths: string[]): string[] {
  return paths.filter((path) => membership.has(path));
}

describe('to the corpus', () => {
  it('belong the files that a pattern includes and none excludes, at any depth', () => {
    const membership = new Membership(TEXTS, ['**/drafts', '**/*.bak.txt']);
    assert.deepEqual(
      belongs(
        membership,
        'a.txt',
        '2024/b.txt',
        '.hidden/c.article',
        'a.md',
        'd.bak.txt',
        'drafts/e.txt',
        'x/drafts/y/f.txt',
      ),
      ['a.txt', '2024/b.txt', '.hidden/c.article'],
    );
    assert.isFalse(membership.enters('x/drafts'));
    assert.isTrue(membership.enters('x'));
  });

  it('belongs nothing where nothing is included', () => {
    assert.isFalse(new Membership([], []).has('a.txt'));
  });

  it('belongs nothing that .gitignore names, each for its own folder', () => {
    const membership = new Membership(TEXTS, []);
    membership.addIgnoreFile('', 'old/\n*.tmp.txt\n/top.txt\n');
    membership.addIgnoreFile('2024', 'draft.txt\n');
    assert.deepEqual(
      belongs(
        membership,
        'top.txt',
        'x/top.txt',
        'old/a.txt',
        'x/old/a.txt',
        'b.tmp.txt',
        'draft.txt',
        '2024/draft.txt',
        '2024/x/draft.txt',
      ),
      ['x/top.txt', 'draft.txt'],
    );
    assert.isFalse(membership.enters('old'));
    assert.isTrue(membership.has('old.txt'));
  });

  it('belongs what a deeper .gitignore takes back, unless its folder is ignored', () => {
    const membership = new Membership(TEXTS, []);
    membership.addIgnoreFile('', '*.txt\nold/\n');
    membership.addIgnoreFile('2024', '!kept.txt\n');
    membership.addIgnoreFile('old', '!kept.txt\n');
    assert.deepEqual(belongs(membership, '2024/kept.txt', '2024/other.txt', 'old/kept.txt', 'kept.txt'), [
      '2024/kept.txt',
    ]);
  });

  it('belongs what the last content of a .gitignore says', () => {
    const membership = new Membership(TEXTS, []);
    membership.addIgnoreFile('', 'a.txt\n');
    membership.addIgnoreFile('', 'b.txt\n');
    assert.deepEqual(belongs(membership, 'a.txt', 'b.txt'), ['a.txt']);
  });
});
