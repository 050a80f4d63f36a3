/** The shingles of a text: all runs of five words, in lower case. Words are parted by white space, and keep their punctuation. */
import { isWhiteSpace } from '../../core/span';

/** Texts are nearly the same if they share so much of their shingles. */
export const NEAR = 0.8;

/** How many words a shingle has. */
const WORDS = 5;

/**
 * 32 bits for each shingle of a text, in their order. None for a text of fewer than five words. `lane` is 0 or 1: the hashes of the
 * two lanes have nothing to do with each other.
 */
export function shingleHashes(text: string, lane: 0 | 1): Int32Array {
  const words = wordHashes(text.toLowerCase(), lane);
  const count = Math.max(0, words.length - WORDS + 1);
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let word = at; word < at + WORDS; word++) {
      hash = Math.imul(hash ^ (words[word] as number), 0xcc9e2d51);
      hash = (hash << 13) | (hash >>> 19);
    }
    hashes[at] = mixed(hash);
  }
  return hashes;
}

/** The bases of the hashes of words. */
const BASES = [0x01000193, 0x5bd1e995] as const;

function wordHashes(text: string, lane: 0 | 1): Int32Array {
  const base = BASES[lane];
  const { length } = text;
  const hashes = new Int32Array((length + 1) >> 1);
  let count = 0;
  let hash = 0;
  let inside = false;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const isBlank = unit <= 0x20 || unit >= 0x80 ? isWhiteSpace(unit) : false;
    if (!isBlank) hash = Math.imul(hash ^ unit, base);
    else if (inside) {
      hashes[count++] = mixed(hash);
      hash = 0;
    }
    inside = !isBlank;
  }
  if (inside) hashes[count++] = mixed(hash);
  return hashes.subarray(0, count);
}

/** Lets every bit reach every other, as the last step of MurmurHash3 does (A. Appleby, public domain). */
export function mixed(lane: number): number {
  let hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * The shingles of a text, each once, as sorted numbers of 53 bits, so that in practice no two shingles have the same. Empty for a text
 * of fewer than five words.
 */
export function shinglesOf(text: string): Float64Array {
  const high = shingleHashes(text, 1);
  const all = Float64Array.from(
    shingleHashes(text, 0),
    (low, at) => ((high[at] as number) & 0x1fffff) * 2 ** 32 + (low >>> 0),
  );
  all.sort();
  let count = 0;
  for (const shingle of all) if (count === 0 || all[count - 1] !== shingle) all[count++] = shingle;
  return all.slice(0, count);
}

/** The share of the shingles of two texts that both have, from 0 to 1 (Jaccard's similarity). */
export function similarity(a: Float64Array, b: Float64Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}
