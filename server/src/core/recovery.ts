/**
 * Reads a run of markers as articles, in the way that needs the fewest faults to explain it.
 *
 * Healthy text has one obvious reading and takes the short way. Where markers are missing, stray, crossed or misspelled
 * there are many readings; this is a shortest-path search over them (Viterbi): one step per marker, one cost per fault.
 * So one damage gives one fault, and a damaged article does not spoil its neighbours.
 */
import type { SyntaxFault } from './article';
import { type Candidate, candidates, dressedAmong } from './candidates';
import { FIELDS, fieldRank } from './format';
import type { Marker } from './scanner';
import { isBlank, type Span, textOf, trimmed } from './span';

/** A field as read from its markers; at least one of them is there. */
export interface FieldReading {
  readonly letters: string;
  readonly start: Marker | undefined;
  readonly end: Marker | undefined;
  /** From the START, or from where the value begins without one, to the END, or to what stands in its place. */
  readonly inside: Span;
  readonly misplaced: boolean;
  readonly duplicate: boolean;
}

/** An article as read from its markers. */
export interface ArticleReading {
  readonly start: number;
  /** What was read as a marker, in order. */
  readonly markers: readonly Marker[];
  readonly fields: readonly FieldReading[];
  readonly faults: readonly SyntaxFault[];
}

/** What a reading pays for each fault. A hundred each; the small differences only decide between equal readings. */
const COST = {
  unmatched: 100,
  /** An END that could close the open field, and does not. */
  closing: 130,
  crossed: 100,
  /** A START where an END belongs, or the other way round. */
  wrongSide: 105,
  nested: 110,
  /** A number in a value: rather does the value run into the next article. */
  nestedNumber: 200,
  missing: 100,
  /** A field that is missing beside another one or a lost marker: they went together. */
  furtherMissing: 20,
  duplicate: 110,
  /** Another number than the article's own: rather does the next article begin. */
  otherNumber: 200,
  misplaced: 100,
  unknown: 100,
  stray: 100,
} as const;

/** Readings that are this much worse than the best one so far cannot win any more. */
const HOPELESS = 350;

/** At most this many readings are followed at once; only text made of nothing but broken markers ever has more. */
const BEAM = 16;

/** And fewer in a run of this many candidates, which holds no articles any more: a verdict in time beats the best one. */
const LONG_RUN = 2000;
const NARROW_BEAM = 1;

/** Rank of the field that opens an article. */
const OPENING = 0;

const REQUIRED = FIELDS.reduce((mask, row, rank) => (row.required ? mask | (1 << rank) : mask), 0);

/** Reads the markers of `text` from `start` to `end`, which may hold several articles. Offsets are those of `text`. */
export function readArticles(
  text: string,
  markers: readonly Marker[],
  start: number,
  end: number,
): readonly ArticleReading[] {
  return (
    readHealthy(text, markers, start, end) ?? new Search(text, candidates(text, markers, start, end), start, end).run()
  );
}

/** The reading of one article with all its fields in place, or undefined when anything is out of the ordinary. */
function readHealthy(
  text: string,
  markers: readonly Marker[],
  start: number,
  end: number,
): readonly ArticleReading[] | undefined {
  const fields: FieldReading[] = [];
  let rank = 0;
  let from = start;
  for (let i = 0; i < markers.length; i += 2) {
    const open = markers[i] as Marker;
    const close = markers[i + 1];
    if (open.side !== 'start' || close?.side !== 'end' || open.letters !== close.letters) return undefined;
    if (!isBlank(text, from, open.start)) return undefined;
    if ([i, i + 1].some((at) => dressedAmong(text, markers, at, from, end).misspelled)) return undefined;
    const own = fieldRank(open.letters);
    if (own !== -1 && own !== rank++) return undefined;
    fields.push({ ...paired(open, close), misplaced: false, duplicate: false });
    from = close.end;
  }
  if (rank !== FIELDS.length || !isBlank(text, from, end)) return undefined;
  return [{ start, markers, fields, faults: [] }];
}

/** A reading up to some marker: where it stands, what it has cost, and the way it came. */
interface Node {
  readonly cost: number;
  /** The START that is open. */
  readonly open: Marker | undefined;
  /** The current article's fields so far: one bit per rank. */
  readonly seen: number;
  /** Highest rank of a field in its place so far, or -1. */
  readonly last: number;
  /** End of the last candidate that was read as a marker. */
  readonly from: number;
  /** The current article's number. */
  readonly number: string | undefined;
  /** Ranks beside a lost marker in the current article, one bit each: a field that is missing there went with it. */
  readonly cut: number;
  readonly previous: Node | undefined;
  readonly effects: readonly Effect[];
}

/** The state of a reading where an article begins. */
const FRESH = { seen: 0, last: -1, cut: 0 } as const;

