/** Articles of the files of a call as rows of a table, one after another, in little memory. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { parsePart } from '../core/parser';
import type { Columns } from '../corpus/columns';
import { exactText, markApart, NotUtf8Error } from '../corpus/exactText';
import { type Losses, noLosses } from '../corpus/losses';
import { type Row, rowsOf } from '../corpus/rows';
import { HardLinks } from '../disk/hardLinks';
import { isWithin } from '../disk/isWithin';
import { complain } from './faults';
import { type InputFile, STDIN } from './inputs';
import type { LeftAlone } from './leftAlone';
import type { Omissions } from './omissions';
import { Cutter, type Piece } from './pieces';
import { filePieces, streamOf, streamPieces } from './reading';

/** Takes what is in no row. */
export interface Outside {
  readonly omissions: Omissions;
  readonly leftAlone: LeftAlone;
}

/**
 * The articles of files, in their order. A file that cannot be read, or is not UTF-8, is complained of and gives no rows:
 * half a file would look like all of it. (Only what comes through a pipe gives rows until its fault.) What the rows do not
 * hold is noted file by file, and what is no article, too.
 */
export async function* rowsOfFiles(
  files: Iterable<InputFile>,
  columns: Columns,
  { omissions, leftAlone }: Outside,
): AsyncGenerator<Row> {
  const cutter = new Cutter();
  const links = new HardLinks();
  for (const file of files) {
    const losses = noLosses();
    let rows = 0;
    try {
      const pieces = () => filePieces(cutter, file, undefined, links);
      if (file.regular) for (const _text of textsOf(pieces()));
      const found = file.regular ? pieces() : streamPieces(cutter, streamOf(file), undefined);
      const name = file.path === STDIN ? STDIN : nameOf(file);
      for await (const row of rowsIn(found, name, columns, losses)) {
        rows++;
        yield row;
      }
      if (rows === 0) leftAlone.add(file.path);
    } catch (error) {
      complain(file.path, error);
      if (error instanceof NotUtf8Error && file.regular) {
        omissions.notWritten(file.path, articlesIn(filePieces(cutter, file, undefined)));
      }
    }
    omissions.add(file.path, losses);
  }
}

/** The articles of a document that comes in pieces. Throws a NotUtf8Error after the rows before the fault. */
export async function* rowsIn(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  file: string,
  columns: Columns,
  losses: Losses,
): AsyncGenerator<Row> {
  let before = 0;
  for await (const piece of pieces) {
    const { first, final } = piece;
    const text = textOf(piece, before);
    before += piece.end - piece.start;
    const { mark, content } = first ? markApart(text) : { mark: '', content: text };
    const source = { file, columns, losses, hasMark: mark !== '' };
    for (const row of rowsOf(parsePart(content, first, final), source)) {
      yield { ...row, sha256: row.text === null ? null : createHash('sha256').update(row.text).digest('hex') };
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

/** `before` is how many bytes of the file come before the piece. */
function textOf({ bytes, start, end }: Piece, before: number): string {
  return exactText(bytes.subarray(start, end), before);
}

/** How many articles a file has that is not UTF-8. */
function articlesIn(pieces: Iterable<Piece>): number {
  let count = 0;
  for (const { bytes, start, end, first, final } of pieces) {
    const { articles } = parsePart(new TextDecoder().decode(bytes.subarray(start, end)), first, final);
    count += articles.filter(({ markers }) => markers.length > 0).length;
  }
  return count;
}

/** Below the working directory, or below the folder that was named. */
function nameOf({ path: file, root }: InputFile): string {
  return path
    .relative(isWithin(file, '') ? '' : root, file)
    .split(path.sep)
    .join('/');
}
