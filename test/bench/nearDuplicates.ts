/**
 * Measures the rule near-duplicate: recall and precision against all pairs of 4,000 generated articles, and the time for 100,000 texts.
 *
 *     npx tsx test/bench/nearDuplicates.ts
 */
import { finished } from '../../server/src/core/steps';
import { bandsOf } from '../../server/src/corpus/nearTexts/bands';
import { NEAR, pairing } from '../../server/src/corpus/nearTexts/nearPairs';
import { shinglesOf } from '../../server/src/corpus/nearTexts/shingles';
import { SEED } from './corpora/corpus';
import { healthyRecords, type Record, records } from './corpora/records';
import { pick, seeded } from './random';

/** The texts of the first articles. */
export function textsOf(source: Iterable<Record>, count: number): string[] {
  const texts: string[] = [];
  for (const { text } of source) if (texts.push(text) === count) break;
  return texts;
}

/** Texts of which every fifth is an earlier one with some words replaced, removed or added: more alike or less, around NEAR. */
export function editedTexts(count: number): string[] {
  const random = seeded(SEED);
  const texts = textsOf(healthyRecords(SEED), count);
  for (let at = 5; at < count; at += 5) {
    const share = random() * 0.06;
    const words = pick(random, texts.slice(Math.max(0, at - 200), at)).split(' ');
    texts[at] = words.map((word) => (random() < share ? pick(random, ['', `${word} again`, 'new']) : word)).join(' ');
  }
  return texts;
}

export interface Measured {
  /** Pairs of different texts that share NEAR of their shingles, among all pairs. */
  readonly all: number;
  /** Pairs that were found, and how many of these are among `all`. */
  readonly found: number;
  readonly right: number;
}

/** Compares what is found with all pairs, by sets of the shingles themselves. */
export function measure(all: readonly string[]): Measured {
  const texts = [...new Set(all)];
  const truth = nearOfAllPairs(texts);
  const signed = texts.flatMap((text, index) => {
    const bands = bandsOf(text);
    return bands ? [{ index, shingles: shinglesOf(text), bands }] : [];
  });
  let found = 0;
  let right = 0;
  for (const [{ index }, near] of finished(pairing(signed))) {
    for (const { text } of near) {
      if (text.index > index) continue;
      found++;
      if (truth.has(`${text.index} ${index}`)) right++;
    }
  }
  return { all: truth.size, found, right };
}

/** The pairs `a b` with a < b. Only texts with a shingle in common are compared: all others share nothing. */
function nearOfAllPairs(texts: readonly string[]): Set<string> {
  const sets = texts.map(wordShingles);
  const owners = new Map<string, number[]>();
  const near = new Set<string>();
  for (const [index, set] of sets.entries()) {
    const common = new Map<number, number>();
    for (const shingle of set) {
      const others = owners.get(shingle) ?? [];
      for (const other of others) common.set(other, (common.get(other) ?? 0) + 1);
      others.push(index);
      owners.set(shingle, others);
    }
    for (const [other, count] of common) {
      const union = set.size + (sets[other] as Set<string>).size - count;
      if (count / union >= NEAR) near.add(`${other} ${index}`);
    }
  }
  return near;
}

function wordShingles(text: string): Set<string> {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return new Set(words.slice(4).map((_word, at) => words.slice(at, at + 5).join(' ')));
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, texts] of [
    ['as in a real corpus', textsOf(records(SEED), 4000)],
    ['edited', editedTexts(4000)],
  ] as const) {
    const { all, found, right } = measure(texts);
    console.log(
      `4,000 articles, ${name}: ${all} near pairs, recall ${(right / all).toFixed(3)}, precision ${(right / found).toFixed(3)}`,
    );
  }
  const texts = textsOf(records(SEED), 100_000);
  const start = performance.now();
  for (const text of texts) bandsOf(text);
  console.log(`100,000 texts reduced to bands in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