type Effect =
  | { readonly kind: 'article'; readonly start: number }
  | { readonly kind: 'marker'; readonly marker: Marker }
  | { readonly kind: 'field'; readonly field: Field; readonly misplaced: boolean; readonly duplicate: boolean }
  | { readonly kind: 'fault'; readonly fault: SyntaxFault };

type Field = Omit<FieldReading, 'misplaced' | 'duplicate'>;

class Search {
  /** For each candidate, the index of the next one that is certainly a marker. */
  private readonly nextFirm: number[];

  /** The best way to each state in which a reading can stand before candidate i, by the state's key. */
  private readonly fronts: (Map<number, Node> | undefined)[] = [];

  constructor(
    private readonly text: string,
    private readonly candidates: readonly Candidate[],
    private readonly start: number,
    private readonly end: number,
  ) {
    let next = candidates.length;
    this.nextFirm = new Array(candidates.length);
    for (let i = candidates.length - 1; i >= 0; i--) {
      this.nextFirm[i] = next;
      if (!candidates[i]?.maybeText) next = i;
    }
  }

  run(): readonly ArticleReading[] {
    const effects: Effect[] = [{ kind: 'article', start: this.start }];
    this.reach(0, {
      cost: 0,
      open: undefined,
      seen: 0,
      last: -1,
      from: this.start,
      number: undefined,
      cut: 0,
      previous: undefined,
      effects,
    });
    for (const [i, candidate] of this.candidates.entries()) {
      for (const node of this.takeFront(i)) {
        for (const { marker, cost } of candidate.readings) {
          const read = pay(node, cost, { kind: 'marker', marker });
          if (node.open) {
            this.readInside(read, i, marker, node.open);
          } else {
            this.readOutside(read, i, marker);
          }
        }
        if (candidate.maybeText) this.keep(i + 1, node);
      }
    }
    return replay(this.bestEnding());
  }

  /** A marker outside any field. */
  private readOutside(node: Node, i: number, marker: Marker): void {
    const stray = this.gapIsBlank(node, i) ? 0 : COST.stray;
    const [next, at] = this.firmAfter(i);
    if (marker.side === 'start') {
      this.openField(node, i, marker, stray);
      this.reach(i + 1, pay(node, stray + COST.unmatched, fault('unmatched-start', marker)));
      return;
    }
    // The START is lost: what stands before the END is the value.
    const inside = { start: node.from, end: marker.start };
    for (const article of this.articleChoices(node, i)) {
      const unopened = pay(article, COST.unmatched, fault('unmatched-end', marker));
      this.addField(unopened, { letters: marker.letters, start: undefined, end: marker, inside }, i + 1);
      if (next?.side === 'start' && next.letters === marker.letters && !this.isBlank(i, at)) {
        // START and END stand in each other's place.
        const swapped = pay(article, COST.wrongSide, fault('crossed-fields', marker, next), read(next));
        this.addField(swapped, paired(marker, next), at + 1);
      }
    }
    this.reach(i + 1, pay(node, stray + COST.unmatched, fault('unmatched-end', marker)));
    if (next?.side === 'end' && !this.isBlank(i, at)) {
      // An END where the START belongs.
      for (const article of this.articleChoices(pay(node, stray), i)) {
        const opened = pay(article, COST.wrongSide, fault('crossed-fields', marker, next), read(next));
        this.addField(opened, { ...paired(marker, next), letters: next.letters }, at + 1);
      }
    }
  }

