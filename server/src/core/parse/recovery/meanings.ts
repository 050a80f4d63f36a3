/**
 * What a marker may mean where it is: it opens or closes a field, as it should, or it is one of the faults that people make.
 * The search tries all meanings; the cheapest explanation of the whole run wins.
 */

import { fieldRank } from '../../format';
import type { Marker } from '../../markers/scanner';
import type { SyntaxFault } from '../article';
import { hasLast } from './articleSoFar';
import type { CandidateList } from './candidateList';
import { COST } from './costs';
import type { Event, Events } from './events';
import { paired, unclosed, unopened } from './reading';
import type { Way } from './way';

export interface Meaning {
  /** The cost of the fault, without that of the places of its fields. */
  readonly cost: number;
  /** Index of the candidate that comes next. */
  readonly next: number;
  /** The START that is open afterwards. */
  readonly open: Marker | undefined;
  /** Called only for a way that is worth following. */
  readonly events: () => Events;
}

const NOTHING: Event = {};

/** What candidate i, read as this marker, may mean on a way. */
export function meaningsOf(list: CandidateList, way: Way, i: number, marker: Marker): readonly Meaning[] {
  const { open } = way;
  if (!open) return marker.side === 'start' ? startOutside(list, way, i, marker) : endOutside(list, way, i, marker);
  return marker.side === 'start' ? startInside(list, open, i, marker) : endInside(open, i, marker);
}

/** A START outside any field. */
function startOutside(list: CandidateList, way: Way, i: number, marker: Marker): Meaning[] {
  const stray = strayCost(list, way, i);
  return [
    meaning(stray, i + 1, marker, () => events([marker], NOTHING, perhaps(articleStart(list, way, i, marker)))),
    // It opens nothing.
    meaning(stray + COST.unmatched, i + 1, undefined, () => events([marker], { fault: unmatched(marker) })),
  ];
}

/** An END outside any field. */
function endOutside(list: CandidateList, way: Way, i: number, marker: Marker): Meaning[] {
  const stray = strayCost(list, way, i);
  return [
    // The START is lost: the text before the END is the value.
    meaning(COST.unmatched, i + 1, undefined, () =>
      events([marker], NOTHING, perhaps(articleStart(list, way, i, marker)), {
        fault: unmatched(marker),
        field: unopened(marker, way.from),
      }),
    ),
    // It closes nothing.
    meaning(stray + COST.unmatched, i + 1, undefined, () => events([marker], { fault: unmatched(marker) })),
    ...withNextMarker(list, way, i, marker, stray),
  ];
}

/** What an END outside any field may mean together with the marker that comes next. */
function withNextMarker(list: CandidateList, way: Way, i: number, marker: Marker, stray: number): Meaning[] {
  const [next, at] = list.firmAfter(i);
  if (!next || list.isBlankBetween(i, at)) return [];
  const between = (letters: string) => () =>
    events([marker, next], NOTHING, perhaps(articleStart(list, way, i, marker)), {
      fault: crossed(marker, next),
      field: paired(marker, next, letters),
    });
  // An END where the START belongs; or START and END are exchanged.
  if (next.side === 'end') return [meaning(stray + COST.wrongSide, at + 1, undefined, between(next.letters))];
  return next.letters === marker.letters ? [meaning(COST.wrongSide, at + 1, undefined, between(marker.letters))] : [];
}

/** An END inside the field that `open` has opened. */
function endInside(open: Marker, i: number, marker: Marker): Meaning[] {
  const stray = () => events([marker], { fault: unmatched(marker, open) });
  if (marker.letters === open.letters) {
    return [
      meaning(0, i + 1, undefined, () => events([marker], { field: paired(open, marker) })),
      meaning(COST.closing, i + 1, open, stray),
    ];
  }
  const closing = (letters: string) => () =>
    events([marker], { fault: crossed(marker, open), field: paired(open, marker, letters) });
  return [
    meaning(COST.crossed, i + 1, undefined, closing(open.letters)),
    meaning(COST.crossed, i + 1, undefined, closing(marker.letters)),
    meaning(COST.unmatched, i + 1, open, stray),
  ];
}

