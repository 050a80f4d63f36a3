import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import type { InputFile } from '../../../../server/src/cli/input/inputFile';
import { unitsOf, workersFor } from '../../../../server/src/cli/workers/jobs';
import { folder } from '../commandLine';

const CORES = os.availableParallelism();

/** A file of so many bytes, which take no room on the disk. */
function fileOf(bytes: number): InputFile {
  const cwd = folder({ 'a.txt': '' });
  const file = path.join(cwd, 'a.txt');
  fs.truncateSync(file, bytes);
  return { path: file, folder: cwd, root: cwd, named: true, regular: true };
}

const STREAM: InputFile = { path: '-', folder: '.', root: '.', named: true, regular: false };

describe('the number of workers', () => {
  it('is what the user asks for', () => assert.equal(workersFor([fileOf(1)], 7), 7));

  it('is one for what can be read only once, and for little', () => {
    assert.equal(workersFor([STREAM, STREAM], 7), 1);
    assert.equal(workersFor([STREAM, fileOf(10_000_000)]), 1);
  });

  it('is that of the cores for much, be it long or many files', () => {
    assert.equal(workersFor([fileOf(1e12)]), CORES);
    assert.equal(workersFor(new Array(40_000 * CORES).fill(fileOf(1000))), CORES);
    assert.equal(workersFor([fileOf(60_000_000)], undefined, 8), Math.min(CORES, 9));
  });
});

describe('the units of work', () => {
  it('have the files in order, and streams by themselves', () => {
    const [a, b, c] = [fileOf(1), fileOf(2), fileOf(3)];
    assert.deepEqual(
      [...unitsOf([a, b, c, STREAM, a], 2)],
      [{ files: [a, b] }, { files: [c] }, { stream: STREAM }, { files: [a] }],
    );
  });
});
