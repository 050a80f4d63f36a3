/**
 * A progress bar on a terminal. It appears only if the work takes longer than a moment, never in a file or a pipe, and is taken
 * away before anything else is written.
 */
import { counted } from '../../core/language';
import { plural } from './plural';

const PATIENCE_MS = 500;
const STEP_MS = 100;
const WIDTH = 30;
const MEGABYTE = 1_000_000;

/** Where bars are drawn, and the clock in milliseconds. Tests have their own. */
export const screen: { stream: { readonly isTTY?: boolean; write(text: string): unknown }; now: () => number } = {
  stream: process.stderr,
  now: () => performance.now(),
};

/** The bar of the work that is under way. There is one terminal, so there is one bar. */
let current: Progress | undefined;

/**
 * To be called as a file is read: so many bytes of it have been read, of so many. Without `length`, which no pipe has, nobody knows
 * when the work ends.
 */
export function bytesRead(bytes: number, length?: number): void {
  current?.within(bytes, length);
}

/** To be called before anything is written that may go to the terminal. */
export function clearProgress(): void {
  current?.clear();
}

process.once('exit', clearProgress); // Also after a signal.

/** The items of a loop, with a bar while it goes on. Each item is a file. */
export function* withProgress<T>(items: readonly T[]): Generator<T> {
  const progress = new Progress(items.length);
  try {
    for (const [index, item] of items.entries()) {
      progress.at(index);
      yield item;
    }
  } finally {
    progress.clear();
    current = undefined;
  }
}

/** The texts of an output that may go to the terminal, where no bar may be between them. */
export async function* withoutProgress(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) {
    clearProgress();
    yield text;
  }
}

export class Progress {
  private readonly isShown = screen.stream.isTTY === true;
  private next = screen.now() + PATIENCE_MS;
  private isDrawn = false;
  private done = 0;

  /** The work is on so many files. */
  constructor(private readonly total: number) {
    current = this;
  }

  /** So many files are done. */
  at(done: number): void {
    this.done = done;
    if (this.isDue()) this.draw(done / this.total, this.files);
  }

  /** So many bytes of the present file have been read, of so many. */
  within(bytes: number, length: number | undefined): void {
    if (!this.isDue()) return;
    const share = length === undefined ? undefined : Math.min(1, bytes / Math.max(1, length));
    const read = share === undefined ? `${counted(Math.floor(bytes / MEGABYTE))} MB` : `${Math.floor(share * 100)} %`;
    const all = share === undefined && this.total === 1 ? undefined : (this.done + (share ?? 0)) / this.total;
    this.draw(all, this.total === 1 ? read : `${this.files}, ${read} of the next one`);
  }

  private get files(): string {
    return `${counted(this.done)} of ${plural(this.total, 'file')}`;
  }

  private isDue(): boolean {
    return this.isShown && screen.now() >= this.next;
  }

  /** `share` is from 0 to 1. */
  private draw(share: number | undefined, text: string): void {
    this.next = screen.now() + STEP_MS;
    const filled = Math.floor((share ?? 0) * WIDTH);
    const bar = share === undefined ? '' : `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `;
    screen.stream.write(`\r\x1b[K${bar}${text}`);
    this.isDrawn = true;
  }

  /** Takes the bar away until it is drawn again. */
  clear(): void {
    if (this.isDrawn) screen.stream.write('\r\x1b[K');
    this.isDrawn = false;
  }
}
