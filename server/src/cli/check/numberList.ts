/** A long list of numbers in as little memory as they need. */

const BITS = 14;
const CHUNK = 2 ** BITS;

/** Whole numbers from 0 to 2³² - 1, four bytes each. It grows in chunks, so that nothing is ever copied. */
export class NumberList {
  private readonly chunks: Uint32Array[] = [];
  length = 0;

  push(value: number): void {
    const place = this.length++ & (CHUNK - 1);
    if (place === 0) this.chunks.push(new Uint32Array(CHUNK));
    (this.chunks.at(-1) as Uint32Array)[place] = value;
  }

  /** The number at an index, which must be below `length`. */
  at(index: number): number {
    return this.chunks[index >>> BITS]?.[index & (CHUNK - 1)] as number;
  }

  /** Removes all numbers from an index on. */
  cutTo(length: number): void {
    this.length = length;
    this.chunks.length = Math.ceil(length / CHUNK);
  }

  /** All of them, as a copy. */
  copy(): Uint32Array {
    const all = new Uint32Array(this.length);
    for (const [index, chunk] of this.chunks.entries()) {
      const from = index * CHUNK;
      all.set(chunk.subarray(0, this.length - from), from);
    }
    return all;
  }
}
