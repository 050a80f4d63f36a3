/** Folders that exist during a measurement. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Makes a folder and removes it when `work` has yielded its last measurement. */
export async function* inTemporaryFolder<T>(work: (folder: string) => AsyncIterable<T>): AsyncGenerator<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'article-bench-'));
  try {
    yield* work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
