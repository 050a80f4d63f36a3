/** The candidates of a run, by their index, and the text between them. */
import { type Marker, mayFollow } from '../../markers/scanner';
import { isBlank, type Span } from '../../span';
import type { Candidate } from './candidates';
import { COST } from './costs';

/** Two markers that do not follow each other cost one fault, which takes no other marker than the next two. */
const LEAST_FAULT = COST.unmatched;
const WIDEST_FAULT = 4;

/** Whether one candidate may follow another; both are certainly markers. */
function isInOrder({ readings: [a] }: Candidate, { readings: [b] }: Candidate): boolean {
  return a !== undefined && b !== undefined && mayFollow(a.marker, b.marker);
}

export class CandidateList {
  readonly length: number;

  /** For each candidate, the index of the next one that is certainly a marker. */
  private readonly nextFirm: Int32Array;

  /** For each candidate and the end: whether only white space is between it and the candidate before. */
  private readonly blankBefore: readonly boolean[];

  /** For each candidate and the end: what any reading of the rest costs at least. */
  private readonly leastCost: Int32Array;

  constructor(
    readonly text: string,
    readonly candidates: readonly Candidate[],
    private readonly run: Span,
  ) {
    this.length = candidates.length;
    this.nextFirm = new Int32Array(this.length);
    let next = this.length;
    for (let i = this.length - 1; i >= 0; i--) {
      this.nextFirm[i] = next;
      if (candidates[i]?.asText === undefined) next = i;
    }
    this.leastCost = new Int32Array(this.length + WIDEST_FAULT);
    for (let i = this.length - 1; i >= 0; i--) this.leastCost[i] = this.leastCostAt(i);
    this.blankBefore = Array.from({ length: this.length + 1 }, (_, i) =>
      isBlank(text, this.endBefore(i), this.startOf(i)),
    );
  }

  /** What any reading of the candidates from i on costs at least. The search follows no way that costs too much with it. */
  leastCostFrom(i: number): number {
    return this.leastCost[i] ?? 0;
  }

  private leastCostAt(i: number): number {
    const rest = this.leastCostFrom(i + 1);
    const [first, second] = [this.candidates[i], this.candidates[i + 1]];
    if (first?.asText !== undefined) {
      return rest + Math.min(first.asText, ...first.readings.map(({ cost }) => cost));
    }
    if (!first || !second || second.asText !== undefined || isInOrder(first, second)) return rest;
    return Math.max(rest, LEAST_FAULT + this.leastCostFrom(i + WIDEST_FAULT));
  }

  /** Where candidate i begins; for the index after the last one, where the run ends. */
  startOf(i: number): number {
    return this.candidates[i]?.start ?? this.run.end;
  }

  /** Where the candidate before i ends; for the first one, where the run begins. */
  endBefore(i: number): number {
    return this.candidates[i - 1]?.end ?? this.run.start;
  }

  /** The first candidate after i that is certainly a marker, and its index. */
  firmAfter(i: number): [marker: Marker | undefined, index: number] {
    const at = this.nextFirm[i] ?? this.length;
    return [this.candidates[at]?.readings[0]?.marker, at];
  }

  /** Whether only white space is between `offset`, where a candidate ends, and candidate i. */
  isBlankFrom(offset: number, i: number): boolean {
    // If the offset is further back, the candidates between were read as text.
    return offset === this.endBefore(i) && this.blankBefore[i] === true;
  }

  /** Whether only white space is between candidates i and j. */
  isBlankBetween(i: number, j: number): boolean {
    return this.isBlankFrom(this.endBefore(i + 1), j);
  }
}
