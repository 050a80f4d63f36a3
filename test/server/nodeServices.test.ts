/** The disk, as the language server uses it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { DISK } from '../../server/src/nodeServices';

const folder = mkdtempSync(path.join(os.tmpdir(), 'article-disk-'));
const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
const bytes = new TextEncoder().encode('Talks go on.');

describe('the disk of the language server', () => {
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, write] of Object.entries({
    replaceFile: (uri: string) => DISK.replaceFile?.(uri, bytes, bytes),
    writeParts: (uri: string) => DISK.writeParts?.(uri, Readable.from(['Talks'])),
    writeNew: (uri: string) => DISK.writeNew?.(uri, 'Talks'),
  })) {
    it(`says in words why ${name} cannot write`, async () => {
      const reason = await Promise.resolve(write(uriOf('missing/a.txt'))).catch(({ message }: Error) => message);
      assert.equal(reason, 'There is no such file or folder.');
      assert.isFalse(await write('untitled:a.txt'));
    });
  }

  it('passes on the errors of whoever writes', async () => {
    const own = new (class extends Error {})('Stopped.');
    const stopped = Readable.from(
      (async function* () {
        yield 'Talks';
        throw own;
      })(),
    );
    for (const writing of [
      DISK.writeFolder?.(uriOf('folder'), () => Promise.reject(own)),
      DISK.writeParts?.(uriOf('a.csv'), stopped),
    ])
      assert.equal(await Promise.resolve(writing).catch((error: unknown) => error), own);
  });
});
