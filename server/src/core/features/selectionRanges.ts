/**
 * The steps of *Expand Selection*: word, sentence, paragraph, value, field, article. People need them in a line of 25,000
 * characters.
 */
import { type Article, markedSpan } from '../parse/article';
import { type Span, shifted, trimmed } from '../span';
import { fieldAt, holds, markerAt } from './atOffset';

/** The spans around an offset of an article, from the narrowest to the widest. */
export function selectionRanges(article: Article, offset: number): readonly Span[] {
  const field = fieldAt(article, offset);
  const marker = markerAt(article, offset);
  const steps: Span[] = [];
  if (marker) {
    steps.push(marker);
  } else if (field && holds(field.value, offset)) {
    const paragraph = paragraphAt(article.text, field.value, offset);
    steps.push(
      ...segmentAt(article.text, paragraph, offset, 'word'),
      ...segmentAt(article.text, paragraph, offset, 'sentence'),
      trimmed(article.text, paragraph),
      field.value,
    );
  }
  if (field) steps.push(field.span);
  steps.push(markedSpan(article), { start: 0, end: article.text.length });
  return widening(steps.filter((step) => holds(step, offset)));
}

/** The steps that contain the one before and are wider. */
function widening(steps: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    const holdsLast = !last || (step.start <= last.start && step.end >= last.end);
    const isWider = !last || step.start < last.start || step.end > last.end;
    if (holdsLast && isWider) kept.push(step);
  }
  return kept;
}

/** The part of a value between line ends, around an offset. */
function paragraphAt(text: string, value: Span, offset: number): Span {
  let start = offset;
  while (start > value.start && !isLineEnd(text, start - 1)) start--;
  let end = offset;
  while (end < value.end && !isLineEnd(text, end)) end++;
  return { start, end };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** The word or sentence at an offset, or else right before it, by Unicode's rules (UAX #29). */
function segmentAt(text: string, within: Span, offset: number, granularity: 'word' | 'sentence'): Span[] {
  const segments = new Intl.Segmenter('en', { granularity }).segment(text.slice(within.start, within.end));
  for (const at of [offset, offset - 1]) {
    const found = segments.containing(at - within.start);
    if (!found || (granularity === 'word' && !found.isWordLike)) continue;
    const span = { start: found.index, end: found.index + found.segment.length };
    return [trimmed(text, shifted(span, within.start))];
  }
  return [];
}
