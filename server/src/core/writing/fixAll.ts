/** All fixes of a kind at once, until nothing is left to fix. */
import type { Article } from '../parse/article';
import { articleIndex, edit, type ParsedDocument, wholeText } from '../parse/parser';
import type { Edit, Fix } from '../repair/edit';
import { applyEdits } from '../repair/edit';
import { isFaithful } from '../repair/faithful';
import { type Context, check, type Finding, type Severities } from '../rules';
import { countBefore, shifted } from '../span';
import { finished, type Steps } from '../steps';
import { edited, type Parts, smallestEdits } from './compose';

/** A fix may make another one possible. No article has ever needed more rounds than this. */
const MOST_ROUNDS = 10;

/** Fixes are tried one by one as long as that reads at most so many characters. Only hostile articles need more. */
const MOST_WORK = 5_000_000;

/** Which fixes are wanted, by their findings and by their tier. */
export interface Wanted {
  readonly isWanted?: (finding: Finding) => boolean;
  /** With `suggested`, the best fix of each finding, even if a person should decide; not one that is only applied by hand. */
  readonly tier?: Fix['tier'];
}

/**
 * The edits, in offsets of the document, that apply every safe fix, or those that are wanted. After them there are no more.
 */
export function fixAll(
  document: ParsedDocument,
  context: Context,
  severities: Severities,
  wanted: Wanted = {},
): readonly Edit[] {
  return finished(fixing(document, context, severities, wanted));
}

/** `fixAll` in steps, most of which take as long as an article. */
export function* fixing(
  document: ParsedDocument,
  context: Context,
  severities: Severities,
  { isWanted = () => true, tier = 'safe' }: Wanted = {},
): Steps<readonly Edit[]> {
  let fixed = document;
  let parts: Parts = [{ start: 0, end: document.length }];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits: Edit[] = [];
    for (const [index, article] of fixed.articles.entries()) {
      if (round > 0 && article === document.articles[index]) continue;
      yield;
      const base = fixed.starts[index] as number;
      for (const each of editsOf(article, check(article, context, severities).filter(isWanted), tier)) {
        edits.push({ ...each, span: shifted(each.span, base) });
      }
    }
    if (edits.length === 0) break;
    parts = edited(parts, edits);
    fixed = withEdits(fixed, edits);
  }
  return smallestEdits(parts, wholeText(document));
}

/** The edits of all fixes of an article that keep every value that they do not name; if not together, those of the first. */
function editsOf(article: Article, findings: readonly Finding[], tier: Fix['tier']): readonly Edit[] {
  const fixes = bestFixes(findings, tier);
  const together = compatible(fixes);
  if (together.length === 0 || areFaithful(article, together, tier))
    return together.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start);
  const tries = fixes.slice(0, Math.max(1, MOST_WORK / article.text.length));
  return tries.find((fix) => isFaithful(article, fix))?.edits ?? [];
}

/** The safe fixes of an article that are applied together; none if together they would change a value. */
export function safeFixes(article: Article, findings: readonly Finding[]): readonly Fix[] {
  const together = compatible(bestFixes(findings, 'safe'));
  return together.length > 0 && areFaithful(article, together, 'safe') ? together : [];
}

function bestFixes(findings: readonly Finding[], tier: Fix['tier']): readonly Fix[] {
  const isWanted = (fix: Fix) => !fix.byHand && (fix.tier === 'safe' || tier === 'suggested');
  return findings.flatMap(({ fixes: [best] = [] }) => (best && isWanted(best) ? [best] : []));
}

function areFaithful(article: Article, fixes: readonly Fix[], tier: Fix['tier']): boolean {
  const edits = fixes.flatMap((fix) => fix.edits);
  return isFaithful(article, { title: '', edits, tier, changes: fixes.flatMap(({ changes = [] }) => changes) });
}

/** The fixes that do not touch the edits of a fix before them. */
function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const together: Edit[] = [];
  const indexOf = ({ span }: Edit) => countBefore(together, span.start, (other) => other.span);
  return fixes.filter(({ edits }) => {
    if (!edits.every((each) => [-1, 0].every((by) => apart(each, together[indexOf(each) + by])))) return false;
    for (const each of edits) together.splice(indexOf(each), 0, each);
    return true;
  });
}

function apart(a: Edit, b: Edit | undefined): boolean {
  return !b || a.span.end < b.span.start || b.span.end < a.span.start;
}

/** The document after edits that are in order and do not overlap. They are applied as one, so that nothing is parsed twice. */
function withEdits(document: ParsedDocument, edits: readonly Edit[]): ParsedDocument {
  const start = edits[0]?.span.start ?? 0;
  const end = edits.at(-1)?.span.end ?? start;
  const first = articleIndex(document, start);
  const touched = document.articles.slice(first, articleIndex(document, end) + 1);
  const base = document.starts[first] ?? 0;
  const text = touched
    .map((article) => article.text)
    .join('')
    .slice(start - base, end - base);
  const within = edits.map((each) => ({ ...each, span: shifted(each.span, -start) }));
  return edit(document, { start, end }, applyEdits(text, within));
}
