/** Where the parts of files are, for a second look at a few of them. */
import type { Origin } from '../../reading/origin';
import { NumberList } from './numberList';

/** A part in the table. */
export interface KnownPart {
  /** Where it begins in its file. */
  readonly origin: Origin;
  /** Its length in bytes. */
  readonly length: number;
  /** How many articles it has. */
  readonly articles: number;
  /** Whether it ends its file. */
  readonly final: boolean;
}

/** The parts of all files, in their order, in twenty bytes each. */
export class PartTable {
  private readonly bytes = new NumberList();
  private readonly units = new NumberList();
  private readonly lineEnds = new NumberList();
  /** For a part with line ends, how many units are after the last one. */
  private readonly lastUnits = new NumberList();
  private readonly articles = new NumberList();
  private readonly lists = [this.bytes, this.units, this.lineEnds, this.lastUnits, this.articles];

  get length(): number {
    return this.bytes.length;
  }

  /** Adds a part of so many bytes and articles that is from one place of its file to another. */
  add(length: number, articles: number, from: Origin, to: Origin): void {
    this.bytes.push(length);
    this.articles.push(articles);
    this.units.push(to.offset - from.offset);
    this.lineEnds.push(to.line - from.line);
    this.lastUnits.push(to.line > from.line ? to.character : 0);
  }

  /** Removes all parts from an index on. */
  cutTo(length: number): void {
    for (const list of this.lists) list.cutTo(length);
  }

  /** All of them, as lists for `take`. */
  packed(): readonly Uint32Array[] {
    return this.lists.map((list) => list.copy());
  }

  /** Adds parts of another table, from one index to before another. */
  take(packed: readonly Uint32Array[], { from, to }: { readonly from: number; readonly to: number }): void {
    for (const [index, list] of this.lists.entries()) list.take(packed[index] as Uint32Array, from, to);
  }

  /** The parts of a file, which are from one index to before another. */
  *of({ from, to }: { readonly from: number; readonly to: number }): Generator<KnownPart> {
    let origin: Origin = { byte: 0, offset: 0, line: 0, character: 0 };
    for (let index = from; index < to; index++) {
      const length = this.bytes.at(index);
      yield { origin, length, articles: this.articles.at(index), final: index === to - 1 };
      const units = this.units.at(index);
      const lineEnds = this.lineEnds.at(index);
      origin = {
        byte: origin.byte + length,
        offset: origin.offset + units,
        line: origin.line + lineEnds,
        character: lineEnds > 0 ? this.lastUnits.at(index) : origin.character + units,
      };
    }
  }
}
