/** Articles as rows of a table: the same for the editor and the command line. */
import { type Article, fieldOf, ownMarkers } from '../core/article';
import { FIELDS, type ValueKind } from '../core/format';
import type { ParsedDocument } from '../core/parser';
import { textOf } from '../core/span';
import { countWords } from '../core/words';

/** One article. Values are verbatim; null where the article has no such field. */
export interface Row {
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string | null;
  /** The file's path, as whoever exports it calls it; parts end in slashes. */
  readonly file: string;
  /** Words in the text. */
  readonly words: number;
  /** Of the text’s UTF-8, hexadecimal. */
  readonly sha256: string;
}

/** All of a row but the digest, which each host computes with what it has. */
export type RowValues = Omit<Row, 'sha256'>;

/** Columns of the table, in their order. */
export const COLUMNS = ['number', 'date', 'title', 'text', 'file', 'words', 'sha256'] as const;

/** What does not come over whole, for a last word to the user. */
export interface Losses {
  /** Articles with a fault in their markers, or with fields that no column holds. */
  damaged: number;
}

/** The articles of a document or of a part of one, in their order; text without any marker is no article. */
export function* rowsOf({ articles }: ParsedDocument, file: string, losses: Losses): Generator<RowValues> {
  for (const article of articles) {
    if (article.markers.length === 0) continue;
    if (!isWhole(article)) losses.damaged++;
    const text = valueOfKind(article, 'text');
    yield {
      number: valueOfKind(article, 'number'),
      date: valueOfKind(article, 'date'),
      title: valueOfKind(article, 'title'),
      text,
      file,
      words: text === null ? 0 : countWords(text, { start: 0, end: text.length }),
    };
  }
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
