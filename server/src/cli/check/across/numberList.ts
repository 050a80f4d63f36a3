/** A long list of numbers in as little memory as they need. */

const BITS = 14;
const CHUNK = 2 ** BITS;

/** Whole numbers from 0 to 2³² - 1, four bytes each. It grows in chunks, so that nothing is ever copied. */
export class NumberList {
  private readonly chunks: Uint32Array[] = [];
  length = 0;

  push(value: number): void {
    const index = this.length++;
    let chunk = this.chunks[index >>> BITS];
    if (!chunk) {
      chunk = new Uint32Array(CHUNK);
      this.chunks.push(chunk);
    }
    chunk[index & (CHUNK - 1)] = value;
  }

  /** The number at an index, which must be below `length`. */
  at(index: number): number {
    return this.chunks[index >>> BITS]?.[index & (CHUNK - 1)] as number;
  }

  /** Adds the numbers of a list from one index to before another. */
  take(values: Uint32Array, from: number, to: number): void {
    for (let index = from; index < to; index++) this.push(values[index] as number);
  }

  /** Removes all numbers from an index on. The memory of some is kept for others. */
  cutTo(length: number): void {
    this.length = length;
    this.chunks.splice(Math.max(1, Math.ceil(length / CHUNK)));
  }

  /** All of them, as a copy. */
  copy(): Uint32Array {
    const all = new Uint32Array(this.length);
    for (const [index, chunk] of this.chunks.entries()) {
      const from = index * CHUNK;
      all.set(chunk.subarray(0, Math.max(0, this.length - from)), from);
    }
    return all;
  }
}
