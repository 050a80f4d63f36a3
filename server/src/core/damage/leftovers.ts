/** Lines of git that were left when somebody chose one version of a merge conflict. */
import { type Article, fieldAround, firstFrom } from '../parse/article';
import { isBlank, type Span, textOf, touch } from '../span';
import { leftoverLines } from '../text/conflicts';
import type { StrayText } from './strayTexts';
import type { SomeSymptoms, Symptoms } from './symptoms';

export interface Leftover {
  readonly kind: 'leftover';
  /** All of them in the article, at least one. */
  readonly lines: readonly Span[];
  readonly explains: SomeSymptoms;
}

export function* leftovers(article: Article, { stray }: Symptoms): Generator<Leftover> {
  const lines = leftoversIn(article);
  if (lines.length === 0) return;
  const isGits = ({ span }: StrayText) => touch(firstFrom(lines, span.start) ?? NOWHERE, span);
  yield { kind: 'leftover', lines, explains: { stray: [...stray].filter(isGits) } };
}

const NOWHERE: Span = { start: -1, end: -1 };

/** The lines that git left in an article. Under the last line of a text, nothing is drawn, and the first one is under no other. */
export function leftoversIn(article: Article): readonly Span[] {
  const { text, conflicts } = article;
  return leftoverLines(text, conflicts, (line) => {
    const field = fieldAround(article, line);
    if (!field || (field.format?.kind ?? 'text') !== 'text') return false;
    const { start, end } = field.value;
    const isOnly = text.indexOf(textOf(text, line), line.end) === -1;
    return !isBlank(text, line.end, end) && !(isOnly && isBlank(text, start, line.start));
  });
}
