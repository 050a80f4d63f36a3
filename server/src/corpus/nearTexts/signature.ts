/**
 * A signature of a text: 96 bytes, each of which is the same for two texts with a probability of their similarity. They are the least
 * of the shingles' hashes in 96 bins, with further rounds for bins that are still empty (S. Dahlgaard, M. Knudsen and M. Thorup, Fast
 * Similarity Sketching, 2017): that needs a few hashes of each shingle, where MinHash needs one for each byte.
 */
import { mixed } from './shingles';

export const BINS = 96;

/** The hashes of a bin and the round in which it was filled: used again for each text. */
const values = new Uint32Array(BINS);
const rounds = new Uint8Array(BINS);
const EMPTY = 255;

/** Writes the signature of some shingles, of which there must be one or more, into a list from an index on. */
export function writeSignature(shingles: Int32Array, list: Uint8Array, from: number): void {
  rounds.fill(EMPTY);
  let empty = BINS;
  // In the rounds after the first 96, all shingles go to one bin, so that even one shingle fills all.
  for (let round = 0; empty > 0; round++) {
    const mask = Math.imul(round + 1, 0x9e3779b1);
    for (let at = 0; at < shingles.length; at++) {
      const hash = mixed((shingles[at] as number) ^ mask) >>> 0;
      const bin = round < BINS ? ((Math.imul(hash, 0x85ebca6b) >>> 16) * BINS) >>> 16 : round - BINS;
      const filled = rounds[bin] as number;
      if (filled === EMPTY) empty--;
      else if (filled !== round || hash >= (values[bin] as number)) continue;
      rounds[bin] = round;
      values[bin] = hash;
    }
  }
  for (let bin = 0; bin < BINS; bin++) list[from + bin] = values[bin] as number;
}
