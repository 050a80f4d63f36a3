/** The lines of a JSON Lines file. Only line feeds separate them. */
import { exactText, markApart, NotUtf8Error } from '../../corpus/exactText';
import { wideText } from '../../corpus/foreignBytes';
import { reasonOf } from '../../disk/reasons';
import { UsageError } from '../output/faults';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without the line feed and without a byte order mark. */
  readonly text: string;
}

const LINE_FEED = 0x0a;

/** The lines of a stream. Throws a UsageError, which names the line, if they are not UTF-8. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let number = 0;
  for await (const block of stream) {
    let from = 0;
    for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, from)) {
      parts.push(block.subarray(from, at));
      yield lineOf(parts, ++number);
      parts = [];
      from = at + 1;
    }
    if (from < block.length) parts.push(block.subarray(from));
  }
  if (parts.length > 0) yield lineOf(parts, ++number);
}

function lineOf(parts: readonly Uint8Array[], number: number): Line {
  const bytes = Buffer.concat(parts);
  const wide = number === 1 ? wideText(bytes) : undefined;
  if (wide) throw new UsageError(`The rows are ${wide.encoding}. Save them as UTF-8. Nothing was written.`);
  try {
    const text = exactText(bytes);
    return { number, text: number === 1 ? markApart(text).content : text };
  } catch (error) {
    // Without the error's own sentence: it has the byte's offset, but counted from the beginning of the line.
    const reason = error instanceof NotUtf8Error ? 'It is not UTF-8.' : reasonOf(error);
    throw new UsageError(`Line ${number} cannot be read. ${reason} Nothing was written.`);
  }
}
