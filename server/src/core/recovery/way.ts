/** A way to read the markers of a run up to some place: a path of the search, by the state that it has come to. */
import type { SyntaxFault } from '../article';
import type { Marker } from '../scanner';
import { type ArticleSoFar, EMPTY, missingCost, type Placing, placings } from './articleSoFar';
import type { Event, Events } from './meanings';
import type { ArticleReading, FieldReading } from './reading';

export interface Way {
  readonly cost: number;
  /** The START that is open. */
  readonly open: Marker | undefined;
  /** Where the last marker that was read ends. */
  readonly from: number;
  /** The current article. */
  readonly article: ArticleSoFar;
  /** The last step of the way; the others behind it. */
  readonly step: Step | undefined;
}

/** What a way has come upon, at one place. */
type Step = { readonly previous: Step | undefined } & (
  | { readonly kind: 'markers'; readonly markers: readonly Marker[] }
  | { readonly kind: 'article'; readonly start: number }
  | { readonly kind: 'event'; readonly fault: SyntaxFault | undefined; readonly placing: Placing | undefined }
);

/** The way before the first marker of a run that begins at `start`. */
export function wayFrom(start: number): Way {
  return nextArticle({ cost: 0, open: undefined, from: start, article: EMPTY, step: undefined }, start, 0);
}

/** The way at a cost, behind markers that were read, the last of which ends at `from`. */
export function read(
  { article, step }: Way,
  cost: number,
  markers: readonly Marker[],
  open: Marker | undefined,
  from: number,
): Way {
  return { cost, open, from, article, step: { kind: 'markers', markers, previous: step } };
}

/** The ways behind an event, one for each place that its field can take in the article. */
export function happened(way: Way, { fault, field }: Event, text: string): readonly Way[] {
  if (field) return placings(way.article, field, text).map((placing) => behindEvent(way, fault, placing));
  return fault ? [behindEvent(way, fault)] : [way];
}

function behindEvent({ cost, open, from, article, step }: Way, fault: SyntaxFault | undefined, placing?: Placing): Way {
  const price = placing?.cost ?? 0;
  const event: Step = { kind: 'event', fault, placing, previous: step };
  return { cost: cost + price, open, from, article: placing?.article ?? article, step: event };
}

/** The ways on both sides of a border, or on the one side that is possible. */
export function bordered(way: Way, border: Events['border']): readonly Way[] {
  if (!border || (!border.isCertain && way.article.seen === 0)) return [way];
  const next = nextArticle(way, border.start, missingCost(way.article));
  return border.isCertain ? [next] : [way, next];
}

function nextArticle({ cost, open, from, step }: Way, start: number, price: number): Way {
  return { cost: cost + price, open, from, article: EMPTY, step: { kind: 'article', start, previous: step } };
}

/** The articles that a way has read. */
export function articlesOn(way: Way): readonly ArticleReading[] {
  const steps: Step[] = [];
  for (let step = way.step; step; step = step.previous) steps.push(step);
  const articles: { start: number; fields: FieldReading[]; faults: SyntaxFault[] }[] = [];
  const markers: Marker[] = [];
  for (const step of steps.reverse()) {
    if (step.kind === 'article') articles.push({ start: step.start, fields: [], faults: [] });
    else if (step.kind === 'markers') for (const marker of step.markers) markers.push(marker);
    else {
      const { fault, placing } = step;
      if (fault) articles.at(-1)?.faults.push(fault);
      if (placing) articles.at(-1)?.fields.push(fieldReading(placing));
    }
  }
  return withMarkers(articles, markers);
}

function fieldReading({ field, misplaced, duplicate }: Placing): FieldReading {
  return { ...field, misplaced, duplicate };
}

/** Gives each article the markers that stand in it. */
function withMarkers(
  articles: readonly Omit<ArticleReading, 'markers'>[],
  markers: readonly Marker[],
): ArticleReading[] {
  let used = 0;
  return articles.map((article, index) => {
    const end = articles[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const from = used;
    while (used < markers.length && (markers[used] as Marker).start < end) used++;
    return { ...article, markers: markers.slice(from, used) };
  });
}
