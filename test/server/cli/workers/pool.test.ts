import { setImmediate } from 'node:timers/promises';
import { assert } from 'chai';
import { inOrder } from '../../../../server/src/cli/workers/inOrder';
import { Pool } from '../../../../server/src/cli/workers/pool';
import { folder } from '../commandLine';

/** A pool of workers that run this code, in which `work` is the answer to a unit. */
function poolOf(work: string, jobs = 2): Pool<number, unknown> {
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    const work = ${work};
    parentPort.on('message', (unit) => parentPort.postMessage(work(unit)));`;
  return new Pool('part', { add: 10 }, jobs, folder({ 'part.js': code }));
}

async function refusal(work: string): Promise<string> {
  const pool = poolOf(work);
  const all = await Promise.allSettled([1, 2, 3, 4, 5].map((unit) => pool.run(unit)));
  const later = await Promise.allSettled([pool.run(6)]);
  await pool.close();
  const reasons = [...all, ...later].flatMap((each) => (each.status === 'rejected' ? [each.reason.message] : []));
  assert.isAbove(reasons.length, 2);
  assert.equal(later[0]?.status, 'rejected');
  assert.equal(new Set(reasons).size, 1);
  return reasons[0];
}

describe('a pool of workers', () => {
  it('does each unit once, with the setup', async () => {
    const pool = poolOf('(unit) => unit + workerData.add', 3);
    const results = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((unit) => pool.run(unit)));
    await pool.close();
    assert.deepEqual(results, [11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  it('refuses all work with one sentence when a worker fails or ends', async () => {
    assert.equal(
      await refusal("(unit) => { if (unit === 2) throw new Error('No memory.'); return unit; }"),
      'A worker has ended early, so the result is not complete. No memory. Run it again with --jobs 1.',
    );
    assert.include(await refusal("() => { throw new Error('EMFILE'); }"), ' EMFILE. Run it again ');
    assert.include(await refusal('(unit) => (unit === 2 ? process.exit(0) : unit)'), 'It gave no reason.');
  });
});

describe('work that is done ahead', () => {
  it('gives its results in order, and is never too far ahead', async () => {
    const begun: number[] = [];
    const ends: ((result: string) => void)[] = [];
    const run = (unit: number) => {
      begun.push(unit);
      return new Promise<string>((resolve) => ends.push(resolve));
    };
    const results = inOrder([0, 1, 2, 3, 4], 3, run);
    const first = results.next();
    assert.deepEqual(begun, [0, 1, 2]);
    ends[2]?.('c');
    ends[0]?.('a');
    assert.deepEqual(await first, { done: false, value: { unit: 0, result: 'a' } });
    const second = results.next();
    ends[1]?.('b');
    assert.deepEqual((await second).value, { unit: 1, result: 'b' });
    assert.deepEqual((await results.next()).value, { unit: 2, result: 'c' });
    assert.deepEqual(begun, [0, 1, 2, 3, 4]);
  });

  it('fails in its turn, and not before, if several units fail', async () => {
    const unhandled: unknown[] = [];
    const listeners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => unhandled.push(reason));
    const fail = async (unit: number) => {
      throw new Error(`Unit ${unit}.`);
    };
    const error: unknown = await inOrder([0, 1, 2], 3, fail)
      .next()
      .catch((thrown: unknown) => thrown);
    await setImmediate();
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
    assert.deepEqual([String(error), unhandled], ['Error: Unit 0.', []]);
  });
});
