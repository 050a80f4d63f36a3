/** Articles of the files of a call as rows of a table, one after another, in little memory. */
import { createHash } from 'node:crypto';
import { firstFrom } from '../../core/parse/article';
import { parsePart } from '../../core/parse/parser';
import type { Columns } from '../../corpus/columns';
import { exactText, markApart, NotUtf8Error, notUtf8Sentence } from '../../corpus/exactText';
import { noLosses } from '../../corpus/losses';
import { type NumberedArticle, numberOf } from '../../corpus/numbered';
import { type Row, type RowSource, rowOf } from '../../corpus/rows';
import { shownNumber } from '../../corpus/rules/rule';
import { HardLinks } from '../../disk/hardLinks';
import { type BadByte, badBytesIn } from '../input/badBytes';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import type { LeftAlone } from '../input/leftAlone';
import { decodePart } from '../input/origin';
import { Cutter, type Piece } from '../input/pieces';
import { filePieces, streamOf, streamPieces } from '../input/reading';
import { counted } from '../output/counted';
import { complain, shown } from '../output/faults';
import { isImported } from './importedName';
import type { Omissions } from './omissions';

/** Takes what is in no row. */
export interface Outside {
  readonly omissions: Omissions;
  readonly leftAlone: LeftAlone;
}

/**
 * The articles of files, which are given with their names in the rows, in their order. A file that cannot be read, or is not UTF-8, is complained of and gives no rows:
 * half a file would look like all of it. Of what comes through a pipe, whose rows are written by then, only the articles
 * that are not UTF-8 are left out, each complained of. What the rows do not hold is noted file by file, and what is no
 * article, too.
 */
export async function* rowsOfFiles(
  files: ReadonlyMap<InputFile, string>,
  columns: Columns,
  { omissions, leftAlone }: Outside,
): AsyncGenerator<Row> {
  const cutter = new Cutter();
  const links = new HardLinks();
  for (const [file, name] of files) {
    const losses = noLosses();
    let rows = 0;
    let torn = 0;
    const leaveOut: LeaveOut = (article, { byte, at }) => {
      if (article) torn++;
      const what = article ? `${called(article)} is left out. ` : '';
      complain(nameOf(file), new Error(`${what}${notUtf8Sentence(byte, at)}`));
    };
    try {
      const pieces = () => filePieces(cutter, file, undefined, links);
      if (file.regular) for (const _text of textsOf(pieces()));
      const found = file.regular ? pieces() : streamPieces(cutter, streamOf(file), undefined);
      for await (const row of rowsIn(found, { file: name, columns, losses, leaveOut })) {
        rows++;
        yield row;
      }
      if (rows + torn === 0) leftAlone.add(file);
      if (name !== STDIN && !isImported(name)) omissions.notImported(nameOf(file), rows);
    } catch (error) {
      complain(nameOf(file), error);
      if (error instanceof NotUtf8Error && file.regular) {
        omissions.notWritten(file.path, articlesIn(filePieces(cutter, file, undefined)));
      }
    }
    omissions.leftOut(nameOf(file), torn);
    omissions.add(nameOf(file), losses);
  }
}

/** Takes the first byte of an article, or of text outside all articles, that is not UTF-8. */
export type LeaveOut = (article: Omit<NumberedArticle, 'base'> | undefined, bad: BadByte) => void;

export interface RowsSource extends Omit<RowSource, 'hasMark'> {
  readonly leaveOut: LeaveOut;
}

/** The articles of a document that comes in pieces, without those that hold bytes that are not UTF-8. */
export async function* rowsIn(
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  { leaveOut, ...source }: RowsSource,
): AsyncGenerator<Row> {
  let bytesBefore = 0;
  let index = 0;
  for await (const { bytes, start, end, first, final } of pieces) {
    const raw = bytes.subarray(start, end);
    const bad = badBytesIn(raw);
    const text = decodePart(raw);
    const { mark, content } = first ? markApart(text) : { mark: '', content: text };
    const { articles, starts } = parsePart(content, first, final);
    for (const [place, article] of articles.entries()) {
      const isArticle = article.markers.length > 0;
      if (isArticle) index++;
      const torn = firstWithin(bad, mark.length + (starts[place] as number), article.text.length);
      if (torn) leaveOut(isArticle ? { article, index } : undefined, { ...torn, at: bytesBefore + torn.at });
      else if (isArticle) yield digested(rowOf(article, index, { ...source, hasMark: mark !== '' }));
    }
    bytesBefore += raw.length;
  }
}

function firstWithin(bad: readonly BadByte[], start: number, length: number): BadByte | undefined {
  const first = firstFrom(bad, start);
  return first && first.start < start + length ? first : undefined;
}

function digested(row: Row): Row {
  return { ...row, sha256: row.text === null ? null : createHash('sha256').update(row.text).digest('hex') };
}

/** An article as a message calls it; its number only where all of it can be read. */
function called({ article, index }: Omit<NumberedArticle, 'base'>): string {
  const number = numberOf(article)?.trim() ?? '';
  const isReadable = number !== '' && !number.includes('\ufffd');
  return `Article ${counted(index)}${isReadable ? ` (number ${shown(shownNumber(number))})` : ''}`;
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
