/** Reads a run of markers as articles, each with offsets from its own start. */

import { FIELDS, fieldRank } from '../format';
import type { Marker } from '../markers/scanner';
import { isWhiteSpace, type Span, shifted, skipWhiteSpace, trimmed } from '../span';
import { mayHaveConflict, withoutOthers } from '../text/conflicts';
import type { Article, Field } from './article';
import { readArticles } from './recovery/readArticles';
import type { ArticleReading, FieldReading } from './recovery/reading';
import type { MarkedRun } from './runs';

/** The articles of a run; `first` says whether it begins the document. */
export function articlesOf(text: string, run: MarkedRun, first: boolean): Article[] {
  const readings = readingsOf(text, run);
  return readings.map(({ start, markers, fields, faults, isWhole }, index) => {
    const end = readings[index + 1]?.start ?? run.end;
    // One object for each marker, so that markers of fields and of faults can be compared by identity.
    const own = new Map(markers.map((marker) => [marker, shifted(marker, -start)]));
    return {
      text: text.slice(start, end),
      markers: [...own.values()],
      fields: fields.map((field) => fieldAt(text, field, start, own)),
      faults: faults.map(({ code, marker, partner }) => ({
        code,
        marker: own.get(marker) ?? shifted(marker, -start),
        partner: partner && own.get(partner), // Not one of the next article.
      })),
      conflicts: within(run.conflicts, start, end),
      isWhole: isWhole && run.conflicts.length === 0 && !mayHaveConflict(text, { start, end }),
      healthy: undefined,
      head: index === 0 ? run.head : undefined,
      first: first && index === 0,
      final: run.final && index === readings.length - 1,
      glued: isGlued(text, run, readings[index + 1]),
    };
  });
}

/** The readings of the run. Of each conflict, only the first version is read. */
function readingsOf(text: string, { markers, conflicts, start, end }: MarkedRun): readonly ArticleReading[] {
  if (conflicts.length === 0) return readArticles(text, markers, start, end);
  const isRead = (marker: Marker) =>
    conflicts.every(({ other }) => marker.end <= other.start || marker.start >= other.end);
  return readArticles(withoutOthers(text, conflicts), markers.filter(isRead), start, end);
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
