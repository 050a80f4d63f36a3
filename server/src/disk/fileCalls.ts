/**
 * The calls that read a file, in two ways: done by another thread, or at once. For a small file that the system has in memory, handing
 * them over takes five times as long as doing them, and there may be 100,000 files. On a slow disk or a network, everything else would
 * wait meanwhile.
 */
import fs, { type Stats } from 'node:fs';
import { promisify } from 'node:util';

export interface FileCalls {
  open(file: string, flags: number): number | Promise<number>;
  stat(descriptor: number): Stats | Promise<Stats>;
  /** Reads bytes of the file into the same place of a list, and says how many. */
  read(descriptor: number, bytes: Uint8Array, from: number, count: number): number | Promise<number>;
  close(descriptor: number): void | Promise<void>;
}

// A FileHandle takes twice as long for a small file.
const read = promisify(fs.read);

export const HANDED_OVER: FileCalls = {
  open: promisify(fs.open),
  stat: promisify(fs.fstat),
  read: async (descriptor, bytes, from, count) => (await read(descriptor, bytes, from, count, from)).bytesRead,
  close: promisify(fs.close),
};

/** A call that takes longer, in milliseconds, has waited for the disk. */
const SLOW = 2;

/** So many files are then left to other threads. */
const FILES = 200;

/** Decides for each file how it is read. */
export class FileReading {
  private handedOver = 0;

  /** `now` is a clock, in milliseconds. */
  constructor(private readonly now = () => performance.now()) {}

  /** The calls for the next file. */
  next(): FileCalls {
    if (this.handedOver === 0) return this.atOnce;
    this.handedOver--;
    return HANDED_OVER;
  }

  private readonly atOnce: FileCalls = {
    open: (file, flags) => this.timed(() => fs.openSync(file, flags)),
    stat: (descriptor) => this.timed(() => fs.fstatSync(descriptor)),
    read: (descriptor, bytes, from, count) => this.timed(() => fs.readSync(descriptor, bytes, from, count, from)),
    close: (descriptor) => this.timed(() => fs.closeSync(descriptor)),
  };

  private timed<R>(call: () => R): R {
    const start = this.now();
    try {
      return call();
    } finally {
      if (this.now() - start > SLOW) this.handedOver = FILES;
    }
  }
}
