import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import {
  type Copy,
  keepCopy,
  keepLargeCopy,
  keptCopies,
  LostCopyError,
  MANIFEST,
} from '../../../../server/src/disk/copies/copies';
import { FileChangedError } from '../../../../server/src/disk/writing/replaceFile';
import { temporaryFolder } from '../../../temporary';

const [OLD, NEW] = [Buffer.from('old'), Buffer.from('new')];

async function inBlocks(copy: Copy | undefined): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  await copy?.readInBlocks(async (block) => {
    blocks.push(block);
  });
  return Buffer.concat(blocks);
}

describe('copies of fixed files', () => {
  let folder: string;

  beforeEach(() => {
    folder = path.join(temporaryFolder(), 'fixed');
    fs.mkdirSync(folder);
  });

  it('hold the bytes, and tell them from the fixed and from changed bytes', async () => {
    await keepCopy(folder, 'file:///a.txt', OLD, NEW);
    await keepCopy(folder, 'file:///b.txt', OLD, NEW);
    const { copies, faults } = await keptCopies(folder);
    assert.isEmpty(faults);
    assert.deepEqual(
      copies.map(({ uri }) => uri),
      ['file:///a.txt', 'file:///b.txt'],
    );
    const [copy] = copies;
    assert.deepEqual(await copy?.read(), OLD);
    assert.deepEqual(await inBlocks(copy), OLD);
    assert.deepEqual(
      [copy?.stateOf(NEW), copy?.stateOf(OLD), copy?.stateOf(Buffer.from('x'))],
      ['fixed', 'restored', 'changed'],
    );
  });

  it('are made of large files, too, unless these have changed since their digest was taken', async () => {
    const file = path.join(path.dirname(folder), 'a.txt');
    fs.writeFileSync(file, OLD);
    const [before, after] = [OLD, NEW].map((bytes) => createHash('sha256').update(bytes).digest('hex')) as [
      string,
      string,
    ];
    const large = { path: file, length: OLD.length, before, after };
    await keepLargeCopy(folder, 'file:///a.txt', large);
    const { copies } = await keptCopies(folder);
    assert.deepEqual(
      [await inBlocks(copies[0]), copies[0]?.size, copies[0]?.stateOf(after)],
      [OLD, OLD.length, 'fixed'],
    );
    fs.writeFileSync(file, 'somebody else’s');
    fs.rmSync(path.join(folder, before));
    const error = await keepLargeCopy(folder, 'file:///a.txt', large).catch((thrown: unknown) => thrown);
    assert.instanceOf(error, FileChangedError);
    assert.deepEqual(fs.readdirSync(folder), [MANIFEST]);
  });

  const failure = async (copy: Copy | undefined) => {
    const error: unknown = await copy?.read().catch((thrown: unknown) => thrown);
    assert.instanceOf(error, LostCopyError);
    const inParts: unknown = await inBlocks(copy).catch((thrown: unknown) => thrown);
    assert.deepEqual([(inParts as Error).name, (inParts as Error).message], ['Error', (error as Error).message]);
    return (error as Error).message;
  };

  it('are not read if they are damaged or gone; a torn manifest loses no complete line', async () => {
    await keepCopy(folder, 'file:///a.txt', OLD, NEW);
    fs.appendFileSync(path.join(folder, MANIFEST), '{"uri":"file:///b.t');
    const {
      copies: [copy, ...others],
      faults,
    } = await keptCopies(folder);
    assert.deepEqual([others, faults], [[], []]);
    const [name = ''] = fs.readdirSync(folder).filter((file) => file !== MANIFEST);
    fs.writeFileSync(path.join(folder, name), 'od');
    assert.equal(await failure(copy), `Its copy is damaged: ${path.join(folder, name)}`);
    fs.rmSync(path.join(folder, name));
    assert.include(await failure(copy), `Its copy cannot be read: ${path.join(folder, name)}: There is no such file`);
  });

  it('are reported as lost if git had them and no longer does', async () => {
    const blob = 'ab'.repeat(20);
    await keepCopy(folder, pathToFileURL(path.join(folder, 'a.txt')).href, OLD, NEW, blob);
    const { copies } = await keptCopies(folder);
    assert.include(await failure(copies[0]), `git had its bytes as ${blob}`);
  });

  it('report each line of the manifest that is not valid', async () => {
    await keepCopy(folder, 'file:///a.txt', OLD, NEW);
    const line = fs.readFileSync(path.join(folder, MANIFEST), 'utf8');
    const digest = 'a'.repeat(64);
    const bad = [
      ...['', '{"uri":"file:///b.t', 'null', '7', '{}'],
      ...[{ uri: 7 }, { before: 'x' }, { after: undefined }, { bytes: -1 }, { bytes: 'x' }, { blob: '../x' }].map(
        (part) => JSON.stringify({ uri: 'file:///b.txt', before: digest, after: digest, ...part }),
      ),
    ];
    for (const each of bad) {
      fs.writeFileSync(path.join(folder, MANIFEST), `${each}\n${line}`);
      const { copies, faults } = await keptCopies(folder);
      assert.deepEqual([copies.length, faults], [1, ['Line 1 of its manifest.jsonl is damaged.']], each);
    }
    fs.writeFileSync(path.join(folder, MANIFEST), '');
    assert.deepEqual((await keptCopies(folder)).faults, ['Its manifest.jsonl is empty, although there are copies.']);
    fs.rmSync(path.join(folder, MANIFEST));
    const { code } = await keptCopies(folder).catch((error) => error);
    assert.equal(code, 'ENOENT');
  });

  it('are shared by files with the same bytes, and written once', async () => {
    await keepCopy(folder, 'file:///a.txt', OLD, NEW);
    const [name = ''] = fs.readdirSync(folder).filter((file) => file !== MANIFEST);
    const { ino, mtimeMs } = fs.statSync(path.join(folder, name));
    await keepCopy(folder, 'file:///b.txt', OLD, NEW);
    assert.deepInclude(fs.statSync(path.join(folder, name)), { ino, mtimeMs });
  });

  it('leave nothing behind when one cannot be kept', async () => {
    await keepCopy(folder, 'file:///a.txt', OLD, NEW);
    const before = fs.readdirSync(folder);
    fs.renameSync(path.join(folder, MANIFEST), path.join(folder, 'kept'));
    fs.mkdirSync(path.join(folder, MANIFEST));
    for (const content of [OLD, Buffer.from('another')]) {
      const { code } = await keepCopy(folder, 'file:///b.txt', content, NEW).catch((error) => error);
      assert.equal(code, 'EISDIR');
    }
    fs.rmdirSync(path.join(folder, MANIFEST));
    fs.renameSync(path.join(folder, 'kept'), path.join(folder, MANIFEST));
    assert.deepEqual(fs.readdirSync(folder), before);
  });
});
