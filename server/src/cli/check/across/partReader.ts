/** Reads parts of files a second time. */
import fs from 'node:fs';
import type { KnownFile } from './knownFiles';

/** The file is not as it was when it was first read. */
export class ChangedFileError extends Error {
  constructor() {
    super('This file was changed while it was being checked. Check it again.');
  }
}

/** So many bytes are read at once: concerned articles are often near each other. */
export const WINDOW = 64 * 1024;

export class PartReader {
  /** What the window has: its place in the file, and how many bytes. */
  private from = 0;
  private count = 0;
  /** The open file; undefined for the copy of a stream. */
  private readonly descriptor: number | undefined;

  /** `window` is the memory that it uses as long as it is enough. Throws Node's error if the file cannot be opened. */
  constructor(
    private readonly file: Pick<KnownFile, 'input' | 'copy'>,
    private window: Buffer = Buffer.allocUnsafeSlow(WINDOW),
  ) {
    if (!file.copy) this.descriptor = fs.openSync(file.input.path, 'r');
  }

  /** Bytes of the file, valid until the next call. Throws Node's error, or a ChangedFileError if there are not so many. */
  read(at: number, length: number): Buffer {
    if (at < this.from || at + length > this.from + this.count) this.fill(at, length);
    if (this.count < length) throw new ChangedFileError();
    return this.window.subarray(at - this.from, at - this.from + length);
  }

  private fill(at: number, length: number): void {
    if (length > this.window.length) this.window = Buffer.allocUnsafeSlow(length);
    this.from = at;
    this.count = 0;
    // A read may be short although the file goes on.
    for (let read = -1; read !== 0 && this.count < length; this.count += read) read = this.readSome(at + this.count);
  }

  /** How many bytes from a place of the file could be added to the window. */
  private readSome(at: number): number {
    const { window, count, descriptor } = this;
    const left = window.length - count;
    return descriptor === undefined
      ? (this.file.copy?.read(window, count, left, at) ?? 0)
      : fs.readSync(descriptor, window, count, left, at);
  }

  close(): void {
    if (this.descriptor !== undefined) fs.closeSync(this.descriptor);
  }
}
