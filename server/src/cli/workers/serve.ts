/** The worker's side of a pool. */
import { parentPort, workerData } from 'node:worker_threads';

/** Does each unit that the pool gives, one after another. `begin` gets the pool's setup, once. */
export function serve<Setup, Unit, Result>(begin: (setup: Setup) => (unit: Unit) => Result | Promise<Result>): void {
  const work = begin(workerData);
  let last = Promise.resolve();
  parentPort?.on('message', (unit: Unit) => {
    last = last.then(async () => parentPort?.postMessage(await work(unit)));
  });
}
