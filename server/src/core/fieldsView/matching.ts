/** Matches the pieces of a document after an edit with those before it. */
import { diffArrays } from 'diff';
import type { Span } from '../span';
import type { Piece } from './pieces';

/** Lists with more differences are matched by position, or not at all: more would take too long. */
const MOST_DIFFERENCES = 1000;

/**
 * For each piece in `after`, the index of its partner in `before`: the same piece, or the one that it replaces; undefined for a
 * new piece. Partners are in the same order.
 */
export function matching(before: readonly Piece[], after: readonly Piece[]): readonly (number | undefined)[] {
  const partners: (number | undefined)[] = after.map(() => undefined);
  const matchPieces = (old: Span, now: Span) => {
    for (const [from, to] of segments(texts(before, old), texts(after, now))) {
      if (length(from) !== length(to)) continue;
      for (let i = 0; i < length(to); i++) partners[now.start + to.start + i] = old.start + from.start + i;
    }
  };
  // By articles first, then by the pieces in them: a change in every article is then many small differences.
  const [oldArticles, newArticles] = [byArticle(before), byArticle(after)];
  for (const [from, to] of segments(keys(before, oldArticles), keys(after, newArticles))) {
    const old = oldArticles.slice(from.start, from.end);
    const now = newArticles.slice(to.start, to.end);
    if (old.length === now.length) {
      for (const [i, article] of now.entries()) matchPieces(old[i] as Span, article);
    } else {
      matchPieces(cover(old), cover(now));
    }
  }
  return partners;
}

/** The segments of two lists, in order: those in which they are equal, and between them those in which they differ. */
function* segments(before: readonly string[], after: readonly string[]): Generator<[old: Span, now: Span]> {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  yield [
    { start: 0, end: head },
    { start: 0, end: head },
  ];
  yield* differences(before, after, head, tail);
  yield [
    { start: before.length - tail, end: before.length },
    { start: after.length - tail, end: after.length },
  ];
}

/** The same, between a number of equal strings at the beginning and at the end. */
function* differences(
  before: readonly string[],
  after: readonly string[],
  head: number,
  tail: number,
): Generator<[old: Span, now: Span]> {
  const middle = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)] as const;
  const changes = diffArrays([...middle[0]], [...middle[1]], { maxEditLength: MOST_DIFFERENCES }) ?? [
    { removed: true, added: false, count: middle[0].length },
    { removed: false, added: true, count: middle[1].length },
  ];
  let [old, now] = [
    { start: head, end: head },
    { start: head, end: head },
  ];
  for (const { added, removed, count } of changes) {
    // A removal comes before the addition in its place; everything else begins a new segment.
    if (!added) {
      yield [old, now];
      [old, now] = [
        { start: old.end, end: old.end },
        { start: now.end, end: now.end },
      ];
    }
    if (!added) old = { start: old.start, end: old.end + count };
    if (!removed) now = { start: now.start, end: now.end + count };
  }
  yield [old, now];
}

/** The pieces of each article, as spans of indices. */
function byArticle(pieces: readonly Piece[]): Span[] {
  const borders = pieces.flatMap(({ article }, index) => (article === pieces[index - 1]?.article ? [] : [index]));
  return borders.map((start, index) => ({ start, end: borders[index + 1] ?? pieces.length }));
}

/** By what an article is recognised: its first value, which is its number. */
function keys(pieces: readonly Piece[], articles: readonly Span[]): string[] {
  return articles.map(({ start, end }) => pieces.slice(start, end).find(({ role }) => role === 'value')?.text ?? '');
}

function texts(pieces: readonly Piece[], { start, end }: Span): string[] {
  return pieces.slice(start, end).map(({ text }) => text);
}

function cover(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

function length({ start, end }: Span): number {
  return end - start;
}
