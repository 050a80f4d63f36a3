/**
 * Finds texts that may be nearly the same, without comparing each with each: MinHash (A. Broder) in bands. A text is reduced to
 * the least of its shingles' hashes under each of 18 hash functions. Each of these is the same for two texts with a probability of
 * their similarity, and six bands have three of them each. If two texts share 0.8 of their shingles, at least one band is the same
 * with a probability of 1 - (1 - 0.8³)⁶ = 0.986; if they share 0.2, with 0.05.
 */
import { shingleHashes } from './shingles';

export const BANDS = 6;
const ROWS = 3;
const FUNCTIONS = BANDS * ROWS;

/** Different numbers, always the same: what each hash function begins with, and its factor, which is odd. */
const MASKS = Int32Array.from({ length: FUNCTIONS }, (_, i) => Math.imul(i + 1, 0x85ebca77));
const FACTORS = Int32Array.from({ length: FUNCTIONS }, (_, i) => Math.imul(2 * i + 1, 0x9e3779b1));

const LARGEST = 0x7fffffff;

/** The bands of a text, 32 bits each; undefined for a text of fewer than five words. */
export function bandsOf(text: string): Int32Array | undefined {
  const shingles = shingleHashes(text, 0);
  if (shingles.length === 0) return undefined;
  const bands = new Int32Array(BANDS);
  for (let i = 0; i < FUNCTIONS; i++) {
    const least = leastOf(shingles, MASKS[i] as number, FACTORS[i] as number);
    const band = i % BANDS;
    bands[band] = Math.imul((bands[band] as number) ^ least, 0x01000193) ^ (least >>> 15);
  }
  return bands;
}

/** The least hash of some shingles under one function. */
function leastOf(shingles: Int32Array, mask: number, factor: number): number {
  let least = LARGEST;
  for (let at = 0; at < shingles.length; at++) {
    const product = Math.imul((shingles[at] as number) ^ mask, factor);
    const hash = product ^ (product >>> 15);
    if (hash < least) least = hash;
  }
  return least;
}
