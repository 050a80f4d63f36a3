/**
 * Reads a run of markers as articles, in the way that needs the fewest faults to explain it.
 *
 * Healthy text has one obvious reading and takes the short way. Where markers are missing, stray or crossed there are
 * many readings; this is a shortest-path search over them (Viterbi): one step per marker, one cost per fault. So one
 * damage gives one fault, and a damaged article does not spoil its neighbours.
 */
import type { SyntaxFault } from './article';
import { FIELDS, fieldRank } from './format';
import type { Marker } from './scanner';
import { isBlank, type Span, skipWhiteSpace } from './span';

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
  readonly fields: FieldReading[];
  readonly errors: SyntaxFault[];
}

/** What a reading pays for each fault. Ten each; the small differences only decide between equal readings. */
const COST = {
  unmatched: 10,
  crossed: 10,
  nested: 11,
  missing: 10,
  duplicate: 11,
  misplaced: 10,
  unknown: 10,
  stray: 10,
} as const;

/** Readings that are this much worse than the best one so far cannot win any more. */
const HOPELESS = 60;

/** At most this many readings are followed at once; only text made of nothing but broken markers ever has more. */
const BEAM = 48;

const REQUIRED = FIELDS.reduce((mask, row, rank) => (row.required ? mask | (1 << rank) : mask), 0);

/** A reading up to some marker: where it stands, what it has cost, and the way it came. */
interface Node {
  readonly cost: number;
  /** Index of the START that is open, or -1. */
  readonly open: number;
  /** The current article's fields so far: one bit per rank. */
  readonly seen: number;
  /** Highest rank of a field in its place so far, or -1. */
  readonly last: number;
  readonly previous: Node | undefined;
  readonly effects: readonly Effect[];
}

type Effect =
  | { readonly kind: 'article'; readonly start: number }
  | ({ readonly kind: 'field' } & FieldReading)
  | ({ readonly kind: 'error' } & SyntaxFault);

/** Reads the markers of `text` from `start` to `end`, which may hold several articles. Offsets are those of `text`. */
export function readArticles(
  text: string,
  markers: readonly Marker[],
  start: number,
  end: number,
): readonly ArticleReading[] {
  return readHealthy(text, markers, start, end) ?? new Search(text, markers, start, end).run();
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
    const own = fieldRank(open.letters);
    if (own !== -1 && own !== rank++) return undefined;
    fields.push({ ...paired(open, close), misplaced: false, duplicate: false });
    from = close.end;
  }
  if (rank !== FIELDS.length || !isBlank(text, from, end)) return undefined;
  return [{ start, fields, errors: [] }];
}

class Search {
  /** The best way to each state in which a reading can stand before marker i, by the state's key. */
  private readonly fronts: (Map<number, Node> | undefined)[] = [];

  constructor(
    private readonly text: string,
    private readonly markers: readonly Marker[],
    private readonly start: number,
    private readonly end: number,
  ) {}

  run(): readonly ArticleReading[] {
    const origin: Node = {
      cost: 0,
      open: -1,
      seen: 0,
      last: -1,
      previous: undefined,
      effects: [{ kind: 'article', start: this.start }],
    };
    this.reach(0, origin);
    for (let i = 0; i < this.markers.length; i++) {
      for (const node of this.takeFront(i)) {
        if (node.open === -1) {
          this.readOutside(node, i);
        } else {
          this.readInside(node, i);
        }
      }
    }
    return replay(this.bestEnding());
  }

  /** Marker i stands outside any field. */
  private readOutside(node: Node, i: number): void {
    const marker = this.marker(i);
    const stray = this.gapIsBlank(i) ? 0 : COST.stray;
    if (marker.side === 'start') {
      this.openField(node, i, stray);
      this.reach(i + 1, pay(node, stray + COST.unmatched, error('unmatched-start', marker)));
    } else {
      // The START is lost: what stands before the END is the value.
      for (const article of this.articleChoices(node, i)) {
        const inside = { start: this.gapStart(i), end: marker.start };
        const field = { letters: marker.letters, start: undefined, end: marker, inside };
        this.addField(pay(article, COST.unmatched, error('unmatched-end', marker)), field, i + 1);
      }
      this.reach(i + 1, pay(node, stray + COST.unmatched, error('unmatched-end', marker)));
    }
  }

  /** Marker i stands inside the open field. */
  private readInside(node: Node, i: number): void {
    const marker = this.marker(i);
    const open = this.marker(node.open);
    const closed = { ...node, open: -1 };
    const same = marker.letters === open.letters;
    if (marker.side === 'end') {
      if (same) {
        this.addField(closed, paired(open, marker), i + 1);
      } else {
        const crossed = pay(closed, COST.crossed, error('crossed-fields', marker, open));
        this.addField(crossed, paired(open, marker), i + 1);
        this.addField(crossed, { ...paired(open, marker), letters: marker.letters }, i + 1);
      }
      this.reach(i + 1, pay(node, COST.unmatched, error('unmatched-end', marker)));
      return;
    }
    // The END of the open field is lost: it ends here.
    const unclosed = pay(closed, COST.unmatched, error('unmatched-start', open));
    this.addField(unclosed, lost(open, marker.start), i, (next) => this.openField(next, i, 0));
    this.reach(i + 1, pay(node, COST.unmatched, error('unmatched-start', marker)));
    const next = this.markers[i + 1];
    if (next?.side === 'end' && next.letters === marker.letters && !same) {
      this.reach(i + 2, pay(node, COST.nested, error('nested-field', marker, open)));
    }
    const afterNext = this.markers[i + 2];
    const overlaps =
      next?.side === 'end' &&
      next.letters === open.letters &&
      afterNext?.side === 'end' &&
      afterNext.letters === marker.letters;
    if (overlaps && !same) {
      const crossed = pay(closed, COST.crossed, error('crossed-fields', next, marker));
      const inside = { start: next.end, end: afterNext.start };
      this.addField(crossed, lost(open, marker.start), i, (first) =>
        this.addField(first, { letters: marker.letters, start: undefined, end: afterNext, inside }, i + 3),
      );
    }
  }

