/** How a call ends when a signal comes while it writes. */
import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { clearProgress } from './progress';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

/**
 * Does work during which a signal ends the process through `process.exit`, so that temporary files are removed. The exit
 * code is 128 plus the signal's number, as in a shell. At all other times, a signal kills the process at once.
 */
export async function endingOnSignals(work: () => Promise<void>): Promise<void> {
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

/** How long work that never waits runs before signals are let through, in milliseconds. */
const PATIENCE = 50;

/**
 * For a call that writes many files, one after another. Within `during`, a signal ends the process, but only after the work
 * of `toItsEnd` that is under way. The exit code is as above. A second signal kills the process at once.
 */
export class Interruption {
  private wanted: Signal | undefined;
  private isBusy = false;
  private lastTurn = performance.now();

  /** `account` says what has been done until a signal comes, as sentences. */
  constructor(private readonly account: () => string) {}

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    for (const signal of SIGNALS) process.on(signal, this.take);
    try {
      return await work();
    } finally {
      this.stop();
    }
  }

  /** Does work that must not end half-way, such as replacing a file and writing its name. */
  async toItsEnd(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    try {
      await work();
    } finally {
      this.isBusy = false;
      if (this.wanted) this.end(this.wanted);
    }
  }

  /** Lets signals through. To be called often. */
  async turn(): Promise<void> {
    if (performance.now() - this.lastTurn < PATIENCE) return;
    await setImmediate();
    this.lastTurn = performance.now();
  }

  private readonly take = (signal: Signal): void => {
    if (!this.isBusy) this.end(signal);
    this.wanted = signal;
    this.stop();
  };

  private end(signal: Signal): never {
    clearProgress();
    process.stderr.write(`Interrupted. ${this.account()}\n`);
    end(signal);
  }

  private stop(): void {
    for (const signal of SIGNALS) process.off(signal, this.take);
  }
}

function end(signal: Signal): never {
  process.exit(128 + constants.signals[signal]);
}
