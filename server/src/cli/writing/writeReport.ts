/** A report goes into a file: completely or not at all. */
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Output } from '../output/output';
import { writeTable } from '../tables/tableFile';

/** Calls `write` with an output that goes into `file`. Throws what `writeTable` throws. */
export function writeReport(file: string, write: (output: Output) => Promise<void>): Promise<void> {
  return writeTable(file, async (temporary) => {
    const text = new PassThrough();
    text.on('error', () => {}); // It is that of the pipeline, which reports it.
    const report = async () => {
      await write(new Output(text));
      text.end();
    };
    await Promise.all([report(), pipeline(text, createWriteStream(temporary))]);
  });
}
