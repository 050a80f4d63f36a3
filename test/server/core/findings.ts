/** What the rules say about a text, for tests of the whole verdict. */
import type { Article } from '../../../server/src/core/parse/article';
import { parse } from '../../../server/src/core/parse/parser';
import { applyEdits } from '../../../server/src/core/repair/edit';
import { isFaithful } from '../../../server/src/core/repair/faithful';
import { type Context, check, type Finding } from '../../../server/src/core/rules';
import { fixAll } from '../../../server/src/core/writing/fixAll';

export const context: Context = { today: '2026-01-01', additionalFields: [] };

export interface PlacedFinding extends Finding {
  readonly article: Article;
  /** Offset at which the article begins. */
  readonly base: number;
}

/** All findings in a text at default severities, in order. */
export function findingsIn(text: string): PlacedFinding[] {
  const { articles, starts } = parse(text);
  return articles.flatMap((article, index) =>
    check(article, context).map((finding) => ({ ...finding, article, base: starts[index] ?? 0 })),
  );
}

/** The text after the finding's first fix; undefined when there is none that keeps every value. */
export function fixed(text: string, { fixes, article, base }: PlacedFinding): string | undefined {
  const [fix] = fixes ?? [];
  if (!fix || !isFaithful(article, fix)) return undefined;
  return text.slice(0, base) + applyEdits(article.text, fix.edits) + text.slice(base + article.text.length);
}

/** The text after all safe fixes. */
export function allFixed(text: string): string {
  return applyEdits(text, fixAll(parse(text), context, {}));
}
