/** Standard output, in large pieces, and what becomes of a call when nobody takes it. */
import { once } from 'node:events';
import fs from 'node:fs';
import { reasonOf } from '../../disk/reasons';

/** The name of standard output in a call. */
export const STDOUT = '-';

const ENOUGH = 64 * 1024;

export type Write = (text: string) => void;

export class Output {
  private waiting = '';

  write: Write = (text) => {
    this.waiting += text;
    if (this.waiting.length > ENOUGH) this.pass();
  };

  /** Everything is on its way, and whoever reads it keeps up. */
  async settle(): Promise<void> {
    this.pass();
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }

  private pass(): void {
    if (this.waiting !== '') process.stdout.write(this.waiting);
    this.waiting = '';
  }
}

/**
 * Ends the call, in a sentence and with exit code 2, when standard output cannot be written, as on a full disk. What cannot
 * be said on standard error leaves only the exit code.
 */
export function watchOutput(): void {
  writeFilesWhole(process.stdout);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop before its end, as `head` does. Unix programs then end with 128 + SIGPIPE.
    if (error.code === 'EPIPE') process.exit(141);
    process.stderr.write(`article-format: Standard output cannot be written. ${reasonOf(error)}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => {
    process.exitCode = 2;
  });
}

/**
 * Node writes to a file that standard output is with one system call, and does not look whether that took all: on a disk that
 * is nearly full, the rest of the last piece would be lost, and nobody told. Here the rest is written, or fails.
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
