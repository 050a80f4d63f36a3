/** Articles of the files of a call as rows of a table, one after another, in little memory. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { parsePart } from '../core/parser';
import { exactText, markApart } from '../corpus/exactText';
import { type Losses, type Row, rowsOf } from '../corpus/rows';
import { HardLinks } from '../disk/hardLinks';
import { isWithin } from '../disk/isWithin';
import { complain } from './faults';
import { type InputFile, STDIN } from './inputs';
import { Cutter, type Piece } from './pieces';
import { filePieces, streamPieces } from './reading';

/**
 * The articles of files, in their order. A file that cannot be read, or is not UTF-8, is complained of and gives no rows:
 * half a file would look like all of it. (Only what comes through a pipe gives rows until its fault.)
 */
export async function* rowsOfFiles(files: Iterable<InputFile>, losses: Losses): AsyncGenerator<Row> {
  const cutter = new Cutter();
  const links = new HardLinks();
  for (const file of files) {
    try {
      if (file.path === STDIN) {
        yield* rowsIn(streamPieces(cutter, process.stdin, undefined), STDIN, losses);
      } else {
        if (file.regular) for (const _text of textsOf(filePieces(cutter, file, undefined, links)));
        yield* rowsIn(filePieces(cutter, file, undefined), nameOf(file), losses);
      }
    } catch (error) {
      complain(file.path, error);
    }
  }
}

/** The articles of a document that comes in pieces. Throws a NotUtf8Error behind the rows before the fault. */
export async function* rowsIn(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  file: string,
  losses: Losses,
): AsyncGenerator<Row> {
  let before = 0;
  for await (const piece of pieces) {
    const { first, final } = piece;
    const text = textOf(piece, before);
    before += piece.end - piece.start;
    for (const values of rowsOf(parsePart(first ? markApart(text).content : text, first, final), file, losses)) {
      yield {
        ...values,
        sha256: createHash('sha256')
          .update(values.text ?? '')
          .digest('hex'),
      };
    }
  }
}

function* textsOf(pieces: Iterable<Piece>): Generator<string> {
  let before = 0;
  for (const piece of pieces) {
    yield textOf(piece, before);
    before += piece.end - piece.start;
  }
}

/** `before` is how many bytes of the file stand before the piece. */
function textOf({ bytes, start, end }: Piece, before: number): string {
  return exactText(bytes.subarray(start, end), before);
}

/** Below the working directory, or below the folder that was named. */
function nameOf({ path: file, root }: InputFile): string {
  return path
    .relative(isWithin(file, '') ? '' : root, file)
    .split(path.sep)
    .join('/');
}
