import { type Article, fieldOf } from '../../core/parse/article';
import { type Span, textOf } from '../../core/span';
import { dayIn } from '../tables/rows';
import { documentFor } from '../targets/corenlp';
import { escapedText } from '../targets/xml';

export interface SourceText {
  readonly text: string;
  /** Where each UTF-16 unit of the text is in the article or the file; -1 for one that is not there. */
  readonly places: Int32Array;
}

/** A file itself. A byte order mark is one more character at its beginning. */
export function fileSource(text: string, hasMark: boolean): SourceText {
  const before = hasMark ? 1 : 0;
  return {
    text: hasMark ? `\ufeff${text}` : text,
    places: Int32Array.from({ length: text.length + before }, (_, at) => at - before),
  };
}

/** The document that `export --for corenlp` makes of an article; undefined if it makes none. */
export function documentSource(article: Article, name: string): SourceText | undefined {
  const day = dayOf(article);
  const text = fieldOf(article, 'text')?.value;
  if (day === null || !text) return undefined;
  const title = fieldOf(article, 'title')?.value;
  const valueIn = (span: Span | undefined) => span && textOf(article.text, span);
  const made = documentFor(name, { day, title: valueIn(title) ?? null, text: textOf(article.text, text) });
  const places = new Int32Array(made.xml.length).fill(-1);
  if (title) place(places, made.title, article.text, title);
  place(places, made.text, article.text, text);
  return { text: made.xml, places };
}

/** The file that `export --for text` makes of an article; undefined if it makes none. */
export function textSource(article: Article): SourceText | undefined {
  const span = fieldOf(article, 'text')?.value;
  if (!span) return undefined;
  return {
    text: textOf(article.text, span),
    places: Int32Array.from({ length: span.end - span.start }, (_, at) => span.start + at),
  };
}

/** The day of an article; null if its date is none. */
export function dayOf(article: Article): string | null {
  const date = fieldOf(article, 'date')?.value;
  return dayIn(date ? textOf(article.text, date) : null);
}

/** Writes the places of a value that is escaped in XML from `at` on. All of `&amp;` is in the place of `&`. */
function place(places: Int32Array, at: number, text: string, { start, end }: Span): void {
  let to = at;
  for (let from = start; from < end; from++) {
    for (const last = to + escapedText(text[from] as string).length; to < last; to++) places[to] = from;
  }
}
