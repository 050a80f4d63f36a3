/** All fixes of a file, for the editor, the corpus and the command line; and the guard of all of them. */

import { grouped } from '../../core/grouping';
import { plural } from '../../core/language';
import type { Article } from '../../core/parse/article';
import { articleIndex, type ParsedDocument, parse, parsePart } from '../../core/parse/parser';
import type { Edit, Fix } from '../../core/repair/edit';
import { applyEdits } from '../../core/repair/edit';
import { keepsValues } from '../../core/repair/faithful';
import { shifted } from '../../core/span';
import { fixAll } from '../../core/writing/fixAll';
import { articlesIn, numbered } from '../articles/numbered';
import { markApart } from '../text/exactText';
import type { Terms } from '../verdict/checkFile';

export interface Fixes {
  /** In offsets of the document. */
  readonly edits: readonly Edit[];
  readonly unfixed: readonly UnfixedArticle[];
}

/** An article that has something to fix which was not fixed. */
export interface UnfixedArticle {
  /** In its document, from 1. */
  readonly index: number;
  /** Its fixes would change a value; its date is no certain day in the form that was named. */
  readonly reason: 'value' | 'date';
}

/** The edits that apply all fixes of a tier. Safe ones are guarded by `withoutChanges`. */
export function fixes(document: ParsedDocument, { context, severities }: Terms, tier: Fix['tier'] = 'safe'): Fixes {
  const edits = fixAll(document, context, severities, { tier });
  return tier === 'safe' ? withoutChanges(document, edits) : { edits, unfixed: [] };
}

/**
 * The safe edits of a document that keep all values. The result is parsed: where a value is not the same before and after, the
 * edits of that article are left out, and those of all others stay.
 */
export function withoutChanges(document: ParsedDocument, edits: readonly Edit[]): Fixes {
  const all = byArticle(document, edits);
  const kept = new Set(faithful(document, all));
  const left = all.filter((each) => !kept.has(each)).map(({ index }) => document.articles[index]);
  return { edits: [...kept].flatMap((each) => each.edits), unfixed: placesOf(document, new Set(left), 'value') };
}

/** Some articles of a document, as unfixed ones. */
export function placesOf(
  document: ParsedDocument,
  wanted: ReadonlySet<Article | undefined>,
  reason: UnfixedArticle['reason'],
): readonly UnfixedArticle[] {
  if (wanted.size === 0) return [];
  return [...numbered(document)].filter(({ article }) => wanted.has(article)).map(({ index }) => ({ index, reason }));
}

/** Says which articles are unfixed, and why; undefined if there are none. */
export function unfixedSentence(articles: readonly UnfixedArticle[]): string | undefined {
  const sentences = (['value', 'date'] as const).flatMap((reason) => {
    const left = articles.filter((article) => article.reason === reason).map(({ index }) => index);
    return left.length === 0 ? [] : SENTENCES[reason](left);
  });
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

const SENTENCES: Readonly<Record<UnfixedArticle['reason'], (indexes: readonly number[]) => string>> = {
  value: (indexes) =>
    plural(
      indexes.length,
      'Article {1} was left alone, because its fixes would change a value. Correct it by hand.',
      'Articles {1} were left alone, because their fixes would change a value. Correct them by hand.',
      indexes.join(', '),
    ),
  date: (indexes) =>
    plural(
      indexes.length,
      'The date of article {1} was left alone, because it does not have the form that was named, or is no certain day in it. Correct it by hand.',
      'The dates of articles {1} were left alone, because they do not have the form that was named, or are no certain days in it. Correct them by hand.',
      indexes.join(', '),
    ),
};

/** The edits of one article. */
interface ArticleEdits {
  readonly index: number;
  readonly edits: readonly Edit[];
}

function byArticle(document: ParsedDocument, edits: readonly Edit[]): readonly ArticleEdits[] {
  const all = grouped(edits, ({ span }) => articleIndex(document, span.start));
  return [...all].map(([index, own]) => ({ index, edits: own }));
}

/**
 * Those of the articles whose edits keep all values. The others are found by halving, so that few parts are parsed again. Articles
 * are parted first where one certainly begins, so that the edits before and after that place are judged apart.
 */
function faithful(document: ParsedDocument, all: readonly ArticleEdits[]): readonly ArticleEdits[] {
  if (keepsAll(document, all)) return all;
  if (all.length === 1) return [];
  const middle = middleOf(document, all);
  const first = faithful(document, all.slice(0, middle));
  const both = [...first, ...faithful(document, all.slice(middle))];
  return keepsAll(document, both) ? both : first;
}

function middleOf({ articles }: ParsedDocument, all: readonly ArticleEdits[]): number {
  const half = all.length >> 1;
  const isCertain = (place: number) => {
    const [last, next] = [all[place - 1], all[place]];
    return last && next && articles.slice(last.index + 1, next.index + 1).some(({ head }) => head !== undefined);
  };
  for (let by = 0; by <= half; by++) for (const place of [half - by, half + by]) if (isCertain(place)) return place;
  return half;
}

/** Whether all values around these articles stay the same: from the article before the first to the one after the last. */
function keepsAll(document: ParsedDocument, all: readonly ArticleEdits[]): boolean {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return true;
  const from = Math.max(0, first.index - 1);
  const articles = document.articles.slice(from, last.index + 2);
  const text = articles.map((article) => article.text).join('');
  const base = document.starts[from] as number;
  const edits = all.flatMap((each) => each.edits).map((edit) => ({ ...edit, span: shifted(edit.span, -base) }));
  return keepsValues(articles, parse(applyEdits(text, edits)).articles);
}

export interface FixedText extends Pick<Fixes, 'unfixed'> {
  readonly text: string;
  /** How many articles it has. */
  readonly articles: number;
}

/** Whether a part of a file, which is cut where an article certainly begins, begins and ends the file. */
export interface PartOfFile {
  readonly first: boolean;
  readonly final: boolean;
}

export const WHOLE: PartOfFile = { first: true, final: true };

/** A file's text, a byte order mark with it, after all fixes of a tier; or that of a part of a file. */
export function fixText(text: string, terms: Terms, tier: Fix['tier'] = 'safe', place: PartOfFile = WHOLE): FixedText {
  return changedText(text, place, (document) => fixes(document, terms, tier));
}

/** The text after the edits that `fixesOf` finds in it. */
export function changedText(
  text: string,
  { first, final }: PartOfFile,
  fixesOf: (document: ParsedDocument) => Fixes,
): FixedText {
  const { mark, content } = markApart(text);
  const parsed = parsePart(content, first, final);
  const { edits, unfixed } = fixesOf(parsed);
  return { text: mark + applyEdits(content, edits), unfixed, articles: articlesIn(parsed) };
}
