import { execFileSync } from 'node:child_process';
import nodeFs, { renameSync, statSync } from 'node:fs';
import * as promises from 'node:fs/promises';
import path from 'node:path';
import { assert } from 'chai';
import {
  FileChangedError,
  type FileFunctions,
  removeLeftovers,
  replaceFile,
  WriteProtectedError,
} from '../../../../server/src/disk/writing/replaceFile';
import { temporaryFolder } from '../../../temporary';

const OLD = Buffer.from('old bytes');
const NEW = Buffer.from('new bytes, and more of them');

describe('replacing a file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = temporaryFolder();
    file = path.join(folder, 'a.txt');
    nodeFs.writeFileSync(file, OLD);
  });

  it('writes the new bytes, keeps the mode, and leaves nothing else behind', async () => {
    nodeFs.chmodSync(file, 0o640);
    await replaceFile(file, NEW, OLD);
    assert.deepEqual(nodeFs.readFileSync(file), NEW);
    assert.equal(nodeFs.statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(nodeFs.readdirSync(folder), ['a.txt']);
  });

  it('keeps a link, and writes the file that it points to', async () => {
    const link = path.join(folder, 'link.txt');
    nodeFs.symlinkSync('a.txt', link);
    await replaceFile(link, NEW, OLD);
    assert.equal(nodeFs.readlinkSync(link), 'a.txt');
    assert.deepEqual(nodeFs.readFileSync(file), NEW);
  });

  it('does not touch a file that has changed meanwhile', async () => {
    nodeFs.writeFileSync(file, 'somebody else’s');
    const error = await replaceFile(file, NEW, OLD).catch((reason) => reason);
    assert.instanceOf(error, FileChangedError);
    assert.equal(nodeFs.readFileSync(file, 'utf8'), 'somebody else’s');
    assert.deepEqual(nodeFs.readdirSync(folder), ['a.txt']);
  });

  it('does not touch a file that another program replaces while its bytes are compared', async () => {
    const readFile = (async (name: string) => {
      const bytes = await promises.readFile(name);
      const theirs = path.join(folder, 'theirs');
      nodeFs.writeFileSync(theirs, 'somebody else’s');
      renameSync(theirs, file);
      return bytes;
    }) as typeof promises.readFile;
    const fs: FileFunctions = { ...promises, renameSync, statSync, readFile };
    const error = await replaceFile(file, NEW, OLD, [], fs).catch((reason) => reason);
    assert.instanceOf(error, FileChangedError);
    assert.equal(nodeFs.readFileSync(file, 'utf8'), 'somebody else’s');
    assert.deepEqual(nodeFs.readdirSync(folder), ['a.txt']);
  });

  it('writes a file under all of its names, or under none', async () => {
    const other = path.join(folder, 'b.txt');
    nodeFs.linkSync(file, other);
    const refused = await replaceFile(file, NEW, OLD).catch((reason) => reason);
    assert.match(refused.message, /^This file has 2 names \(hard links\)/);
    assert.deepEqual(nodeFs.readFileSync(file), OLD);
    await replaceFile(file, NEW, OLD, [other]);
    assert.equal(nodeFs.statSync(file).ino, nodeFs.statSync(other).ino);
    assert.deepEqual(nodeFs.readFileSync(other), NEW);
    assert.sameMembers(nodeFs.readdirSync(folder), ['a.txt', 'b.txt']);
  });

  it('never overwrites a file that another program has put under one of the names meanwhile', async () => {
    const other = path.join(folder, 'b.txt');
    nodeFs.writeFileSync(other, 'somebody else’s');
    const error = await replaceFile(file, NEW, OLD, [other]).catch((reason) => reason);
    assert.instanceOf(error, FileChangedError);
    assert.equal(nodeFs.readFileSync(other, 'utf8'), 'somebody else’s');
    assert.sameMembers(nodeFs.readdirSync(folder), ['a.txt', 'b.txt']);
  });

  it('does not create a file that no longer exists', async () => {
    nodeFs.rmSync(file);
    const error = await replaceFile(file, NEW, OLD).catch((reason) => reason);
    assert.equal(error.code, 'ENOENT');
    assert.deepEqual(nodeFs.readdirSync(folder), []);
  });

  it('says what to do about a write-protected file or folder', async () => {
    const messages: string[] = [];
    const steps = await countSteps((fs) => replaceFile(file, OLD, OLD, [], fs));
    for (let failing = 0; failing < steps; failing++) {
      const error = await replaceFile(file, OLD, OLD, [], failingAt(failing, 'EACCES')).catch((reason) => reason);
      if (error instanceof WriteProtectedError) messages.push(error.message.split('.')[0] as string);
    }
    assert.deepEqual(messages, ['This file is write-protected', 'The folder of this file is write-protected']);
  });

  for (const code of ['ENOSPC', 'EACCES', 'EIO']) {
    it(`leaves the old bytes whole when any step fails with ${code}`, async () => {
      const steps = await countSteps((fs) => replaceFile(file, OLD, OLD, [], fs));
      assert.isAbove(steps, 8);
      for (let failing = 0; failing < steps; failing++) {
        nodeFs.writeFileSync(file, OLD);
        const error = await replaceFile(file, NEW, OLD, [], failingAt(failing, code)).catch((reason) => reason);
        const content = nodeFs.readFileSync(file);
        assert.deepEqual(content, error ? OLD : NEW, `step ${failing}`);
        assert.deepEqual(nodeFs.readdirSync(folder), ['a.txt'], `step ${failing}`);
      }
    });
  }

  it('removes what killed processes have left behind, and nothing else', async () => {
    const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const leftover = path.join(folder, `.a.txt.article-${dead}-1.tmp`);
    const others = [`.b.txt.article-${process.pid}-1.tmp`, '.c.txt.tmp', 'd.article-1-1.tmp'];
    for (const name of [leftover, ...others.map((other) => path.join(folder, other))]) nodeFs.writeFileSync(name, '');
    assert.deepEqual(await removeLeftovers(folder), [leftover]);
    assert.sameMembers(nodeFs.readdirSync(folder), ['a.txt', ...others]);
  });
});

/** Node's functions, and those of the files that they open. Before each step, `before` is called. */
function watched(before: (step: string) => void): FileFunctions {
  const watch = <T extends object>(functions: T, silent: readonly string[]): T =>
    new Proxy(functions, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function' || typeof name !== 'string') return value;
        if (name.endsWith('Sync')) {
          return (...parameters: unknown[]) => {
            before(name);
            return value.apply(target, parameters);
          };
        }
        return async (...parameters: unknown[]) => {
          if (!silent.includes(name)) before(name);
          const result = await value.apply(target, parameters);
          return name === 'open' ? watch(result, ['close']) : result;
        };
      },
    });
  // `close` and `unlink` never fail here: they tidy up after the step that failed.
  return watch({ ...promises, renameSync, statSync } as FileFunctions, ['unlink']);
}

async function countSteps(run: (fs: FileFunctions) => Promise<void>): Promise<number> {
  let steps = 0;
  await run(watched(() => steps++));
  return steps;
}

function failingAt(failing: number, code: string): FileFunctions {
  let steps = 0;
  return watched((name) => {
    if (steps++ === failing) throw Object.assign(new Error(`${code}: ${name}`), { code });
  });
}
