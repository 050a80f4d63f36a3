/** What becomes of a call that is told to end while it writes. */
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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

function end(signal: (typeof SIGNALS)[number]): void {
  process.exit(128 + constants.signals[signal]);
}
