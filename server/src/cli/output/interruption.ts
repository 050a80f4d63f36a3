/** What becomes of a call that is told to end while it writes. */
import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

/**
 * Ends the process by itself when a signal comes while this is done, so that temporary files are removed on the way out.
 * The exit code is 128 and the signal's number, as a shell has it. At all other times a signal ends it at once.
 */
export async function endingOnSignals(work: () => Promise<void>): Promise<void> {
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

/** After so many milliseconds of work that waits for nothing, a signal gets through. */
const PATIENCE = 50;

/**
 * For a call that writes many files, one after another: within `during`, a signal ends the process, but not while something is
 * brought to its end. The exit code is as above. A second signal ends it at once.
 */
export class Interruption {
  private wanted: Signal | undefined;
  private isBusy = false;
  private lastTurn = performance.now();

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    for (const signal of SIGNALS) process.on(signal, this.take);
    try {
      return await work();
    } finally {
      this.stop();
    }
  }

  /** Does what must not end half-way, such as to replace one file and to name it. */
  async toItsEnd(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    try {
      await work();
    } finally {
      this.isBusy = false;
      if (this.wanted) end(this.wanted);
    }
  }

  /** To be called often: lets signals through. */
  async turn(): Promise<void> {
    if (performance.now() - this.lastTurn < PATIENCE) return;
    await setImmediate();
    this.lastTurn = performance.now();
  }

  private readonly take = (signal: Signal): void => {
    if (!this.isBusy) end(signal);
    this.wanted = signal;
    this.stop();
  };

  private stop(): void {
    for (const signal of SIGNALS) process.off(signal, this.take);
  }
}

function end(signal: Signal): never {
  process.exit(128 + constants.signals[signal]);
}
