/** Articles as rows of a table, one after another, in little memory. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Article, fieldOf, ownMarkers } from '../core/article';
import { FIELDS, type ValueKind } from '../core/format';
import { parsePart } from '../core/parser';
import { textOf } from '../core/span';
import { countWords } from '../core/words';
import { exactText } from '../corpus/exactText';
import { complain } from './faults';
import { type InputFile, STDIN } from './inputs';
import { Cutter, type Piece } from './pieces';
import { filePieces, streamPieces } from './reading';

/** One article. Values are verbatim; null where the article has no such field. */
export interface Row {
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string | null;
  /** The path below the working directory, or below the folder that was named; parts end in slashes. */
  readonly file: string;
  /** Words in the text. */
  readonly words: number;
  /** Of the text’s UTF-8, hexadecimal. */
  readonly sha256: string;
}

/** What was passed over or left out, for a last word to the user. */
export interface Losses {
  /** Articles with a fault in their markers, or with fields that no column holds. */
  damaged: number;
}

/** The articles of files, in their order. A file that cannot be read, or is not UTF-8, is complained of. */
export async function* rowsOf(files: Iterable<InputFile>, losses: Losses): AsyncGenerator<Row> {
  const cutter = new Cutter();
  for (const file of files) {
    const pieces =
      file.path === STDIN ? streamPieces(cutter, process.stdin, undefined) : filePieces(cutter, file, undefined);
    try {
      let before = 0;
      for await (const piece of pieces) {
        yield* rowsIn(piece, nameOf(file), before, losses);
        before += piece.end - piece.start;
      }
    } catch (error) {
      complain(file.path, error);
    }
  }
}

/** `before` is how many bytes of the file stand before the piece. */
export function* rowsIn(
  { bytes, start, end, first, final }: Piece,
  file: string,
  before: number,
  losses: Losses,
): Generator<Row> {
  const raw = bytes.subarray(start, end);
  const text = exactText(raw, before);
  const { articles } = parsePart(first ? text.replace(/^\ufeff/, '') : text, first, final);
  for (const article of articles) {
    if (article.markers.length === 0) continue;
    if (!isWhole(article)) losses.damaged++;
    yield rowOf(article, file);
  }
}

function rowOf(article: Article, file: string): Row {
  const text = valueOfKind(article, 'text');
  return {
    number: valueOfKind(article, 'number'),
    date: valueOfKind(article, 'date'),
    title: valueOfKind(article, 'title'),
    text,
    file,
    words: text === null ? 0 : countWords(text, { start: 0, end: text.length }),
    sha256: createHash('sha256')
      .update(text ?? '')
      .digest('hex'),
  };
}

function valueOfKind(article: Article, kind: ValueKind): string | null {
  const field = article.fields.find(({ format }) => format?.kind === kind);
  return field ? textOf(article.text, field.value) : null;
}

/** Whether the columns hold all there is. */
function isWhole(article: Article): boolean {
  const { fields, faults } = article;
  return (
    faults.length === 0 &&
    fields.length === FIELDS.length &&
    FIELDS.every((row) => fieldOf(article, row)) &&
    fields.every(ownMarkers)
  );
}

function nameOf({ path: file, root }: InputFile): string {
  if (file === STDIN) return STDIN;
  const inWorkingFolder = path.relative('', file);
  const isOutside = inWorkingFolder.startsWith('..') || path.isAbsolute(inWorkingFolder);
  return (isOutside ? path.relative(root, file) : inWorkingFolder).split(path.sep).join('/');
}
