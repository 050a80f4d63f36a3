/** The best ways to one candidate of a run, at most one for each state. The search goes on from them. */
import { fieldRank } from '../../format';
import type { Marker } from '../../markers/scanner';
import { FIRST_RANK } from './articleSoFar';
import { HOPELESS } from './costs';
import type { Way, Ways } from './way';

/** At most this many ways are followed at once. It is enough for the best reading of five misspelled markers side by side. */
const BEAM = 64;

/** A run of a few articles does not have more candidates. */
const FEW = 200;

/** Fewer ways in a longer run, which is full of broken markers. */
const BEAM_OF_MANY = 16;

/** Still fewer in a run of hundreds of thousands of markers: each step of each way takes memory. */
const MOST_STEPS = 1_600_000;

/** How many ways are followed, by the number of candidates in the run. */
export function beamFor(candidates: number): number {
  if (candidates <= FEW) return BEAM;
  return Math.max(1, Math.min(BEAM_OF_MANY, Math.floor(MOST_STEPS / candidates)));
}

export class Front implements Ways {
  /** The cheapest first; of equal ones, the one that came first. */
  private readonly kept: Way[] = [];

  /** Keeps at most `beam` ways, and none that costs more than `limit`. */
  constructor(
    private readonly beam: number,
    private readonly limit: number,
  ) {}

  get ways(): readonly Way[] {
    const limit = (this.kept[0]?.cost ?? 0) + HOPELESS;
    return this.kept.filter(({ cost }) => cost <= limit);
  }

  /** Whether a way of this cost may be kept. */
  accepts(cost: number): boolean {
    const { kept, beam, limit } = this;
    if (cost > limit) return false;
    if (kept.length === beam) return cost < (kept[beam - 1] as Way).cost;
    return kept.length === 0 || cost <= (kept[0] as Way).cost + HOPELESS;
  }

  /** Keeps a way if it is among the best, and no other way to the same state costs as little. */
  offer(way: Way): void {
    if (!this.accepts(way.cost)) return;
    const { kept } = this;
    let at = kept.length;
    for (let i = 0; i < kept.length; i++) {
      const other = kept[i] as Way;
      if (other.cost > way.cost && at > i) at = i;
      if (!isSameState(way, other)) continue;
      if (other.cost <= way.cost) return;
      kept.splice(i, 1);
      break;
    }
    kept.splice(at, 0, way);
    if (kept.length > this.beam) kept.pop();
  }
}

function isSameState(a: Way, b: Way): boolean {
  const [x, y] = [a.article, b.article];
  return isSameOpen(a.open, b.open) && x.seen === y.seen && x.last === y.last && x.cut === y.cut;
}

/** The cost of the rest does not depend on which START of a field is open, except for F-N, whose number counts. */
function isSameOpen(a: Marker | undefined, b: Marker | undefined): boolean {
  return a === b || (a !== undefined && a.letters === b?.letters && fieldRank(a.letters) !== FIRST_RANK);
}
