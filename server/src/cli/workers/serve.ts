/** The worker's side of a pool. */
import { parentPort, workerData } from 'node:worker_threads';

/** Does each unit that the pool gives, in their order. `begin` gets the pool's setup, once. */
export function serve<Setup, Unit, Result>(begin: (setup: Setup) => (unit: Unit) => Result): void {
  const work = begin(workerData);
  parentPort?.on('message', (unit: Unit) => parentPort?.postMessage(work(unit)));
}
