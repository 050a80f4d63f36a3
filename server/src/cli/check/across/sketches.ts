/** Sketches of what articles have in common, for all articles of a corpus in four bytes each. */
import { NumberList } from './numberList';

/** An article that the rule does not compare. */
const NONE = 0;

/** What one rule compares, by the index of the article. */
export class Sketches {
  private readonly list = new NumberList();

  /** Adds the next article's trait, undefined if the rule does not compare it. */
  add(trait: string | number | undefined): void {
    this.list.push(sketchOfTrait(trait));
  }

  /** Whether an article, by its index, still has this trait. */
  fits(index: number, trait: string | number | undefined): boolean {
    return this.list.at(index) === sketchOfTrait(trait);
  }

  /** All of them, as numbers for `take`. */
  packed(): Uint32Array {
    return this.list.copy();
  }

  /** Adds articles by their numbers, from one index to before another. */
  take(packed: Uint32Array, from: number, to: number): void {
    this.list.take(packed, from, to);
  }

  /** Removes all articles from an index on. */
  cutTo(length: number): void {
    this.list.cutTo(length);
  }

  /** The indexes of the articles that may have their trait in common with another one: all that do, and hardly any other. */
  *shared(): Generator<number> {
    const repeated = repeatedIn(this.list.copy().sort());
    if (repeated.length === 0) return;
    for (let index = 0; index < this.list.length; index++) if (isIn(repeated, this.list.at(index))) yield index;
  }
}

/** The values that occur more than once in a sorted list, each once. They are written over the beginning of the list. */
function repeatedIn(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at] as number;
    if (value === NONE || value !== sorted[at - 1] || (count > 0 && sorted[count - 1] === value)) continue;
    sorted[count++] = value;
  }
  return sorted.subarray(0, count);
}

/** Whether a sorted list has a value. */
function isIn(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

/** 32 bits, equal for equal traits. */
function sketchOfTrait(trait: string | number | undefined): number {
  if (trait === undefined) return NONE;
  const hash = typeof trait === 'number' ? trait : hashOf(trait);
  return hash >>> 0 || 1;
}

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), over UTF-16 units, and a last step by which all bits depend on all units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
