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

/** The edits of all fixes of an article that do not overlap and keep every value that they do not name. */
function editsOf(article: Article, findings: readonly Finding[], tier: Fix['tier']): readonly Edit[] {
  const isWanted = (fix: Fix | undefined) =>
    fix !== undefined && !fix.byHand && (fix.tier === 'safe' || tier === 'suggested');
  const fixes = findings.flatMap(({ fixes: [best] = [] }) => (best && isWanted(best) ? [best] : []));
  const together = compatible(fixes);
  const asOne: Fix = { title: '', edits: together, tier, changes: fixes.flatMap(({ changes = [] }) => changes) };
  if (together.length === 0 || isFaithful(article, asOne)) return together;
  const tries = fixes.slice(0, Math.max(1, MOST_WORK / article.text.length));
  return tries.find((fix) => isFaithful(article, fix))?.edits ?? [];
}

/** The edits of all fixes that do not touch those of a fix before them, in order. */
function compatible(fixes: readonly Fix[]): Edit[] {
  const together: Edit[] = [];
  const indexOf = ({ span }: Edit) => countBefore(together, span.start, (other) => other.span);
  for (const { edits } of fixes) {
    if (!edits.every((each) => [-1, 0].every((by) => apart(each, together[indexOf(each) + by])))) continue;
    for (const each of edits) together.splice(indexOf(each), 0, each);
  }
  return together;
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
