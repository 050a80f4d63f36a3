/** The best ways to one place of a run, at most one to each state: what the search goes on from. */
import { fieldRank } from '../../format';
import type { Marker } from '../../markers/scanner';
import { OPENING } from './articleSoFar';
import { HOPELESS } from './costs';
import type { Way, Ways } from './way';

/** At most this many ways are followed at once: the best reading of five misspelled markers side by side is among them. */
const BEAM = 64;

/** A run of a few articles has no more candidates. */
const FEW = 200;

/** Fewer ways in a longer run, which is nothing but broken markers. */
const BEAM_OF_MANY = 16;

/** And fewer in one of hundreds of thousands of markers: what is kept of a way for each marker must have room. */
const MOST_STEPS = 1_600_000;

/** How many ways are followed in a run of so many candidates. */
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

  /** Whether a way at this cost may be kept. */
  accepts(cost: number): boolean {
    const { kept, beam, limit } = this;
    if (cost > limit) return false;
    if (kept.length === beam) return cost < (kept[beam - 1] as Way).cost;
    return kept.length === 0 || cost <= (kept[0] as Way).cost + HOPELESS;
  }

  /** Keeps a way if it is among the best, unless there is one to the same state that is no dearer. */
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

/** What a way will cost does not depend on which of several STARTs is open: only on what number an F-N holds. */
function isSameOpen(a: Marker | undefined, b: Marker | undefined): boolean {
  return a === b || (a !== undefined && a.letters === b?.letters && fieldRank(a.letters) !== OPENING);
}
