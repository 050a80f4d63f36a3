/** The signatures of many texts, each known by its index: 104 bytes for each text, and no object. */
import { shingleHashes } from './shingles';
import { BINS, writeSignature } from './signature';

/** How many texts are kept in one list, so that nothing is copied when there are more. */
const BITS = 12;
const CHUNK = 2 ** BITS;

/** A signature has so many bands of so many bytes. Texts that have no band in common are never compared. */
export const BANDS = 16;
const ROWS = BINS / BANDS;

interface Chunk {
  /** The signatures, and the same in words of four bytes. */
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  /** How many shingles a text has, and a hash of them in their order. */
  readonly counts: Uint32Array;
  readonly hashes: Int32Array;
}

export class Signatures {
  private readonly chunks: Chunk[] = [];
  length = 0;

  /** Adds the next text. One of fewer than five words has no signature; nor has undefined. */
  add(text: string | undefined): void {
    const shingles = text === undefined ? NONE : shingleHashes(text, 0);
    const index = this.length++;
    const at = index & (CHUNK - 1);
    if (at === 0) {
      const bytes = new Uint8Array(CHUNK * BINS);
      const words = new Int32Array(bytes.buffer);
      this.chunks.push({ bytes, words, counts: new Uint32Array(CHUNK), hashes: new Int32Array(CHUNK) });
    }
    const { bytes, counts, hashes } = this.chunk(index);
    counts[at] = shingles.length;
    if (shingles.length === 0) return;
    hashes[at] = shingles.reduce((hash, shingle) => Math.imul(hash ^ shingle, 0x01000193) ^ (hash >>> 15), 0);
    writeSignature(shingles, bytes, at * BINS);
  }

  has(index: number): boolean {
    return this.count(index) > 0;
  }

  /** How many shingles a text has, repeated ones included. */
  count(index: number): number {
    return this.chunk(index).counts[index & (CHUNK - 1)] as number;
  }

  /** A hash that is equal for texts with the same shingles in the same order, and hardly ever for others. */
  hash(index: number): number {
    return this.chunk(index).hashes[index & (CHUNK - 1)] as number;
  }

  /** A hash of one band, equal for equal bands. */
  band(index: number, band: number): number {
    const { bytes } = this.chunk(index);
    const from = startOf(index) + band * ROWS;
    let hash = band;
    for (let at = from; at < from + ROWS; at++)
      hash = Math.imul(hash ^ (bytes[at] as number), 0x9e3779b1) ^ (hash >>> 15);
    return hash;
  }

  /** Whether two texts have one of the bands before this one in common. */
  haveCommonBand(a: number, b: number, before: number): boolean {
    const [one, other] = [this.chunk(a).bytes, this.chunk(b).bytes];
    const [ofOne, ofOther] = [startOf(a), startOf(b)];
    for (let from = 0; from < before * ROWS; from += ROWS) {
      let at = from;
      while (at < from + ROWS && one[ofOne + at] === other[ofOther + at]) at++;
      if (at === from + ROWS) return true;
    }
    return false;
  }

  /** How many of their BINS bytes two texts have in common. */
  likeness(a: number, b: number): number {
    const [one, other] = [this.chunk(a).words, this.chunk(b).words];
    const [ofOne, ofOther] = [startOf(a) >> 2, startOf(b) >> 2];
    let common = 0;
    for (let at = 0; at < BINS >> 2; at++) {
      const difference = (one[ofOne + at] as number) ^ (other[ofOther + at] as number);
      // The highest bit of each byte that is zero.
      const zeros = ~(((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference | 0x7f7f7f7f);
      common += Math.imul(zeros >>> 7, 0x01010101) >>> 24;
    }
    return common;
  }

  /** Whether two texts have the same shingles in the same order, in practice. */
  areSame(a: number, b: number): boolean {
    return this.hash(a) === this.hash(b) && this.count(a) === this.count(b) && this.likeness(a, b) === BINS;
  }

  private chunk(index: number): Chunk {
    return this.chunks[index >>> BITS] as Chunk;
  }
}

const NONE = new Int32Array(0);

/** Where a signature begins in its chunk. */
function startOf(index: number): number {
  return (index & (CHUNK - 1)) * BINS;
}
