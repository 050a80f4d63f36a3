/**
 * Jumbles: many markers one after another in no order, with nothing but white space between them. There is no value in one, so
 * nothing can be read from it. To look for the fault of each of its markers would take long, and say nothing.
 */
import { type Marker, mayFollow } from '../markers/scanner';
import { isBlank, type Span } from '../span';

/** From its first marker to its last. None of them has a value: no START is right before a text, and no END right after one. */
export interface Jumble extends Span {
  readonly first: Marker;
  readonly last: Marker;
  /** How many markers it has. */
  readonly count: number;
}

/** More markers without a value than any damaged article has. Of those of a jumble, every second one or more is out of order. */
const MANY = 50;

/** Collects the markers of a run. Of a jumble, it has only the first and the last one. */
export class MarkerList {
  readonly markers: Marker[] = [];
  readonly jumbles: Jumble[] = [];
  /** Where the last marker ends. */
  end: number;
  /** Where the third marker ends; undefined if there are fewer. */
  headEnd: number | undefined;
  /** Whether the markers before the last one are a jumble. Then the list has the first and the last of them. */
  isInJumble = false;
  /** The last marker, as long as a text may follow, which may be its value; and whether it may follow the one before. */
  private pending: Marker | undefined;
  private isInOrder = true;
  /** Where in the list a jumble may begin, how many markers it would have, and how many of them are out of order. */
  private from = 0;
  private count = 0;
  private disorder = 0;

  /** The list of a run of `text` that begins at `start`. */
  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.end = start;
  }

  /** Adds the next marker. */
  add(marker: Marker): void {
    const { markers } = this;
    const isAfterText = !isBlank(this.text, this.end, marker.start);
    if (isAfterText) this.endAtText();
    else this.confirm();
    const before = markers.at(-1);
    markers.push(marker);
    this.end = marker.end;
    if (markers.length === 3) this.headEnd ??= marker.end;
    if (isAfterText && marker.side === 'end') {
      this.beginAfter();
    } else {
      this.pending = marker;
      this.isInOrder = isAfterText || (before ? mayFollow(before, marker) : marker.side === 'start');
    }
  }

  /** To be called after the last marker of a run that ends at `end`. */
  finish(end: number): void {
    if (isBlank(this.text, this.end, end)) this.confirm();
    this.endAtText();
  }

  /** The last marker has no value. */
  private confirm(): void {
    const { pending, markers, from } = this;
    if (!pending) return;
    this.pending = undefined;
    if (!this.isInOrder) this.disorder++;
    // It closes a field, before anything is out of order.
    if (this.disorder === 0 && pending.side === 'end') {
      this.beginAfter();
      return;
    }
    this.count++;
    this.isInJumble ||= this.count > MANY && this.disorder * 2 >= this.count;
    if (this.isInJumble) markers.splice(from + 1, markers.length - from - 2);
  }

  private endAtText(): void {
    if (this.pending?.side === 'end') this.confirm();
    if (this.isInJumble) {
      const [first, last] = this.markers.slice(this.from) as [Marker, Marker];
      this.jumbles.push({ start: first.start, end: last.end, first, last, count: this.count });
    }
    this.beginAfter();
  }

  /** A jumble may begin after the last marker. */
  private beginAfter(): void {
    this.pending = undefined;
    this.isInJumble = false;
    this.from = this.markers.length;
    this.count = 0;
    this.disorder = 0;
  }
}

/** The text with white space in place of jumbles. It has the same length. */
export function blanked(text: string, jumbles: readonly Jumble[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of jumbles) {
    result += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return result + text.slice(from);
}
