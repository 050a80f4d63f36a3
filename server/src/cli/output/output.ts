/** Writes standard output, or another stream, in large parts, and ends the call if it cannot be written. */
import { once } from 'node:events';
import fs from 'node:fs';
import type { Writable } from 'node:stream';
import { reasonOf } from '../../disk/reasons';
import { clearProgress } from './progress';

/** The name of standard output in a call. */
export const STDOUT = '-';

const ENOUGH = 64 * 1024;

export type Write = (text: string) => void;

export class Output {
  private waiting = '';

  constructor(private readonly stream: Writable = process.stdout) {}

  write: Write = (text) => {
    this.waiting += text;
    if (this.waiting.length > ENOUGH) this.pass();
  };

  /** Writes bytes that are no text. */
  writeBytes(bytes: Uint8Array): void {
    this.pass();
    clearProgress();
    this.stream.write(bytes);
  }

  /** Passes everything on, and resolves when the reader has caught up. */
  async settle(): Promise<void> {
    this.pass();
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }

  private pass(): void {
    if (this.waiting === '') return;
    clearProgress();
    this.stream.write(this.waiting);
    this.waiting = '';
  }
}

/**
 * Ends the call with a message and exit code 2 if standard output cannot be written, for example because the disk is full.
 * If standard error cannot be written either, the exit code is all there is.
 */
export function watchOutput(): void {
  writeFilesWhole(process.stdout);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader may stop before the end, as `head` does. Unix programs then end with 128 + SIGPIPE.
    if (error.code === 'EPIPE') process.exit(141);
    process.stderr.write(`article-format: Standard output cannot be written. ${reasonOf(error)}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => {
    process.exitCode = 2;
  });
}

/**
 * Makes sure that no output is lost if standard output is a file. Node writes each part with one system call, and does not
 * check whether it was written completely: on a nearly full disk, the end of a part would be lost without an error.
 */
function writeFilesWhole(stream: typeof process.stdout): void {
  if (!fs.fstatSync(stream.fd).isFile()) return;
  stream._write = (chunk: Uint8Array, _encoding, done) => {
    try {
      fs.writeFileSync(stream.fd, chunk);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  };
}
