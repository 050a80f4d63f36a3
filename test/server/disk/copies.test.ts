import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert } from 'chai';
import { keepCopy, keptCopies } from '../../../server/src/disk/copies';

const MANIFEST = 'manifest.jsonl';
const [OLD, NEW] = [Buffer.from('old'), Buffer.from('new')];

describe('copies of fixed files', () => {
  let folder: string;

  beforeEach(() => {
    folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'article-copies-')), 'fixed');
  });
  afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true }));

  it('hold the bytes, and know them from what became of them', async () => {
    await keepCopy(folder, MANIFEST, 'file:///a.txt', OLD, NEW);
    await keepCopy(folder, MANIFEST, 'file:///b.txt', OLD, NEW);
    const copies = await keptCopies(folder, MANIFEST);
    assert.deepEqual(
      copies.map(({ uri }) => uri),
      ['file:///a.txt', 'file:///b.txt'],
    );
    const [copy] = copies;
    assert.deepEqual(await copy?.read(), OLD);
    assert.deepEqual(
      [copy?.stateOf(NEW), copy?.stateOf(OLD), copy?.stateOf(Buffer.from('x'))],
      ['fixed', 'restored', 'changed'],
    );
  });

  it('are not given out when they are damaged, and a torn manifest loses no whole line', async () => {
    await keepCopy(folder, MANIFEST, 'file:///a.txt', OLD, NEW);
    fs.appendFileSync(path.join(folder, MANIFEST), '{"uri":"file:///b.t');
    const [copy, ...others] = await keptCopies(folder, MANIFEST);
    assert.isEmpty(others);
    const [name] = fs.readdirSync(folder).filter((file) => file !== MANIFEST);
    fs.writeFileSync(path.join(folder, name ?? ''), 'od');
    const failure = await copy?.read().catch((error: Error) => error.message);
    assert.equal(failure, 'Its copy is damaged.');
  });

  it('are none where none were kept', async () => assert.isEmpty(await keptCopies(folder, MANIFEST)));
});