  /** A marker inside the field that `open` has opened. */
  private readInside(node: Node, i: number, marker: Marker, open: Marker): void {
    const closed = moved(node, { open: undefined });
    const same = marker.letters === open.letters;
    if (marker.side === 'end') {
      if (same) {
        this.addField(closed, paired(open, marker), i + 1);
      } else {
        const crossed = pay(closed, COST.crossed, fault('crossed-fields', marker, open));
        this.addField(crossed, paired(open, marker), i + 1);
        this.addField(crossed, { ...paired(open, marker), letters: marker.letters }, i + 1);
      }
      this.reach(i + 1, pay(node, same ? COST.closing : COST.unmatched, fault('unmatched-end', marker, open)));
      return;
    }
    // The END of the open field is lost: it ends here.
    const unclosed = pay(moved(closed, { from: marker.start }), COST.unmatched, fault('unmatched-start', open, marker));
    this.addField(unclosed, lost(open, marker.start), i, (ended) => this.openField(ended, i, marker, 0));
    this.reach(i + 1, pay(node, COST.unmatched, fault('unmatched-start', marker, open)));
    // A START where the END belongs.
    this.addField(pay(closed, COST.wrongSide, fault('crossed-fields', marker, open)), paired(open, marker), i + 1);
    const [next, at] = this.firmAfter(i);
    if (next?.side !== 'end') return;
    // A field in a field of its own kind needs an END of its own.
    const isClosed = !same || this.firmAfter(at)[0]?.side === 'end';
    if (next.letters === marker.letters && isClosed) {
      const cost = fieldRank(marker.letters) === OPENING ? COST.nestedNumber : COST.nested;
      this.reach(at + 1, pay(node, cost, fault('nested-field', marker, open), read(next)));
    }
    const [last, behind] = this.firmAfter(at);
    if (same) return;
    if (next.letters === open.letters && last?.side === 'end' && last.letters === marker.letters) {
      // The END of the one and the START of the other stand in each other's place.
      const second = { ...paired(next, last), letters: marker.letters };
      const crossed = pay(closed, COST.crossed, fault('crossed-fields', next, marker), read(next), read(last));
      this.addField(crossed, paired(open, marker), i, (first) => this.addField(first, second, behind + 1));
      // The same, and the other begins the next article, which shows the fault: it has no place in the first.
      this.addField(closed, paired(open, marker), i, (first) => {
        const opened: Effect = { kind: 'article', start: next.start };
        const cost = this.missingCost(first) + COST.crossed;
        const fresh = pay(first, cost, opened, fault('crossed-fields', next), read(next), read(last));
        this.addField(moved(fresh, FRESH), second, behind + 1);
      });
    }
  }

  /** Opens the field of a START, in this article or, as its first field, in a new one. */
  private openField(node: Node, i: number, open: Marker, cost: number): void {
    for (const article of this.articleChoices(pay(node, cost), i)) this.reach(i + 1, article, open);
  }

  /** The same article; and, when it has a field already, a new one that begins before candidate i. */
  private articleChoices(node: Node, i: number): Node[] {
    if (node.seen === 0) return [node];
    const fresh = pay(node, this.missingCost(node), { kind: 'article', start: this.articleStart(node, i) });
    return [node, moved(fresh, FRESH)];
  }

  /** An article begins at its first marker; when that is lost, right behind the marker before. */
  private articleStart(node: Node, i: number): number {
    return this.gapIsBlank(node, i) ? (this.candidates[i] as Candidate).start : node.from;
  }

  /** Counts a complete field into the article, in its place, out of it, or once more. */
  private addField(node: Node, field: Field, at: number, then = (next: Node) => this.reach(at, next)): void {
    const rank = fieldRank(field.letters);
    const add = (cost: number, misplaced = false, duplicate = false) =>
      pay(node, cost, { kind: 'field', field, misplaced, duplicate });
    if (rank === -1) {
      then(add(COST.unknown));
      return;
    }
    const number = rank === OPENING ? textOf(this.text, trimmed(this.text, field.inside)) : undefined;
    if (node.seen & (1 << rank)) {
      then(add(number === undefined || number === node.number ? COST.duplicate : COST.otherNumber, false, true));
      return;
    }
    const bit = 1 << rank;
    const state = {
      seen: node.seen | bit,
      cut: node.cut | (field.end ? 0 : bit << 1) | (field.start ? 0 : bit >> 1),
      ...(number !== undefined && { number }),
    };
    if (rank > node.last) then(moved(add(0), { ...state, last: rank }));
    then(moved(add(COST.misplaced, true), state));
  }

  private bestEnding(): Node {
    const { length } = this.candidates;
    let best: Node | undefined;
    const offer = (node: Node) => {
      const ended = pay(node, this.missingCost(node));
      if (!best || ended.cost < best.cost) best = ended;
    };
    for (const node of this.takeFront(length)) {
      const { open } = node;
      if (open) {
        const unclosed = pay(moved(node, { open: undefined }), COST.unmatched, fault('unmatched-start', open));
        this.addField(unclosed, lost(open, this.end), length, offer);
      } else {
        offer(pay(node, this.gapIsBlank(node, length) ? 0 : COST.stray));
      }
    }
    return best as Node;
  }

  private missingCost(node: Node): number {
    if (node.seen === 0 && node.from === this.start) return 0; // No marker at all: no article.
    let cost = 0;
    let gap = 0;
    for (let bit = 1; bit <= REQUIRED << 1; bit <<= 1) {
      if (REQUIRED & ~node.seen & bit) {
        gap |= bit;
        cost += COST.furtherMissing;
      } else if (gap !== 0) {
        if ((gap & node.cut) === 0) cost += COST.missing - COST.furtherMissing;
        gap = 0;
      }
    }
    return cost;
  }

  /** A reading in which the candidate before i was a marker; `open` is the START that is open then. */
  private reach(i: number, node: Node, open = node.open): void {
    this.keep(i, node, open, this.candidates[i - 1]?.end ?? this.start);
  }

