/** Gives the articles of a call's files as rows of a table, one after another, in little memory. */
import { createHash } from 'node:crypto';
import { counted } from '../../core/language';
import { firstFrom } from '../../core/parse/article';
import { parsePart } from '../../core/parse/parser';
import { articlesIn, type NumberedArticle, numberOf } from '../../corpus/articles/numbered';
import { shownNumber } from '../../corpus/rules/rule';
import type { Columns } from '../../corpus/tables/columns';
import { noLosses } from '../../corpus/tables/losses';
import { countUnreadable, type Row, type RowSource, rowOf } from '../../corpus/tables/rows';
import { exactText, markApart, NotUtf8Error, notUtf8Sentence } from '../../corpus/text/exactText';
import { type InputFile, nameOf, STDIN } from '../input/inputFile';
import { type Complain, shown } from '../output/faults';
import { withProgress } from '../output/progress';
import { type BadByte, badBytesIn } from '../reading/badBytes';
import { fileParts, type KnownNames } from '../reading/fileReading';
import type { LeftAlone } from '../reading/leftAlone';
import { decodePart } from '../reading/origin';
import { Cutter, type Part } from '../reading/parts';
import { streamOf, streamParts } from '../reading/streamReading';
import { isImported } from './importedName';
import type { Omissions } from './omissions';
import type { RowName } from './rowNames';

/** Collects what is in no row. */
export interface Outside {
  readonly omissions: Pick<Omissions, 'add' | 'notWritten' | 'leftOut' | 'notImported'>;
  readonly leftAlone: Pick<LeftAlone, 'add'>;
  /** Takes the rows that do not hold all of their article, because of damage. */
  readonly damaged?: WeakSet<Row>;
}

/** What is done with files that cannot be read, and with further names of files. */
export interface Faults {
  readonly complain: Complain;
  readonly links: KnownNames;
}

/**
 * The articles of the files, in order. `files` maps each file to its names in the rows. A file that cannot be read, or is not
 * UTF-8, is reported and gives no rows, because half a file would look like all of it. From a pipe, whose first rows are
 * already written when a bad byte comes, only the articles that are not UTF-8 are left out, and each is reported. What is
 * missing from the rows goes to `omissions`, and files that are not articles to `leftAlone`.
 */
export async function* rowsOfFiles(
  files: ReadonlyMap<InputFile, RowName>,
  columns: Columns,
  outside: Outside,
  faults: Faults,
): AsyncGenerator<Row> {
  const cutter = new Cutter();
  for (const [file, name] of withProgress([...files])) {
    yield* rowsOfFile({ file, name, cutter }, columns, outside, faults);
  }
}

/** The rows of one file, as in `rowsOfFiles`. */
export async function* rowsOfFile(
  { file, name, cutter }: { readonly file: InputFile; readonly name: RowName; readonly cutter: Cutter },
  columns: Columns,
  { omissions, leftAlone, damaged }: Outside,
  { complain, links }: Faults,
): AsyncGenerator<Row> {
  const losses = noLosses();
  let rows = 0;
  let torn = 0;
  const leaveOut: LeaveOut = (article, { byte, at }) => {
    if (article) torn++;
    const what = article ? `${called(article)} is left out. ` : '';
    complain(nameOf(file), new Error(`${what}${notUtf8Sentence(byte, at)}`));
  };
  try {
    const parts = () => fileParts(cutter, file, undefined, links);
    const found = file.regular
      ? partsUntil(parts(), 0, lengthOf(parts()))
      : streamParts(cutter, streamOf(file), undefined);
    for await (const row of rowsIn(found, { ...name, columns, losses, leaveOut, damaged })) {
      rows++;
      yield row;
    }
    if (rows + torn === 0) leftAlone.add(file);
    if (name.file !== STDIN && !isImported(name.file)) omissions.notImported(nameOf(file), rows);
  } catch (error) {
    complain(nameOf(file), error);
    if (error instanceof NotUtf8Error && file.regular) {
      omissions.notWritten(file.path, articlesInParts(fileParts(cutter, file, undefined)));
    }
  }
  omissions.leftOut(nameOf(file), torn);
  omissions.add(nameOf(file), losses);
}

/** Called with the first byte that is not UTF-8 in an article, or in text outside all articles. */
export type LeaveOut = (article: Omit<NumberedArticle, 'base'> | undefined, bad: BadByte) => void;

export interface RowsSource extends Omit<RowSource, 'hasMark'> {
  readonly leaveOut: LeaveOut;
  readonly damaged?: WeakSet<Row> | undefined;
  /** How many articles of the document are before the parts. */
  readonly before?: number;
}

/** The articles of a document in parts, without those that have bytes that are not UTF-8. */
export async function* rowsIn(
  parts: AsyncIterable<Part> | Iterable<Part>,
  { leaveOut, damaged, before: articlesBefore = 0, ...source }: RowsSource,
): AsyncGenerator<Row> {
  let bytesBefore = 0;
  let index = articlesBefore;
  for await (const { bytes, start, end, first, final } of parts) {
    const raw = bytes.subarray(start, end);
    const bad = badBytesIn(raw);
    const text = decodePart(raw);
    const { mark, content } = first ? markApart(text) : { mark: '', content: text };
    const { articles, starts } = parsePart(content, first, final);
    for (const [place, article] of articles.entries()) {
      const isArticle = article.markers.length > 0;
      if (isArticle) index++;
      countUnreadable(article, source.losses);
      const torn = firstWithin(bad, mark.length + (starts[place] as number), article.text.length);
      if (torn) leaveOut(isArticle ? { article, index } : undefined, { ...torn, at: bytesBefore + torn.at });
      else if (isArticle) {
        const before = source.losses.damaged;
        const row = digested(rowOf(article, index, { ...source, hasMark: mark !== '' }));
        if (source.losses.damaged > before) damaged?.add(row);
        yield row;
      }
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

/** The name of an article in a message, with its number only if all of that can be read. */
function called({ article, index }: Omit<NumberedArticle, 'base'>): string {
  const number = numberOf(article)?.trim() ?? '';
  const isReadable = number !== '' && !number.includes('\ufffd');
  return `Article ${counted(index)}${isReadable ? ` (number ${shown(shownNumber(number))})` : ''}`;
}

/** How many bytes parts have. Throws a NotUtf8Error if not all of them are UTF-8. */
function lengthOf(parts: Iterable<Part>): number {
  let length = 0;
  for (const { bytes, start, end } of parts) {
    exactText(bytes.subarray(start, end), length);
    length += end - start;
  }
  return length;
}

/** The parts of a range. Throws if none ends where the range does. */
export function* partsUntil(parts: Iterable<Part>, from: number, to: number): Generator<Part> {
  let at = from;
  for (const part of parts) {
    yield part;
    at += part.end - part.start;
    if (at >= to) break;
  }
  if (at !== to) throw new ChangedError();
}

/** A file is no longer as it was when its articles were counted. */
export class ChangedError extends Error {
  constructor() {
    super('This file was changed while it was being exported. Export it again.');
  }
}

/** How many articles a file has that is not UTF-8. */
function articlesInParts(parts: Iterable<Part>): number {
  let count = 0;
  for (const part of parts) count += articlesInPart(part);
  return count;
}

/** How many articles a part has, whatever its bytes. */
export function articlesInPart({ bytes, start, end, first, final }: Part): number {
  return articlesIn(parsePart(new TextDecoder().decode(bytes.subarray(start, end)), first, final));
}
