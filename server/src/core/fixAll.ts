/** All fixes of a kind at once, until nothing is left to fix. */
import type { Article } from './article';
import { edited, type Pieces, smallestEdits } from './compose';
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
  let pieces: Pieces = [{ start: 0, end: document.length }];
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
    pieces = edited(pieces, edits);
    for (const { span, text } of edits.reverse()) fixed = edit(fixed, span, text);
  }
  return smallestEdits(pieces, document.articles.map(({ text }) => text).join(''));
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
