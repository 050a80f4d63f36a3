/** Articles as rows of a table: the same for the editor and the command line. */

import { strayTexts } from '../../core/damage/strayTexts';
import { unreadableAt } from '../../core/damage/unreadableArticles';
import { FIELDS, fieldRank } from '../../core/format';
import { type Article, type Field, fieldOf, ownMarkers } from '../../core/parse/article';
import type { ParsedDocument } from '../../core/parse/parser';
import { countWords } from '../../core/parse/words';
import { textOf, trimmed } from '../../core/span';
import { checkDate } from '../../core/text/date';
import { numbered } from '../articles/numbered';
import { type Columns, columnOf } from './columns';
import { docIdOf } from './docIds';
import { lineArticle } from './lineArticle';
import type { Losses } from './losses';

/** One article. Values are verbatim; null where the article has no such field. */
export interface Row {
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string | null;
  /** The file's path, as the caller names it; slashes separate its parts. */
  readonly file: string;
  /** Words in the text. */
  readonly words: number;
  /** SHA-256 of the text in UTF-8, hexadecimal; null if there is no text. */
  readonly sha256: string | null;
  /**
   * The columns of the article's fields in their order, separated by spaces; null if it has no user-defined field and the
   * others are in the format's order.
   */
  readonly order: string | null;
  /** Unique in the table: the file's stem, and `#2`, `#3` … for its further articles. */
  readonly doc_id: string;
  /** The date without white space at its ends, if it is a valid day, YYYY-MM-DD; otherwise null. */
  readonly day: string | null;
  /** The article's index in its file, from 1. */
  readonly index: number;
  /** The values of user-defined fields. */
  readonly [column: string]: string | number | null;
}

export interface RowSource {
  /** The file's name in the rows. */
  readonly file: string;
  /** What the `doc_id` of its articles begins with. */
  readonly stem: string;
  readonly columns: Columns;
  /** Counts the articles that a row does not hold completely. */
  readonly losses: Losses;
  /** A byte order mark is before the first article. */
  readonly hasMark: boolean;
}

/** The rows of a document's articles, in order. Text without a marker is not an article. */
export function* rowsOf(parsed: ParsedDocument, source: RowSource): Generator<Row> {
  for (const article of parsed.articles) countUnreadable(article, source.losses);
  for (const { article, index } of numbered(parsed)) yield rowOf(article, index, source);
}

/**
 * The row of an article; `index` is its index in the file, from 1. `sha256` is null: each host computes it by its own means.
 */
export function rowOf(article: Article, index: number, { file, stem, columns, losses, hasMark }: RowSource): Row {
  const hasColumn = (letters: string) => fieldRank(letters) !== -1 || columns.letters.includes(letters);
  const fields = firstOfEach(article).filter(({ letters }) => hasColumn(letters));
  count(article, fields, losses, hasMark);
  const readValue = (letters: string) => {
    const field = fields.find((each) => each.letters === letters);
    return field ? textOf(article.text, field.value) : null;
  };
  const [number, date, title, text] = FIELDS.map(({ marker }) => readValue(marker)) as [Cell, Cell, Cell, Cell];
  return {
    ...{ number, date, title, text, file },
    words: text === null ? 0 : countWords(text, { start: 0, end: text.length }),
    sha256: null,
    order: orderOf(fields),
    ...Object.fromEntries(columns.letters.map((letters) => [columnOf(letters), readValue(letters)])),
    ...{ doc_id: docIdOf(stem, index), day: dayIn(date), index },
  };
}

type Cell = string | null;

/** The day of a date's value, YYYY-MM-DD; null if it is no day of the calendar in that form, or null. */
export function dayIn(date: Cell): Cell {
  if (date === null) return null;
  const written = textOf(date, trimmed(date, { start: 0, end: date.length }));
  return checkDate(written) === undefined ? written : null;
}

/** Counts the articles in an article's text outside all fields: they have no row, because their markers cannot be read. */
export function countUnreadable(article: Article, losses: Losses): void {
  if (article.isWhole) return;
  for (const text of strayTexts(article)) losses.unreadable += unreadableAt(article, text).length;
}

/** The first field of each name. (The parser marks no user-defined field as a duplicate.) */
function firstOfEach({ fields }: Article): readonly Field[] {
  const seen = new Set<string>();
  return fields.filter(({ letters }) => !seen.has(letters) && seen.add(letters));
}

function orderOf(fields: readonly Field[]): string | null {
  const ranks = fields.map(({ letters }) => fieldRank(letters));
  const isCanonical = ranks.every((rank, i) => rank > (ranks[i - 1] ?? -1));
  return isCanonical ? null : fields.map(({ letters }) => columnOf(letters)).join(' ');
}

/** Counts an article that `import` would not restore exactly from its row, under each reason. */
function count(article: Article, kept: readonly Field[], losses: Losses, hasMark: boolean): void {
  const { text, first, final } = article;
  const isDamage = !article.isWhole && isDamaged(article);
  const unnamed = firstOfEach(article).filter((field) => !kept.includes(field));
  if (isDamage) losses.damaged++;
  if (unnamed.length > 0) losses.unnamed++;
  for (const { letters } of unnamed) losses.letters.add(letters);
  if (isDamage || unnamed.length > 0) return;
  const imported = lineArticle(kept.map(({ letters, value }) => ({ letters, value: textOf(text, value) })));
  const isMarked = hasMark && first;
  if (isMarked || text !== `${first ? ' ' : ''}${imported}${final ? ' ' : '  '}`) losses.spaced++;
}

/** Whether a marker is broken, a field of the format is missing, a field occurs twice, or text is outside all fields. */
function isDamaged(article: Article): boolean {
  const { fields, faults, conflicts, jumbles } = article;
  return (
    faults.length + conflicts.length + jumbles.length > 0 ||
    FIELDS.some((row) => row.required && !fieldOf(article, row.kind)) ||
    firstOfEach(article).length < fields.length ||
    fields.some((field) => !ownMarkers(field) || field.start?.misspelled || field.end?.misspelled) ||
    strayTexts(article).length > 0
  );
}
