import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { FileReading, HANDED_OVER } from '../../../server/src/disk/fileCalls';
import { readWanted } from '../../../server/src/disk/readFile';
import { temporaryFolder } from '../../temporary';

const reasonFor = (reading: Promise<unknown>) =>
  reading.then(
    () => assert.fail('It was read.'),
    (error: Error) => error.message,
  );

describe('reading a file', () => {
  const folder = temporaryFolder();
  const written = (content: string | Uint8Array) => {
    const file = path.join(folder, 'a.txt');
    fs.writeFileSync(file, content);
    return file;
  };

  for (const length of [0, 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 1_000_000]) {
    it(`gives all of ${length} bytes, at once or by another thread`, async () => {
      const content = Uint8Array.from({ length }, (_, at) => at % 251);
      for (const calls of [new FileReading().next(), HANDED_OVER]) {
        const bytes = (await readWanted(written(content), undefined, calls)) ?? assert.fail();
        assert.isTrue(Buffer.from(bytes).equals(content));
      }
    });
  }

  it('gives the bytes also if the file cannot be closed', async () => {
    const close = (descriptor: number) => {
      fs.closeSync(descriptor);
      throw new Error('EIO');
    };
    const bytes = await readWanted(written('one'), undefined, { ...new FileReading().next(), close });
    assert.equal(Buffer.from(bytes ?? []).toString(), 'one');
  });

  it('leaves the next files to other threads after a call that took long, and then tries again', async () => {
    let [time, step] = [0, 1];
    const reading = new FileReading(() => (time += step));
    const handedOver = async () => {
      const calls = reading.next();
      await readWanted(written('one'), undefined, calls);
      return calls === HANDED_OVER;
    };
    assert.isFalse(await handedOver());
    step = 20;
    assert.isFalse(await handedOver());
    for (let file = 0; file < 200; file++) assert.isTrue(await handedOver(), `${file}`);
    step = 1;
    for (let file = 0; file < 300; file++) assert.isFalse(await handedOver(), `${file}`);
  });

  it('asks, with the beginning of the file, whether the rest is wanted', async () => {
    const file = written(`begin${'.'.repeat(100_000)}end`);
    const heads: string[] = [];
    const bytes = await readWanted(file, (head) => heads.push(Buffer.from(head).toString()) === 0);
    assert.isUndefined(bytes);
    assert.lengthOf(heads, 1);
    assert.match(heads[0] ?? '', /^begin\.+$/);
    assert.isDefined(await readWanted(file, () => true));
  });

  it('says what a file is that has several names, and nothing of an ordinary one', async () => {
    const file = written('one');
    const said: (string | undefined)[] = [];
    const note = (_: Uint8Array, identity?: string) => said.push(identity) > 0;
    await readWanted(file, note);
    const other = path.join(folder, 'b.txt');
    fs.linkSync(file, other);
    await readWanted(file, note);
    await readWanted(other, note);
    fs.unlinkSync(other);
    await readWanted(file, note);
    const { dev, ino } = fs.statSync(file, { bigint: true });
    assert.deepEqual(said, [undefined, `${dev}:${ino}`, `${dev}:${ino}`, undefined]);
  });

  it('says why an existing file cannot be read', async () => {
    const file = written('');
    fs.truncateSync(file, 50 * 1024 * 1024 + 1); // A sparse file, which takes no space.
    assert.match(await reasonFor(readWanted(file)), /^It is over 50 MB/);
    assert.isUndefined(await readWanted(file, () => false));
    fs.rmSync(file);
    fs.symlinkSync(file, file);
    assert.equal(await reasonFor(readWanted(file)), 'These links form a circle.');
    fs.rmSync(file);
  });

  it('gives nothing if there is no file', async () => {
    const file = written('');
    fs.rmSync(file);
    assert.isUndefined(await readWanted(file));
    assert.isUndefined(await readWanted(folder));
  });
});
