/** The lines of a JSON Lines file. Only line feeds separate them. */
import { exactText, markApart, NotUtf8Error } from '../../corpus/text/exactText';
import { wideText } from '../../corpus/text/foreignBytes';
import { reasonOf } from '../../disk/reasons';
import { UsageError } from '../output/faults';
import { type ByteLine, byteLines, withoutLineFeed } from '../reading/byteLines';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without the line feed and without a byte order mark. */
  readonly text: string;
}

/** The lines of a stream. Throws a UsageError, which names the line, if they are not UTF-8. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  for await (const line of byteLines(stream)) yield lineOf(line);
}

function lineOf({ number, bytes: line }: ByteLine): Line {
  const bytes = withoutLineFeed(line);
  const wide = number === 1 ? wideText(bytes) : undefined;
  if (wide)
    throw new UsageError(`The rows are ${wide.encoding}, not UTF-8. ${toUtf8(wide.encoding)} Nothing was written.`);
  try {
    const text = exactText(bytes);
    return { number, text: number === 1 ? markApart(text).content : text };
  } catch (error) {
    // Without the error's own sentence: it has the byte's offset, but counted from the beginning of the line.
    if (error instanceof NotUtf8Error)
      throw new UsageError(`Line ${number} is not UTF-8. ${toUtf8('WINDOWS-1252')} ${ARABIC} Nothing was written.`);
    throw new UsageError(`Line ${number} cannot be read. ${reasonOf(error)} Nothing was written.`);
  }
}

function toUtf8(encoding: string): string {
  return `In Excel, save the table as CSV UTF-8. Or convert it: iconv -f ${encoding} -t UTF-8 FILE > NEW.`;
}

const ARABIC = 'The encoding of Arabic is usually WINDOWS-1256.';