  /** Keeps a node as the way to its state before candidate i, when it is the cheapest one. Most are not. */
  private keep(i: number, node: Node, open = node.open, from = node.from): void {
    this.fronts[i] ??= new Map();
    const front = this.fronts[i] as Map<number, Node>;
    const key = stateKey(open, node);
    const known = front.get(key);
    if (!known || node.cost < known.cost) front.set(key, moved(node, { open, from }));
  }

  /** The readings worth following from candidate i on, best first. */
  private takeFront(i: number): Node[] {
    const nodes = [...(this.fronts[i]?.values() ?? [])].sort((a, b) => a.cost - b.cost);
    this.fronts[i] = undefined;
    const limit = (nodes[0]?.cost ?? 0) + HOPELESS;
    return nodes.slice(0, this.candidates.length > LONG_RUN ? NARROW_BEAM : BEAM).filter((node) => node.cost <= limit);
  }

  /** The first candidate behind i that is certainly a marker, and its index. */
  private firmAfter(i: number): [marker: Marker | undefined, index: number] {
    const at = this.nextFirm[i] ?? this.candidates.length;
    return [this.candidates[at]?.readings[0]?.marker, at];
  }

  /** Whether nothing but white space stands between the last marker that was read and candidate i. */
  private gapIsBlank(node: Node, i: number): boolean {
    return isBlank(this.text, node.from, this.candidates[i]?.start ?? this.end);
  }

  /** Whether nothing but white space stands between two candidates. */
  private isBlank(i: number, j: number): boolean {
    return isBlank(this.text, (this.candidates[i] as Candidate).end, this.candidates[j]?.start ?? this.end);
  }
}

/** The field of two markers, named by the first. */
function paired(start: Marker, end: Marker): Field {
  return { letters: start.letters, start, end, inside: { start: start.end, end: end.start } };
}

/** The field of a START whose END is lost, as far as its value can reach. */
function lost(start: Marker, until: number): Field {
  return { letters: start.letters, start, end: undefined, inside: { start: start.end, end: until } };
}

function pay(node: Node, cost: number, ...effects: Effect[]): Node {
  if (cost === 0 && effects.length === 0) return node;
  const { open, seen, last, from, number, cut } = node;
  return { cost: node.cost + cost, open, seen, last, from, number, cut, previous: node, effects };
}

/** The same way, in another state. */
function moved(node: Node, change: Partial<Pick<Node, 'open' | 'seen' | 'last' | 'from' | 'number' | 'cut'>>): Node {
  const { cost, previous, effects } = node;
  const open = 'open' in change ? change.open : node.open;
  const { seen = node.seen, last = node.last, from = node.from, number = node.number, cut = node.cut } = change;
  return { cost, open, seen, last, from, number, cut, previous, effects };
}

/**
 * One number for each state: which START is open, and what the article has. Where several markers may begin at one
 * place, they are of different fields.
 */
function stateKey(open: Marker | undefined, { seen, last }: Node): number {
  const start = open ? (open.start + 1) * RANKS + fieldRank(open.letters) + 1 : 0;
  return (start * SETS + seen) * RANKS + last + 1;
}

/** Ranks with -1, and sets of fields. */
const RANKS = FIELDS.length + 1;
const SETS = 1 << FIELDS.length;

function fault(code: SyntaxFault['code'], marker: Marker, partner?: Marker): Effect {
  return { kind: 'fault', fault: { code, marker, partner } };
}

/** Counts a further marker as read, when one step reads several. */
function read(marker: Marker): Effect {
  return { kind: 'marker', marker };
}

/** Turns the winning way into articles. */
function replay(ending: Node): readonly ArticleReading[] {
  const steps: (readonly Effect[])[] = [];
  for (let node: Node | undefined = ending; node; node = node.previous) steps.push(node.effects);
  const starts: number[] = [];
  const fields: FieldReading[][] = [];
  const faults: SyntaxFault[][] = [];
  const markers: Marker[] = [];
  for (const effect of steps.reverse().flat()) {
    if (effect.kind === 'article') {
      starts.push(effect.start);
      fields.push([]);
      faults.push([]);
    } else if (effect.kind === 'marker') {
      markers.push(effect.marker);
    } else if (effect.kind === 'field') {
      const { field, misplaced, duplicate } = effect;
      fields.at(-1)?.push({ ...field, misplaced, duplicate });
    } else {
      faults.at(-1)?.push(effect.fault);
    }
  }
  let used = 0;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const from = used;
    while (used < markers.length && (markers[used] as Marker).start < end) used++;
    return {
      start,
      markers: markers.slice(from, used),
      fields: fields[index] as FieldReading[],
      faults: faults[index] as SyntaxFault[],
    };
  });
}
