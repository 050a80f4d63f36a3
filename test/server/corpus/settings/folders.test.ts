import { assert } from 'chai';
import { countingFolders } from '../../../../server/src/corpus/settings/folders';

const UPWARD = ['/home/ada/study/corpus/1986', '/home/ada/study/corpus', '/home/ada/study', '/home/ada', '/home', '/'];

/** The highest folder whose settings count for a file in `1986`. */
function highest(named: string, repository?: string, homes = ['/home/ada']): string | undefined {
  const folders = countingFolders(UPWARD, { named, repository, homes });
  assert.deepEqual(folders, UPWARD.slice(0, folders.length));
  return folders.at(-1);
}

describe('settings count', () => {
  it('up to the folder that was named', () => {
    for (const named of UPWARD.slice(0, 3)) assert.equal(highest(named), named);
  });

  it('up to the root of the repository, whatever was named in it', () => {
    for (const named of UPWARD.slice(0, 3)) assert.equal(highest(named, '/home/ada/study'), '/home/ada/study');
  });

  it('up to a named folder that holds the repository', () => {
    assert.equal(highest('/home/ada/study', '/home/ada/study/corpus'), '/home/ada/study');
  });

  it('in the home folder only when it was named, and never above it', () => {
    assert.equal(highest('/home/ada/study', '/home/ada'), '/home/ada/study');
    assert.equal(highest('/home/ada/study', '/home'), '/home/ada/study');
    assert.equal(highest('/home/ada'), '/home/ada');
    assert.equal(highest('/home'), '/home/ada');
    assert.equal(highest('/', undefined, ['/elsewhere', '/home/ada']), '/home/ada');
  });

  it('anywhere for files outside home folders', () => {
    assert.equal(highest('/', undefined, ['/home/bob']), '/');
    assert.equal(highest('/home/ada/study', '/home', []), '/home');
  });
});
