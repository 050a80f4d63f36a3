import path from 'node:path';
import { assert } from 'chai';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { MOST_SLOWNESS, slowness } from '../../../../server/src/cli/workers/slowness';
import { article } from '../../core/articles';
import { folder } from '../commandLine';

describe('the slowness of files', () => {
  const HEALTHY = article(1);
  const DAMAGED = HEALTHY.replace('T-I-T-L-E-E-N-D.', '');

  /** That of files with these contents. */
  function slownessOf(...contents: string[]): number {
    const names = contents.map((_, index) => `${index}.txt`);
    const cwd = folder(Object.fromEntries(names.map((name, index) => [name, contents[index] ?? ''])));
    return slowness(names.map((name) => fileAt(path.join(cwd, name))));
  }

  const fileAt = (file: string): InputFile => ({ path: file, folder: '.', root: '.', named: true, regular: true });

  it('is one if all articles are healthy, and if there is nothing to read', () => {
    assert.equal(slownessOf(HEALTHY, HEALTHY.repeat(3), ''), 1);
    assert.equal(slowness([fileAt('/no/such/file')]), 1);
  });

  it('is the most if none is', () => assert.equal(slownessOf(DAMAGED, DAMAGED), MOST_SLOWNESS));

  it('is in between if some are', () => {
    const some = slownessOf(HEALTHY, DAMAGED);
    assert.isAbove(some, 4);
    assert.isBelow(some, 7);
  });

  it('does not count the article at which the beginning of a long file is cut off', () =>
    assert.equal(slownessOf(HEALTHY.repeat(1000)), 1));
});
