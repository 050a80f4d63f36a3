import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { FileChangedError } from '../../../../server/src/disk/writing/replaceFile';
import { writeWhole } from '../../../../server/src/disk/writing/writeWhole';
import { temporaryFolder } from '../../../temporary';

describe('writing a file whole', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'news.csv');
  const write = (text: string) => (temporary: string) => fs.promises.writeFile(temporary, text);
  const rejection = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );
  beforeEach(() => {
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name));
  });

  it('creates a new file, and leaves nothing beside it', async () => {
    await writeWhole(file, write('new'));
    assert.equal(fs.readFileSync(file, 'utf8'), 'new');
    assert.deepEqual(fs.readdirSync(folder), ['news.csv']);
  });

  it('replaces the file that a link leads to, and keeps the link and the mode of the file', async () => {
    fs.writeFileSync(path.join(folder, 'real.csv'), 'old', { mode: 0o640 });
    fs.symlinkSync('real.csv', file);
    await writeWhole(file, write('new'));
    assert.isTrue(fs.lstatSync(file).isSymbolicLink());
    assert.equal(fs.readFileSync(file, 'utf8'), 'new');
    assert.equal(fs.statSync(file).mode & 0o777, 0o640);
  });

  it('leaves the file unchanged if writing fails', async () => {
    fs.writeFileSync(file, 'old');
    const failure = new Error('full');
    const half = async (temporary: string) => {
      fs.writeFileSync(temporary, 'ne');
      throw failure;
    };
    assert.equal(await rejection(writeWhole(file, half)), failure);
    assert.equal(fs.readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(fs.readdirSync(folder), ['news.csv']);
  });

  it('never overwrites a file that another program has changed or created meanwhile', async () => {
    for (const before of ['old', undefined]) {
      if (before === undefined) fs.rmSync(file);
      else fs.writeFileSync(file, before);
      const meanwhile = async (temporary: string) => {
        fs.writeFileSync(temporary, 'new');
        fs.writeFileSync(file, 'theirs');
      };
      assert.instanceOf(await rejection(writeWhole(file, meanwhile)), FileChangedError);
      assert.equal(fs.readFileSync(file, 'utf8'), 'theirs');
    }
  });

  it('writes directly to a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [file]);
    const read = fs.promises.readFile(file, 'utf8');
    await writeWhole(file, write('new'));
    assert.equal(await read, 'new');
    assert.isTrue(fs.statSync(file).isFIFO());
  });
});
