import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { Backup } from '../../../../server/src/cli/writing/backup';
import { Restoring } from '../../../../server/src/cli/writing/restoring';
import type { Copy } from '../../../../server/src/disk/copies/copies';
import { folder } from '../commandLine';

const [BEFORE, AFTER] = [Buffer.from('before'), Buffer.from('after, and longer')];

/** The copy of a file whose bytes are now AFTER. */
const copyOf = (file: string): Copy => ({
  uri: pathToFileURL(file).href,
  size: BEFORE.length,
  before: '',
  stateOf: (bytes) =>
    AFTER.equals(Buffer.from(bytes)) ? 'fixed' : BEFORE.equals(Buffer.from(bytes)) ? 'restored' : 'changed',
  read: async () => BEFORE,
  readInBlocks: (take) => take(BEFORE),
});

/** A backup that keeps nothing, and records what it was asked for. */
class Full extends Backup {
  most: readonly number[] = [];
  needed: readonly number[] = [];

  override async requireRoom(most: readonly number[], needed: () => Promise<readonly number[]>): Promise<void> {
    this.most = most;
    this.needed = await needed();
    throw new UsageError('There is no room.');
  }
}

describe('restoring files', () => {
  it('asks for room for the present bytes of all files before it touches one of them', async () => {
    const cwd = folder({ 'a.txt': AFTER, 'b.txt': AFTER, 'c.txt': BEFORE, 'd.txt': 'changed' });
    const files = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'gone.txt'].map((name) => path.join(cwd, name));
    const backup = new Full({ command: 'undo', folder: cwd });
    const error = await new Restoring(files.map(copyOf), backup).run().catch((thrown: unknown) => thrown);
    assert.instanceOf(error, UsageError);
    assert.deepEqual(backup.most, [AFTER.length, AFTER.length, BEFORE.length, 'changed'.length, 0]);
    assert.deepEqual(backup.needed, [AFTER.length, AFTER.length]);
    for (const file of files.slice(0, 2)) assert.deepEqual(fs.readFileSync(file), AFTER);
  });

  it('counts a file as restored if another call has restored it meanwhile', async () => {
    const cwd = folder({ 'a.txt': AFTER, 'b.txt': AFTER });
    const files = ['a.txt', 'b.txt'].map((name) => path.join(cwd, name));
    class Overtaken extends Full {
      override async requireRoom(): Promise<void> {}
      override async keep(file: string): Promise<void> {
        fs.writeFileSync(file, file === files[0] ? BEFORE : 'changed');
      }
    }
    const { exitCode } = process;
    const restored = await new Restoring(files.map(copyOf), new Overtaken({ command: 'undo', folder: cwd })).run();
    process.exitCode = exitCode;
    assert.deepEqual(restored, { restored: 0, already: 1, lost: 0, failed: 1, isFull: false });
    assert.deepEqual(
      [fs.readFileSync(files[0] ?? '', 'utf8'), fs.readFileSync(files[1] ?? '', 'utf8')],
      ['before', 'changed'],
    );
  });
});
