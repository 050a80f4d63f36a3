/** Text outside any field: what no field and no marker covers, and whose value it may be. */
import { type Article, type Field, ownMarkers } from '../parse/article';
import { isBlank, type Span, shifted, textOf, trimmed } from '../span';
import { invisibleStretches, REPLACEMENT } from '../text/invisible';

export interface StrayText {
  readonly span: Span;
  /** The empty field right beside it: a marker or a line was moved over the value. */
  readonly home?: Field | undefined;
  /** Where its characters are, if nobody can see any of them. It is no value, and has no home. */
  readonly unseen?: readonly Span[] | undefined;
}

/** Whether a field has both its markers, and nothing but white space between them. */
export function isEmpty({ text }: Article, field: Field): boolean {
  return ownMarkers(field) && isBlank(text, field.value.start, field.value.end);
}

/** The text outside any field, in order. It has a home only where one field and one text can be meant. */
export function strayTexts(article: Article): readonly StrayText[] {
  const empty = article.fields.filter((field) => isEmpty(article, field));
  const ending = new Map(empty.map((field) => [field.span.end, field]));
  const beginning = new Map(empty.map((field) => [field.span.start, field]));
  const claimed = new Map<Field, number>();
  const texts: (StrayText & { beside: Field[] })[] = [];
  for (const gap of gaps(article)) {
    const span = trimmed(article.text, gap);
    if (span.start === span.end) continue;
    const unseen = unseenIn(article, span);
    if (unseen) {
      texts.push({ span, unseen, beside: [] });
      continue;
    }
    const beside = [ending.get(gap.start), beginning.get(gap.end)].filter((field) => field !== undefined);
    for (const field of beside) claimed.set(field, (claimed.get(field) ?? 0) + 1);
    texts.push({ span, beside });
  }
  return texts.map(({ span, unseen, beside: [home, other] }) =>
    home && !other && claimed.get(home) === 1 ? { span, home } : { span, unseen },
  );
}

/** The stretches of characters that nobody can see, if a text is nothing else but white space between them. */
function unseenIn({ text }: Article, span: Span): readonly Span[] | undefined {
  const written = textOf(text, span);
  const stretches = [...invisibleStretches(written)].map((stretch) => shifted(stretch, span.start));
  const isAll = stretches.every(({ start }, i) => isBlank(text, stretches[i - 1]?.end ?? span.start, start));
  return isAll && stretches.at(-1)?.end === span.end && !written.includes(REPLACEMENT) ? stretches : undefined;
}

function* gaps(article: Article): Generator<Span> {
  const covered = [...article.fields.map((field) => field.span), ...article.markers].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end } of covered) {
    if (start > from) yield { start: from, end: start };
    from = Math.max(from, end);
  }
  yield { start: from, end: article.text.length };
}
