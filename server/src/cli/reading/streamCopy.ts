/** The bytes of a stream, which can be read only once, for a second look. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Shorter streams stay in memory, in bytes. */
const MOST_IN_MEMORY = 4 * 1024 * 1024;

/** Bytes for a second look. `read` reads like `fs.readSync`, and gives the number of bytes. */
export interface CopiedBytes {
  read(target: Uint8Array, offset: number, length: number, at: number): number;
}

/** A longer stream is copied to a temporary file, which has no name, so that it disappears with the process. */
export class StreamCopy implements CopiedBytes {
  private blocks: Uint8Array[] = [];
  /** In bytes. */
  length = 0;
  private file: number | undefined;
  private folder = '';
  /** Why the stream could not be copied. */
  failure: unknown;

  /** `most` is how many bytes may stay in memory. */
  constructor(private readonly most = MOST_IN_MEMORY) {}

  /** Adds bytes, which are copied at once. */
  add(bytes: Uint8Array): void {
    if (this.failure !== undefined) return;
    this.length += bytes.length;
    try {
      if (this.file === undefined) this.blocks.push(Buffer.from(bytes));
      else writeWhole(this.file, bytes);
      if (this.file === undefined && this.length > this.most) this.moveToFile();
    } catch (error) {
      this.failure = error;
      this.close();
    }
  }

  private moveToFile(): void {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'article-format-'));
    this.file = fs.openSync(path.join(this.folder, 'stream'), 'wx+', 0o600);
    this.remove();
    for (const block of this.blocks) writeWhole(this.file, block);
    this.blocks = [];
  }

  /** Windows may remove the file only after it is closed. */
  private remove(): void {
    try {
      if (this.folder !== '') fs.rmSync(this.folder, { recursive: true, force: true });
    } catch {
      // The next call will.
    }
  }

  read(target: Uint8Array, offset: number, length: number, at: number): number {
    if (this.file !== undefined) return fs.readSync(this.file, target, offset, length, at);
    if (this.blocks.length > 1) this.blocks = [Buffer.concat(this.blocks)];
    const found = this.blocks[0]?.subarray(at, at + length) ?? new Uint8Array();
    target.set(found, offset);
    return found.length;
  }

  /** All bytes at once. */
  whole(): Buffer {
    const bytes = Buffer.allocUnsafeSlow(this.length);
    let at = 0;
    while (at < bytes.length) at += this.read(bytes, at, bytes.length - at, at);
    return bytes;
  }

  /** The bytes from a place on. */
  from(start: number): CopiedBytes {
    return { read: (target, offset, length, at) => this.read(target, offset, length, start + at) };
  }

  /** Forgets the bytes. */
  close(): void {
    this.blocks = [];
    if (this.file !== undefined) fs.closeSync(this.file);
    this.file = undefined;
    this.remove();
  }
}

/** A write may be short although there is room. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(file, bytes, at);
}
