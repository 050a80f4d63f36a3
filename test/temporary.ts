/** Folders that exist while a test file runs. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

let parent: string | undefined;

/** Makes a new folder, with links in its path followed. It is removed after the last test of the file. */
export function temporaryFolder(): string {
  parent ??= fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'article-test-')));
  return fs.mkdtempSync(`${parent}${path.sep}`);
}

function removeAll(): void {
  if (parent !== undefined) fs.rmSync(parent, { recursive: true, force: true, maxRetries: 3 });
  parent = undefined;
}

/** Mocha gives a worker, in which files run one after another, only a second to end: too short for the folders of all of them. */
export const mochaHooks = { afterAll: removeAll };

/** For test files that run without these hooks. */
process.once('exit', removeAll);
