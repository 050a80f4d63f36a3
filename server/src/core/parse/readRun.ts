/** Reads a run of markers as articles, each with offsets from its own start. */

import { FIELDS, fieldRank } from '../format';
import type { Marker } from '../markers/scanner';
import { countBefore, isWhiteSpace, type Span, shifted, skipWhiteSpace, touch, trimmed } from '../span';
import { mayHaveConflict, withoutOthers } from '../text/conflicts';
import type { Article, Field } from './article';
import { blanked, type Jumble } from './jumbles';
import { readArticles } from './recovery/readArticles';
import type { ArticleReading, FieldReading } from './recovery/reading';
import type { MarkedRun } from './runs';

/** The articles of a run; `first` says whether it begins the document. */
export function articlesOf(text: string, run: MarkedRun, first: boolean): Article[] {
  const { start, end, jumbles, conflicts } = run;
  if (jumbles.length + conflicts.length === 0) return articlesIn(text, run, first);
  // Parts of it are replaced. To copy all of the text for that would take long.
  return articlesIn(text.slice(start, end), apart(run), first);
}

/** The run as if its text were only its own. */
function apart({ start, end, markers, jumbles, conflicts, head, final }: MarkedRun): MarkedRun {
  const own = new Map(markers.map((marker) => [marker, shifted(marker, -start)]));
  return {
    ...{ start: 0, end: end - start, head, final },
    markers: [...own.values()],
    jumbles: jumbles.map((jumble) => jumbleAt(jumble, start, own)),
    conflicts: conflicts.map((conflict) => ({ ...shifted(conflict, -start), other: shifted(conflict.other, -start) })),
  };
}

function articlesIn(text: string, run: MarkedRun, first: boolean): Article[] {
  const legible = blanked(text, run.jumbles);
  const readings = readingsOf(legible, run);
  return readings.map(({ start, markers, fields, faults, isWhole }, index) => {
    const end = readings[index + 1]?.start ?? run.end;
    const jumbles = run.jumbles.slice(startsBefore(run.jumbles, start), startsBefore(run.jumbles, end));
    // One object for each marker, so that markers of fields and of faults can be compared by identity.
    const own = new Map(withEdges(markers, jumbles).map((marker) => [marker, shifted(marker, -start)]));
    return {
      text: text.slice(start, end),
      markers: [...own.values()],
      fields: fields.map((field) => fieldAt(legible, field, start, own)),
      faults: faults.map(({ code, marker, partner }) => ({
        code,
        marker: own.get(marker) ?? shifted(marker, -start),
        partner: partner && own.get(partner), // Not one of the next article.
      })),
      jumbles: jumbles.map((jumble) => jumbleAt(jumble, start, own)),
      conflicts: within(run.conflicts, start, end),
      isWhole: isWhole && jumbles.length + run.conflicts.length === 0 && !mayHaveConflict(text, { start, end }),
      healthy: undefined,
      head: index === 0 ? run.head : undefined,
      first: first && index === 0,
      final: run.final && index === readings.length - 1,
      glued: isGlued(text, run, readings[index + 1]),
    };
  });
}

/** The readings of the run. Of each conflict, only the first version is read, and of each jumble nothing. */
function readingsOf(text: string, { markers, jumbles, conflicts, start, end }: MarkedRun): readonly ArticleReading[] {
  if (jumbles.length + conflicts.length === 0) return readArticles(text, markers, start, end);
  const edges = new Set(jumbles.flatMap(({ first, last }) => [first, last]));
  const isRead = (marker: Marker) => !edges.has(marker) && conflicts.every(({ other }) => !touch(marker, other));
  return readArticles(withoutOthers(text, conflicts), markers.filter(isRead), start, end);
}

/** The markers of an article with the first and the last one of each of its jumbles, in order. */
function withEdges(markers: readonly Marker[], jumbles: readonly Jumble[]): readonly Marker[] {
  if (jumbles.length === 0) return markers;
  const edges = jumbles.flatMap(({ first, last }) => [first, last]);
  return [...markers, ...edges].sort((a, b) => a.start - b.start);
}

/** A jumble with offsets relative to `base`, and the markers there. */
function jumbleAt(jumble: Jumble, base: number, own: ReadonlyMap<Marker, Marker>): Jumble {
  const { first, last } = jumble;
  return { ...shifted(jumble, -base), first: own.get(first) ?? first, last: own.get(last) ?? last };
}

/** How many jumbles begin before an offset. */
function startsBefore(jumbles: readonly Jumble[], offset: number): number {
  return countBefore(jumbles, offset, (jumble) => jumble);
}

/** The parts of conflicts in an article, relative to its start. */
function within(conflicts: readonly Span[], start: number, end: number): readonly Span[] {
  return conflicts.flatMap((conflict) => {
    const span = { start: Math.max(start, conflict.start), end: Math.min(end, conflict.end) };
    return span.start < span.end ? [shifted(span, -start)] : [];
  });
}

/** Whether the next article begins with a marker, without white space before it. */
function isGlued(text: string, run: MarkedRun, next: ArticleReading | undefined): boolean {
  if (!next && run.final) return false;
  const start = next?.start ?? run.end;
  const first = next?.markers[0];
  // Where a misspelled marker begins is only a guess.
  return (
    (!next || (first?.start === start && !first.misspelled)) && start > 0 && !isWhiteSpace(text.charCodeAt(start - 1))
  );
}

/** A field with offsets relative to `base`, the start of its article. */
function fieldAt(text: string, reading: FieldReading, base: number, own: ReadonlyMap<Marker, Marker>): Field {
  const { letters, start, end, misplaced, duplicate } = reading;
  const value = valueSpan(text, reading);
  return {
    letters,
    format: FIELDS[fieldRank(letters)],
    start: start && own.get(start),
    end: end && own.get(end),
    value: shifted(value, -base),
    span: { start: (start ?? value).start - base, end: (end ?? value).end - base },
    misplaced,
    duplicate,
  };
}

/** Without one white-space character beside each marker; without all of it where a marker is lost: its share is unknown. */
function valueSpan(text: string, { start, end, inside }: FieldReading): Span {
  const first = start ? skipOne(text, inside.start, inside.end) : skipWhiteSpace(text, inside.start, inside.end);
  if (!end) return trimmed(text, { start: first, end: inside.end });
  return { start: first, end: skipOneBack(text, inside.end, first) };
}

/** The offset after one white-space character (a CRLF counts as one) at `at`, if it ends at `limit` or before. */
function skipOne(text: string, at: number, limit: number): number {
  if (at >= limit || !isWhiteSpace(text.charCodeAt(at))) return at;
  return text.startsWith('\r\n', at) && at + 2 <= limit ? at + 2 : at + 1;
}

/** The offset before one white-space character (a CRLF counts as one) that ends at `at`, if it begins at `limit` or later. */
function skipOneBack(text: string, at: number, limit: number): number {
  if (at <= limit || !isWhiteSpace(text.charCodeAt(at - 1))) return at;
  return at - 2 >= limit && text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
}
