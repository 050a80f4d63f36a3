/** A way: one reading of a run up to some candidate, which is a path of the search, and the state that it has reached. */

import type { Marker } from '../../markers/scanner';
import type { SyntaxFault } from '../article';
import { type ArticleSoFar, EMPTY, missingCost, type Placing, placings } from './articleSoFar';
import type { Event, Events } from './events';
import type { ArticleReading, FieldReading } from './reading';

export interface Way {
  readonly cost: number;
  /** The START that is open. */
  readonly open: Marker | undefined;
  /** Where the last marker that was read ends. */
  readonly from: number;
  /** The current article. */
  readonly article: ArticleSoFar;
  /** The last step of the way; each step refers to the one before. */
  readonly step: Step | undefined;
}

/** One step of a way. It refers to the events and does not copy them, because a search makes millions of steps. */
interface Step {
  readonly previous: Step | undefined;
  readonly events: Events;
  /** The places of the fields of both events. */
  readonly here: Placing | undefined;
  readonly after: Placing | undefined;
  /** Whether the possible border of the events is a border on this way. */
  readonly isBorder: boolean;
}

/** The way before the first marker of a run that begins at `start`. */
export function wayFrom(start: number): Way {
  return { cost: 0, open: undefined, from: start, article: EMPTY, step: undefined };
}

/** The state of a way after events: the START that is open, where the last marker ends, and the cost so far. */
export interface Destination {
  readonly open: Marker | undefined;
  readonly from: number;
  readonly paid: number;
}

/** A collection that keeps the best of the ways that it is offered. */
export interface Ways {
  /** Whether a way of this cost may be kept. */
  accepts(cost: number): boolean;
  /** Keeps a way if it is among the best. */
  offer(way: Way): void;
}

/**
 * Offers a front the ways that continue a way by events: with and without the possible border, and one for each place that
 * a field can take in its article. Ways that cost too much are not made.
 */
export function offerAfter(
  front: Ways,
  { article, step }: Way,
  events: Events,
  { open, from, paid }: Destination,
  text: string,
): void {
  for (const here of placed(article, events.here, text)) {
    const first = here?.article ?? article;
    const cost = paid + (here?.cost ?? 0);
    if (!front.accepts(cost)) continue;
    for (const isBorder of bordersAfter(first, events.border)) {
      const next = isBorder ? EMPTY : first;
      const costThere = isBorder ? cost + missingCost(first) : cost;
      if (!front.accepts(costThere)) continue;
      for (const after of placed(next, events.after, text)) {
        const costAfter = costThere + (after?.cost ?? 0);
        if (!front.accepts(costAfter)) continue;
        const last: Step = { previous: step, events, here, after, isBorder };
        front.offer({ cost: costAfter, open, from, article: after?.article ?? next, step: last });
      }
    }
  }
}

const NO_PLACING = [undefined] as const;
const NO_BORDER = [false] as const;
const BORDER = [true] as const;
const PERHAPS = [false, true] as const;

function placed(article: ArticleSoFar, { field }: Event, text: string): readonly (Placing | undefined)[] {
  return field ? placings(article, field, text) : NO_PLACING;
}

/** Whether another article begins, in each way that is possible. */
function bordersAfter({ seen }: ArticleSoFar, border: Events['border']): readonly boolean[] {
  if (border?.isCertain) return BORDER;
  return border && seen !== 0 ? PERHAPS : NO_BORDER;
}

/** The articles that a way has read in a run that begins at `start`. */
export function articlesOn(way: Way, start: number): readonly ArticleReading[] {
  const steps: Step[] = [];
  for (let step = way.step; step; step = step.previous) steps.push(step);
  const markers: Marker[] = [];
  let article: OpenArticle = { start, fields: [], faults: [] };
  const articles = [article];
  for (const { events, here, after, isBorder } of steps.reverse()) {
    for (const marker of events.markers) markers.push(marker);
    put(article, events.here, here);
    if (isBorder && events.border) {
      article = { start: events.border.start, fields: [], faults: [] };
      articles.push(article);
    }
    put(article, events.after, after);
  }
  return withMarkers(articles, markers);
}

type OpenArticle = { start: number; fields: FieldReading[]; faults: SyntaxFault[] };

function put({ fields, faults }: OpenArticle, { fault }: Event, placing: Placing | undefined): void {
  if (fault) faults.push(fault);
  if (placing) fields.push(fieldReading(placing));
}

function fieldReading({ field, misplaced, duplicate }: Placing): FieldReading {
  return { ...field, misplaced, duplicate };
}

/** Gives each article the markers that are in it. */
function withMarkers(articles: readonly OpenArticle[], markers: readonly Marker[]): ArticleReading[] {
  let used = 0;
  return articles.map((article, index) => {
    const end = articles[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const from = used;
    while (used < markers.length && (markers[used] as Marker).start < end) used++;
    return { ...article, markers: markers.slice(from, used), isWhole: false };
  });
}
