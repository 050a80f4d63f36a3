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

  /** A number for the state of each of them. Equal states have equal ones, so that few states are compared. */
  private readonly hashes: number[] = [];

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
    const { kept, hashes } = this;
    const hash = hashOf(way);
    let same = hashes.indexOf(hash);
    while (same !== -1 && !isSameState(way, kept[same] as Way)) same = hashes.indexOf(hash, same + 1);
    if (same !== -1) {
      if ((kept[same] as Way).cost <= way.cost) return;
      kept.splice(same, 1);
      hashes.splice(same, 1);
    }
    let at = kept.length;
    while (at > 0 && (kept[at - 1] as Way).cost > way.cost) at--;
    kept.splice(at, 0, way);
    hashes.splice(at, 0, hash);
    if (kept.length <= this.beam) return;
    kept.pop();
    hashes.pop();
  }
}

function hashOf({ open, article: { seen, last, cut } }: Way): number {
  return ((seen << 8) ^ (cut << 16) ^ last) + (open ? open.letters.length << 24 : 0);
}

function isSameState(a: Way, b: Way): boolean {
  const [x, y] = [a.article, b.article];
  return isSameOpen(a.open, b.open) && x.seen === y.seen && x.last === y.last && x.cut === y.cut;
}

/** The cost of the rest does not depend on which START of a field is open, except for F-N, whose number counts. */
function isSameOpen(a: Marker | undefined, b: Marker | undefined): boolean {
  return a === b || (a !== undefined && a.letters === b?.letters && fieldRank(a.letters) !== FIRST_RANK);
}
