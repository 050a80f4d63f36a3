/**
 * Parses a text into articles, all at once or after an edit, with the same code.
 *
 * The text is cut into runs wherever an article certainly begins (runs.ts): after a TEXT, at an F-N field that another
 * field follows. Each run is read by itself (readRun.ts). It nearly always holds one article; only damage near a border
 * joins an article with its neighbour. A healthy article is read when its fields are first needed (unread.ts).
 * An edit therefore parses from the run that it touches up to the first border that the last parse also had, and keeps all
 * other articles.
 */

import { countWhile, type Span } from '../span';
import { finished, type Steps } from '../steps';
import { replaced } from '../text/replaced';
import type { Article } from './article';
import { articlesOf } from './readRun';
import { type Run, runs } from './runs';
import { UnreadArticle } from './unread';

export interface ParsedDocument {
  readonly articles: readonly Article[];
  /** Where each article begins, in UTF-16 offsets of the document. */
  readonly starts: Int32Array;
  /** The document's length in UTF-16 units. */
  readonly length: number;
}

/** The text of a document. */
export function wholeText({ articles }: Pick<ParsedDocument, 'articles'>): string {
  return articles.map(({ text }) => text).join('');
}

/** Parses any text. Never throws; the texts of the articles, joined, are `text`. */
export function parse(text: string): ParsedDocument {
  return parsePart(text, true, true);
}

/**
 * Parses a part of a document that is cut where an article certainly begins (`isBorder` in proof.ts). The articles are those
 * that `parse` gives there. `first` and `final` say whether the part begins and ends the document.
 */
export function parsePart(text: string, first: boolean, final: boolean): ParsedDocument {
  return finished(parsing(text, first, final));
}

/** `parsePart`, or `parse`, in steps. */
export function* parsing(text: string, first = true, final = true): Steps<ParsedDocument> {
  const articles: Article[] = [];
  for (const run of runs(text)) {
    append(articles, read(text, { ...run, final: final && run.final }, first && run.start === 0));
    yield;
  }
  return { articles, starts: startsOf(articles, 0), length: text.length };
}

/**
 * The parse after the characters in `span` (offsets of the document) were replaced. It is equal to `parse` of the new text,
 * and has the same article objects where the edit changed nothing.
 */
export function edit(parsed: ParsedDocument, span: Span, replacement: string): ParsedDocument {
  const { articles, starts } = parsed;
  const first = freshStart(parsed, span.start);
  const last = articleIndex(parsed, span.end);
  const base = starts[first] ?? 0;
  const growth = replacement.length - (span.end - span.start);
  // A part of a document stays one.
  const isFirst = articles[0]?.first ?? true;
  const isFinal = articles.at(-1)?.final ?? true;

  for (let context = 1; ; context *= 2) {
    const windowEnd = Math.min(last + 1 + context, articles.length);
    const old = articles
      .slice(first, windowEnd)
      .map((article) => article.text)
      .join('');
    const window = old.slice(0, span.start - base) + replacement + old.slice(span.end - base);
    const fresh: Article[] = [];
    for (const run of runs(window, articles[first]?.head)) {
      if (run.final && windowEnd < articles.length) break;
      append(fresh, read(window, { ...run, final: isFinal && run.final }, isFirst && base + run.start === 0));
      const resume = run.final ? articles.length : resumeAt(parsed, base + run.end - growth, span.end);
      if (resume !== undefined) return spliced(parsed, first, resume, fresh, growth);
    }
    if (windowEnd === articles.length) return spliced(parsed, first, articles.length, fresh, growth);
  }
}

/** The articles of a run; `first` says whether it begins the document. */
function read(text: string, run: Run, first: boolean): readonly Article[] {
  return 'healthy' in run ? [new UnreadArticle(text, run, first)] : articlesOf(text, run, first);
}

/** Index of the article at an offset of the document; at a border, of the one that begins there. */
export function articleIndex({ starts }: ParsedDocument, offset: number): number {
  return Math.max(0, countWhile(starts, (start) => start <= offset) - 1);
}

/** The document with the articles from `first` to `resume` replaced. It is longer by `growth`. */
function spliced(
  parsed: ParsedDocument,
  first: number,
  resume: number,
  fresh: readonly Article[],
  growth: number,
): ParsedDocument {
  const articles = replaced(parsed.articles, first, resume, fresh);
  const starts = new Int32Array(articles.length);
  const after = first + fresh.length;
  starts.set(parsed.starts.subarray(0, first));
  starts.set(startsOf(fresh, parsed.starts[first] ?? 0), first);
  starts.set(parsed.starts.subarray(resume), after);
  for (let i = after; i < starts.length; i++) (starts[i] as number) += growth;
  return { articles, starts, length: parsed.length + growth };
}

/** Adds any number of articles. `push` with a spread fails where the stack has no room for so many arguments. */
function append(articles: Article[], more: readonly Article[]): void {
  for (const article of more) articles.push(article);
}

/** Where articles begin; the first begins at `from`. */
function startsOf(articles: readonly Article[], from: number): Int32Array {
  const starts = new Int32Array(articles.length);
  let next = from;
  for (let i = 0; i < articles.length; i++) {
    starts[i] = next;
    next += (articles[i] as Article).text.length;
  }
  return starts;
}

/** The last article at which parsing can start, whatever changes from `offset` on. */
function freshStart(parsed: ParsedDocument, offset: number): number {
  let index = articleIndex(parsed, offset);
  while (index > 0) {
    const { head } = parsed.articles[index] as Article;
    if (head !== undefined && offset - (parsed.starts[index] as number) > head) break;
    index--;
  }
  return index;
}

/** The old article that certainly begins at `offset`, after the edit: from there on, the old parse is valid. */
function resumeAt(parsed: ParsedDocument, offset: number, editEnd: number): number | undefined {
  const index = articleIndex(parsed, offset);
  const agrees = parsed.starts[index] === offset && parsed.articles[index]?.head !== undefined;
  return agrees && offset >= editEnd ? index : undefined;
}