/** A START inside the field that `open` has opened. */
function startInside(list: CandidateList, open: Marker, i: number, marker: Marker): Meaning[] {
  return [
    // The END of the open field is lost: it ends here.
    meaning(COST.unmatched, i + 1, marker, () =>
      events([marker], { fault: unmatched(open, marker), field: unclosed(open, marker.start) }, perhaps(marker.start)),
    ),
    // It opens nothing.
    meaning(COST.unmatched, i + 1, open, () => events([marker], { fault: unmatched(marker, open) })),
    // A START where the END belongs.
    meaning(COST.wrongSide, i + 1, undefined, () =>
      events([marker], { fault: crossed(marker, open), field: paired(open, marker) }),
    ),
    ...withNextEnd(list, open, i, marker),
  ];
}

/** What a START inside a field may mean together with the END that comes next. */
function withNextEnd(list: CandidateList, open: Marker, i: number, marker: Marker): Meaning[] {
  const [next, at] = list.firmAfter(i);
  if (next?.side !== 'end') return [];
  const [last, lastAt] = list.firmAfter(at);
  if (next.letters === marker.letters) {
    // A field inside a field of the same name: each needs its own END.
    if (marker.letters === open.letters && last?.side !== 'end') return [];
    return [nested(open, marker, next, at + 1)];
  }
  if (next.letters !== open.letters || last?.side !== 'end' || last.letters !== marker.letters) return [];
  return exchanged(open, marker, next, last, lastAt + 1);
}

/** A whole field inside the open one. */
function nested(open: Marker, start: Marker, end: Marker, next: number): Meaning {
  const cost = fieldRank(start.letters) === 0 ? COST.nestedNumber : COST.nested;
  const fault: SyntaxFault = { code: 'nested-field', marker: start, partner: open };
  return meaning(cost, next, open, () => events([start, end], { fault }));
}

/** The END of one field and the START of the next are exchanged. */
function exchanged(open: Marker, start: Marker, end: Marker, last: Marker, next: number): Meaning[] {
  const markers = [start, end, last];
  const first = { field: paired(open, start) };
  const field = paired(end, last, last.letters);
  return [
    meaning(COST.crossed, next, undefined, () =>
      events(markers, first, undefined, { fault: crossed(end, start), field }),
    ),
    // The other field begins the next article, which reports the fault, because the field is not in this one.
    meaning(COST.crossed, next, undefined, () =>
      events(markers, first, { start: end.start, isCertain: true }, { fault: crossed(end), field }),
    ),
  ];
}

function strayCost(list: CandidateList, way: Way, i: number): number {
  return list.isBlankFrom(way.from, i) ? 0 : COST.stray;
}

/**
 * Where an article would begin: at its first marker; when that is lost, right after the marker before it. But if the article
 * before has no TEXT yet, the text between is part of that article.
 */
function articleStart(list: CandidateList, { from, article }: Way, i: number, marker: Marker): number {
  const isText = marker.side === 'start' && !hasLast(article);
  return isText || list.isBlankFrom(from, i) ? list.startOf(i) : from;
}

function meaning(cost: number, next: number, open: Marker | undefined, events: () => Events): Meaning {
  return { cost, next, open, events };
}

function events(markers: readonly Marker[], here: Event, border?: Events['border'], after = NOTHING): Events {
  return { markers, here, border, after };
}

function perhaps(start: number): Events['border'] {
  return { start, isCertain: false };
}

function unmatched(marker: Marker, partner?: Marker): SyntaxFault {
  return { code: marker.side === 'start' ? 'unmatched-start' : 'unmatched-end', marker, partner };
}

function crossed(marker: Marker, partner?: Marker): SyntaxFault {
  return { code: 'crossed-fields', marker, partner };
}
