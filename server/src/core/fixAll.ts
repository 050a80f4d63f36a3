/** All fixes of a kind at once, until nothing is left to fix. */
import type { Article } from './article';
import { edit, type ParsedDocument } from './parser';
import { isFaithful } from './repair';
import { type Context, check, type Edit, type Finding, type Fix, type Severities } from './rules';
import { shifted } from './span';

/** Fixes may make room for one another; more rounds than this no article has ever needed. */
const MOST_ROUNDS = 10;

/**
 * The edits, in offsets of the document, that apply every safe fix, or those of one rule. Applying them and asking
 * again gives none. With the tier `suggested`, each finding's best fix is applied, also where a person should decide.
 */
export function fixAll(
  document: ParsedDocument,
  context: Context,
  severities: Severities,
  wanted: (finding: Finding) => boolean = () => true,
  tier: Fix['tier'] = 'safe',
): readonly Edit[] {
  let fixed = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = fixed.articles.flatMap((article, index) =>
      round > 0 && article === document.articles[index]
        ? []
        : editsOf(article, check(article, context, severities).filter(wanted), tier).map((each) => ({
            ...each,
            span: shifted(each.span, fixed.starts[index] as number),
          })),
    );
    if (edits.length === 0) break;
    for (const { span, text } of edits.reverse()) fixed = edit(fixed, span, text);
  }
  return difference(document, fixed);
}

/** The edits of all fixes of an article that get along with each other and keep every value that they do not name. */
function editsOf(article: Article, findings: readonly Finding[], tier: Fix['tier']): readonly Edit[] {
  const isWanted = (fix: Fix | undefined) => fix !== undefined && (fix.tier === 'safe' || tier === 'suggested');
  const fixes = findings.flatMap(({ fixes: [best] = [] }) => (best && isWanted(best) ? [best] : []));
  const together: Edit[] = [];
  for (const { edits } of fixes) {
    if (edits.every((each) => together.every((other) => apart(each, other)))) together.push(...edits);
  }
  together.sort((a, b) => a.span.start - b.span.start);
  const asOne: Fix = { title: '', edits: together, tier, changes: fixes.flatMap(({ changes = [] }) => changes) };
  if (together.length === 0 || isFaithful(article, asOne)) return together;
  return fixes.find((fix) => isFaithful(article, fix))?.edits ?? [];
}

function apart(a: Edit, b: Edit): boolean {
  return a.span.end < b.span.start || b.span.end < a.span.start;
}

/** What changed from one document to the other: one edit for each article, without what is the same at its ends. */
function difference(before: ParsedDocument, after: ParsedDocument): readonly Edit[] {
  if (before.articles.length !== after.articles.length) {
    return textDifference(textOf(before), textOf(after), 0);
  }
  return before.articles.flatMap((article, index) =>
    textDifference(article.text, (after.articles[index] as Article).text, before.starts[index] as number),
  );
}

function textOf({ articles }: ParsedDocument): string {
  return articles.map(({ text }) => text).join('');
}

function textDifference(before: string, after: string, base: number): readonly Edit[] {
  if (before === after) return [];
  const shortest = Math.min(before.length, after.length);
  let same = 0;
  while (same < shortest && before[same] === after[same]) same++;
  let tail = 0;
  while (tail < shortest - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const span = { start: base + same, end: base + before.length - tail };
  return [{ span, text: after.slice(same, after.length - tail) }];
}
