/** Stray text: text outside all fields and markers. It may be the value of an empty field beside it. */
import { type Article, type Field, ownMarkers } from '../parse/article';
import { isBlank, type Span, shifted, textOf, trimmed } from '../span';
import { invisibleSequences, REPLACEMENT } from '../text/invisible';

export interface StrayText {
  readonly span: Span;
  /** The empty field right beside it, if the text is probably its value: a marker or a line was moved across it. */
  readonly home?: Field | undefined;
  /** Where its characters are, if all of them are invisible. Such a text is not a value, and has no home. */
  readonly unseen?: readonly Span[] | undefined;
}

/** Whether a field has both its markers, with only white space between them. */
export function isEmpty({ text }: Article, field: Field): boolean {
  return ownMarkers(field) && isBlank(text, field.value.start, field.value.end);
}

/** The stray texts, in order. A text has a home only if there is one empty field beside it, and that has no other text beside it. */
export function strayTexts(article: Article): readonly StrayText[] {
  const empty = article.fields.filter((field) => isEmpty(article, field));
  const ending = new Map(empty.map((field) => [field.span.end, field]));
  const beginning = new Map(empty.map((field) => [field.span.start, field]));
  const claimed = new Map<Field, number>();
  const texts: (StrayText & { beside: Field[] })[] = [];
  for (const gap of uncovered(article)) {
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

/** The sequences of invisible characters, if a text consists of them and of white space between them. */
function unseenIn({ text }: Article, span: Span): readonly Span[] | undefined {
  const content = textOf(text, span);
  const sequences = [...invisibleSequences(content)].map((sequence) => shifted(sequence, span.start));
  const isAll = sequences.every(({ start }, i) => isBlank(text, sequences[i - 1]?.end ?? span.start, start));
  return isAll && sequences.at(-1)?.end === span.end && !content.includes(REPLACEMENT) ? sequences : undefined;
}

/** What is outside all fields and markers, white space included. */
function* uncovered(article: Article): Generator<Span> {
  const covered = [...article.fields.map((field) => field.span), ...article.markers, ...article.jumbles].sort(
    (a, b) => a.start - b.start,
  );
  let from = 0;
  for (const { start, end } of covered) {
    if (start > from) yield { start: from, end: start };
    from = Math.max(from, end);
  }
  yield { start: from, end: article.text.length };
}