  /** Opens the field of START i, in this article or, as its first field, in a new one. */
  private openField(node: Node, i: number, cost: number): void {
    for (const article of this.articleChoices(node, i)) {
      this.reach(i + 1, { ...pay(article, cost), open: i });
    }
  }

  /** The same article; and, when it has a field already, a new one that begins before marker i. */
  private articleChoices(node: Node, i: number): Node[] {
    if (node.seen === 0) return [node];
    const start = skipWhiteSpace(this.text, this.gapStart(i), this.marker(i).start);
    const fresh = pay(node, this.missingCost(node), { kind: 'article', start });
    return [node, { ...fresh, seen: 0, last: -1 }];
  }

  /** Counts a complete field into the article, in its place, out of it, or once more. */
  private addField(
    node: Node,
    field: Omit<FieldReading, 'misplaced' | 'duplicate'>,
    at: number,
    then: (node: Node) => void = (next) => this.reach(at, next),
  ): void {
    const rank = fieldRank(field.letters);
    const add = (cost: number, flags: { misplaced: boolean; duplicate: boolean }) =>
      pay(node, cost, { kind: 'field', ...field, ...flags });
    if (rank === -1) {
      then(add(COST.unknown, { misplaced: false, duplicate: false }));
    } else if (node.seen & (1 << rank)) {
      then(add(COST.duplicate, { misplaced: false, duplicate: true }));
    } else {
      const seen = node.seen | (1 << rank);
      if (rank > node.last) then({ ...add(0, { misplaced: false, duplicate: false }), seen, last: rank });
      then({ ...add(COST.misplaced, { misplaced: true, duplicate: false }), seen });
    }
  }

  private bestEnding(): Node {
    const { length } = this.markers;
    let best: Node | undefined;
    const offer = (node: Node) => {
      const ended = pay(node, this.missingCost(node));
      if (!best || ended.cost < best.cost) best = ended;
    };
    for (const node of this.takeFront(length)) {
      if (node.open === -1) {
        offer(pay(node, this.gapIsBlank(length) ? 0 : COST.stray));
      } else {
        const open = this.marker(node.open);
        const unclosed = pay({ ...node, open: -1 }, COST.unmatched, error('unmatched-start', open));
        this.addField(unclosed, lost(open, this.end), length, offer);
      }
    }
    return best as Node;
  }

  private missingCost(node: Node): number {
    if (node.seen === 0) return 0;
    let count = 0;
    for (let rest = REQUIRED & ~node.seen; rest !== 0; rest &= rest - 1) count++;
    return count * COST.missing;
  }

  /** Keeps a node as the way to its state before marker i, when it is the cheapest one. */
  private reach(i: number, node: Node): void {
    this.fronts[i] ??= new Map();
    const front = this.fronts[i] as Map<number, Node>;
    const key = ((node.open + 1) * (1 << FIELDS.length) + node.seen) * (FIELDS.length + 1) + node.last + 1;
    const known = front.get(key);
    if (!known || node.cost < known.cost) front.set(key, node);
  }

  /** The readings worth following from marker i on, best first. */
  private takeFront(i: number): Node[] {
    const nodes = [...(this.fronts[i]?.values() ?? [])].sort((a, b) => a.cost - b.cost);
    this.fronts[i] = undefined;
    const limit = (nodes[0]?.cost ?? 0) + HOPELESS;
    return nodes.slice(0, BEAM).filter((node) => node.cost <= limit);
  }

  private marker(i: number): Marker {
    return this.markers[i] as Marker;
  }

  /** Whether nothing but white space stands between marker i and the one before. */
  private gapIsBlank(i: number): boolean {
    const to = i === this.markers.length ? this.end : this.marker(i).start;
    return isBlank(this.text, this.gapStart(i), to);
  }

  private gapStart(i: number): number {
    return i === 0 ? this.start : this.marker(i - 1).end;
  }
}

/** The field of two markers, named by the START. */
function paired(start: Marker, end: Marker): Omit<FieldReading, 'misplaced' | 'duplicate'> {
  return { letters: start.letters, start, end, inside: { start: start.end, end: end.start } };
}

/** The field of a START whose END is lost, as far as its value can reach. */
function lost(start: Marker, until: number): Omit<FieldReading, 'misplaced' | 'duplicate'> {
  return { letters: start.letters, start, end: undefined, inside: { start: start.end, end: until } };
}

function pay(node: Node, cost: number, ...effects: Effect[]): Node {
  if (cost === 0 && effects.length === 0) return node;
  return { ...node, cost: node.cost + cost, previous: node, effects };
}

function error(code: SyntaxFault['code'], marker: Marker, partner?: Marker): Effect {
  return { kind: 'error', code, marker, partner };
}

/** Turns the winning way into articles. */
function replay(ending: Node): readonly ArticleReading[] {
  const steps: (readonly Effect[])[] = [];
  for (let node: Node | undefined = ending; node; node = node.previous) steps.push(node.effects);
  const articles: ArticleReading[] = [];
  for (const effect of steps.reverse().flat()) {
    if (effect.kind === 'article') {
      articles.push({ start: effect.start, fields: [], errors: [] });
      continue;
    }
    const article = articles.at(-1) as ArticleReading;
    const { kind, ...content } = effect;
    if (kind === 'field') {
      article.fields.push(content as FieldReading);
    } else {
      article.errors.push(content as SyntaxFault);
    }
  }
  return articles;
}
