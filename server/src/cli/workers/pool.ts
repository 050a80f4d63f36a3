/** Worker threads that share the work of a call. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { reasonOf } from '../../disk/reasons';

/** A worker has ended before its work was done. */
class WorkerError extends Error {
  constructor(reason: string) {
    const sentence = reason.endsWith('.') ? reason : `${reason}.`;
    super(`A worker has ended early, so the result is not complete. ${sentence} Run it again with --jobs 1.`);
  }
}

interface Task<Unit, Result> {
  readonly unit: Unit;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

interface Lane<Unit, Result> {
  readonly worker: Worker;
  /** What the worker has been given, the first of which it is doing. */
  readonly tasks: Task<Unit, Result>[];
}

/** A worker has its next unit while it does one, so that it never waits. */
const MOST_GIVEN = 2;

/** Workers that all do the same kind of work: each unit of it gives one result. */
export class Pool<Unit, Result> {
  private readonly lanes: readonly Lane<Unit, Result>[];
  private readonly waiting: Task<Unit, Result>[] = [];
  private failure: WorkerError | undefined;

  /**
   * Starts so many workers. `part` is a part of the command line that calls `serve`, with this setup; both the setup and the
   * units are copied to it.
   */
  constructor(part: string, setup: unknown, jobs: number, folder = __dirname) {
    this.lanes = Array.from({ length: jobs }, () => {
      const worker = new Worker(path.join(folder, `${part}.js`), { workerData: setup });
      const lane: Lane<Unit, Result> = { worker, tasks: [] };
      worker.on('message', (result: Result) => {
        lane.tasks.shift()?.resolve(result);
        this.give();
      });
      worker.on('error', (error) => this.fail(reasonOf(error)));
      worker.on('exit', () => this.fail('It gave no reason.'));
      return lane;
    });
  }

  get size(): number {
    return this.lanes.length;
  }

  /** Does a unit on the next free worker. Rejects with a WorkerError. */
  run(unit: Unit): Promise<Result> {
    const result = new Promise<Result>((resolve, reject) => this.waiting.push({ unit, resolve, reject }));
    result.catch(() => {}); // Whoever waits for it learns of it; nobody may be waiting yet.
    this.give();
    return result;
  }

  /** Ends the workers, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(
      this.lanes.map(({ worker }) => {
        worker.removeAllListeners('exit');
        return worker.terminate();
      }),
    );
  }

  private give(): void {
    if (this.failure) this.rejectAll(this.failure);
    while (this.waiting.length > 0) {
      const lane = this.lanes.reduce((a, b) => (b.tasks.length < a.tasks.length ? b : a));
      if (lane.tasks.length >= MOST_GIVEN) return;
      const task = this.waiting.shift() as Task<Unit, Result>;
      lane.tasks.push(task);
      lane.worker.postMessage(task.unit);
    }
  }

  private fail(reason: string): void {
    this.failure ??= new WorkerError(reason);
    this.rejectAll(this.failure);
  }

  private rejectAll(error: WorkerError): void {
    const tasks = [...this.lanes.flatMap(({ tasks }) => tasks.splice(0)), ...this.waiting.splice(0)];
    for (const { reject } of tasks) reject(error);
  }
}
