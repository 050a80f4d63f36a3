/**
 * A progress bar on a terminal. It appears only if the work takes longer than a moment, and never in a file or a pipe.
 */
import { counted } from './counted';

const PATIENCE_MS = 500;
const STEP_MS = 100;
const WIDTH = 30;

export class Progress {
  private readonly isShown = process.stderr.isTTY === true;
  private next = performance.now() + PATIENCE_MS;
  private isDrawn = false;

  constructor(private readonly total: number) {}

  /** So many files are done. */
  at(done: number): void {
    if (!this.isShown || performance.now() < this.next) return;
    this.next = performance.now() + STEP_MS;
    const filled = Math.floor((done / this.total) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r${bar} ${counted(done)} of ${counted(this.total)} files`);
    this.isDrawn = true;
  }

  /** Removes the bar, so that something else can be written. */
  clear(): void {
    if (this.isDrawn) process.stderr.write('\r\x1b[K');
    this.isDrawn = false;
  }
}
