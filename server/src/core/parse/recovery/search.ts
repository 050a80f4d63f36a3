/**
 * The search for the reading with the fewest faults: a shortest path (Viterbi) from the beginning of a run to its end,
 * one step for each candidate, one cost for each fault.
 */
import { fieldRank } from '../../format';
import type { Marker } from '../../markers/scanner';
import { FIRST_RANK, missingCost } from './articleSoFar';
import type { CandidateList } from './candidateList';
import type { Candidate } from './candidates';
import { COST, FEW_FAULTS, ONE_FAULT } from './costs';
import { beamFor, Front } from './front';
import { type Meaning, meaningsOf } from './meanings';
import { unclosed } from './reading';
import { offerAfter, type Way, wayFrom } from './way';

/**
 * The cheapest way from the beginning of a run to its end. It is searched below a limit, which is quick, and if there is none, below
 * twice that limit.
 */
export function cheapestWay(list: CandidateList, limit = ONE_FAULT): Way {
  return new Search(list, limit).run() ?? cheapestWay(list, limit < FEW_FAULTS ? limit * 2 : Number.POSITIVE_INFINITY);
}

class Search {
  /** The best ways to each candidate and to the end, as far as the search has got. */
  private readonly fronts: (Front | undefined)[] = [];

  private readonly beam: number;

  constructor(
    private readonly list: CandidateList,
    private readonly limit: number,
  ) {
    this.beam = beamFor(list.length);
  }

  /** Undefined when every way costs more than the limit. */
  run(): Way | undefined {
    const { candidates } = this.list;
    this.frontAt(0).offer(wayFrom(this.list.endBefore(0)));
    for (let i = 0; i < candidates.length; i++) {
      for (const way of this.take(i)) this.goOn(way, candidates[i] as Candidate, i);
    }
    let best: Way | undefined;
    for (const way of this.take(candidates.length).flatMap((last) => this.endings(last))) {
      if (way.cost < (best?.cost ?? this.limit + 1)) best = way;
    }
    return best;
  }

  /** Reads candidate i as each marker that it may be, and as plain text. */
  private goOn(way: Way, { readings, asText }: Candidate, i: number): void {
    for (const { marker, cost } of readings) {
      for (const meaning of meaningsOf(this.list, way, i, marker)) this.follow(way, meaning, way.cost + cost);
    }
    if (asText === undefined || isMarkerInNumber(way.open, readings)) return;
    const { cost, open, from, article, step } = way;
    this.frontAt(i + 1).offer({ cost: cost + asText, open, from, article, step });
  }

  /** Follows a way by one meaning of its next marker; `paid` is the cost of the way before it. */
  private follow(way: Way, { cost, next, open, events }: Meaning, paid: number): void {
    const front = this.frontAt(next);
    if (!front.accepts(paid + cost)) return;
    const destination = { open, from: this.list.endBefore(next), paid: paid + cost };
    offerAfter(front, way, events(), destination, this.list.text);
  }

  /** The ways to the end of the run: an open field ends there, and the article pays for the fields that it lacks. */
  private endings(way: Way): readonly Way[] {
    const { text, length } = this.list;
    const { open, from } = way;
    if (!open) return [this.ended(way, this.list.isBlankFrom(from, length) ? 0 : COST.stray)];
    const here = {
      fault: { code: 'unmatched-start', marker: open, partner: undefined } as const,
      field: unclosed(open, this.list.startOf(length)),
    };
    const events = { markers: [], here, border: undefined, after: {} };
    const front = new Front(this.beam, this.limit);
    offerAfter(front, way, events, { open: undefined, from, paid: way.cost }, text);
    return front.ways.map((last) => this.ended(last, COST.unmatched));
  }

  private ended(way: Way, price: number): Way {
    // No marker at all: no article.
    const isNone = way.article.seen === 0 && way.from === this.list.endBefore(0);
    return { ...way, cost: way.cost + price + (isNone ? 0 : missingCost(way.article)) };
  }

  private frontAt(i: number): Front {
    this.fronts[i] ??= new Front(this.beam, this.limit - this.list.leastCostFrom(i));
    return this.fronts[i] as Front;
  }

  /** The ways worth following from candidate i on, best first. */
  private take(i: number): readonly Way[] {
    const ways = this.fronts[i]?.ways ?? [];
    this.fronts[i] = undefined;
    return ways;
  }
}

/**
 * Whether this is never a part of the number that `open` has opened: another number begins, as in `7 F-N-F-N-S-T-A-R-T. 8`, or it is
 * a well-formed marker of any field, as in `7 D-A-T-E-F-N-S-T-A-R-T. 8`.
 */
function isMarkerInNumber(open: Marker | undefined, readings: Candidate['readings']): boolean {
  const isNumber = ({ side, letters }: Marker) => side === 'start' && fieldRank(letters) === FIRST_RANK;
  if (!open || !isNumber(open)) return false;
  if (readings.every(({ marker }) => !marker.misspelled)) return true;
  return readings.every(({ marker }) => marker.side === 'start') && readings.some(({ marker }) => isNumber(marker));
}
