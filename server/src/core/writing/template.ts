/** New fields and articles with blanks to fill in, and with the white space of the document into which they are inserted. */

import { FIELDS, markerText, type ValueKind } from '../format';
import { type Article, fieldOf } from '../parse/article';
import type { ParsedDocument } from '../parse/parser';
import { type Spacing, showsSpacing, spacing } from '../repair/spacing';
import { isWhiteSpace, textOf } from '../span';
import { checkDate } from '../text/date';
import type { LineEnd } from '../text/lineEnd';
import { type Layout, layoutSpacing } from './layouts';

/** A blank to fill in; it shows the placeholder until then. */
export interface Blank {
  readonly placeholder: string;
}

/** Text to insert, with blanks to fill in. */
export type Template = readonly (string | Blank)[];

/** Everything that new text depends on besides the document. */
export interface Setting {
  /** Today's date, YYYY-MM-DD. */
  readonly today: string;
  /** Letters (`B-Y-L-I-N-E`) of user-defined fields. */
  readonly additionalFields: readonly string[];
  /** The layout in the settings, for a document that shows none. */
  readonly layout: Layout;
  /** The document's. */
  readonly lineEnd: LineEnd;
  /** Whether an article of the corpus has a number. */
  readonly isTaken: (number: string) => boolean;
}

/** The text with the placeholders, for editors without blanks. */
export function plainText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.placeholder)).join('');
}

/** Both markers of a field, with a blank for its value. */
export function fieldTemplate(letters: string, placeholder: string, { inside }: Spacing): Template {
  return [markerText(letters, 'start') + inside, { placeholder }, inside + markerText(letters, 'end')];
}

/** All fields of an article, with a blank in each. */
export function articleTemplate(placeholders: Placeholders, wanted: Spacing): Template {
  return FIELDS.flatMap((row, rank) => [
    ...(rank > 0 ? [wanted.between] : []),
    ...fieldTemplate(row.marker, placeholders[row.kind], wanted),
  ]);
}

/** The placeholders of new fields, by the kind of the value. */
export type Placeholders = Readonly<Record<ValueKind, string>>;

/** The next free number after that of an article, and today's date. */
export function placeholders(parsed: ParsedDocument, index: number, { today, isTaken }: Setting): Placeholders {
  return { number: nextNumber(parsed, index, isTaken), date: today, title: '', text: '' };
}

/** The smallest number after that of the article that is free in document and corpus; after all numbers, if it has none. */
function nextNumber(parsed: ParsedDocument, index: number, isTaken: Setting['isTaken']): string {
  const numbers = parsed.articles.map((article) => fieldText(article, 'number')).filter((text) => /^\d+$/.test(text));
  const taken = new Set(numbers.map(BigInt));
  const own = parsed.articles[index] && fieldText(parsed.articles[index], 'number');
  const last = own && /^\d+$/.test(own) ? own : numbers.reduce((a, b) => (BigInt(b) > BigInt(a) ? b : a), '0');
  const padded = (number: bigint) => String(number).padStart(last.length, '0');
  let next = BigInt(last) + 1n;
  while (taken.has(next) || isTaken(padded(next))) next++;
  return padded(next);
}

/** The dates of the articles before and after one, if they are real days. */
export function neighbouringDates({ articles }: ParsedDocument, index: number): readonly string[] {
  const dates = [articles[index - 1], articles[index + 1]].map((article) => article && fieldText(article, 'date'));
  return dates.filter((date): date is string => date !== undefined && checkDate(date) === undefined);
}

function fieldText(article: Article, kind: ValueKind): string {
  const field = fieldOf(article, kind);
  return field ? textOf(article.text, field.value).trim() : '';
}

/**
 * The white space for something new in an article: that of the article, or of the nearest one that shows some. Otherwise that
 * of the layout in the settings, or of the layout that the document's line ends suggest.
 */
export function spacingFor(parsed: ParsedDocument, index: number, { layout, lineEnd }: Setting): Spacing {
  const { articles } = parsed;
  for (let distance = 0; distance < articles.length; distance++) {
    const near = [articles[index - distance], articles[index + distance]].find(
      (article) => article && showsSpacing(article),
    );
    if (near) return spacing(near);
  }
  const inLines = layout === 'fields' || articles.some(({ text }) => /[\r\n]/.test(text));
  return layoutSpacing(inLines ? 'fields' : 'line', lineEnd);
}

/** The white space that is missing before (or after) an offset, compared with what is wanted there. */
export function lacking(text: string, at: number, side: 'before' | 'after', wanted: string): string {
  let start = at;
  let end = at;
  if (side === 'before') while (start > 0 && isWhiteSpace(text.charCodeAt(start - 1))) start--;
  else while (end < text.length && isWhiteSpace(text.charCodeAt(end))) end++;
  const units = (space: string) => space.match(/\r\n|\s/g) ?? [];
  const isLineEnd = (unit: string) => /[\r\n]/.test(unit);
  const there = units(text.slice(start, end));
  const lines = units(wanted).filter(isLineEnd);
  // If line ends are wanted, only line ends count.
  if (lines.length > 0) return lines.slice(there.filter(isLineEnd).length).join('');
  return units(wanted).slice(there.length).join('');
}
