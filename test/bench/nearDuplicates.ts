/**
 * Measures the rule near-duplicate: recall and precision against all pairs of 4,000 generated articles, and the time for
 * 100,000 texts.
 *
 *     npx tsx test/bench/nearDuplicates.ts
 */
import { finished } from '../../server/src/core/steps';
import type { ArticleRecord } from '../../server/src/corpus/articles/record';
import { candidatesAmong } from '../../server/src/corpus/nearTexts/candidates';
import { NearArticles, type NearTexts } from '../../server/src/corpus/nearTexts/nearArticles';
import { NEAR } from '../../server/src/corpus/nearTexts/shingles';
import { Signatures } from '../../server/src/corpus/nearTexts/signatures';
import { pick, seeded } from '../random';
import { SEED } from './corpora/corpus';
import { healthyRecords, type Record, records } from './corpora/records';

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

/** Texts made of a few different sentences, so that very many pairs of them are more or less alike. */
export function hostileTexts(count: number): string[] {
  const random = seeded(SEED);
  const sentences = textsOf(healthyRecords(SEED), 8).map((text) => text.split(' ').slice(0, 40).join(' '));
  return Array.from({ length: count }, () => Array.from({ length: 8 }, () => pick(random, sentences)).join(' '));
}

/** Texts made from one template. */
export function templateTexts(count: number): string[] {
  const [template = ''] = textsOf(healthyRecords(SEED), 1);
  return Array.from({ length: count }, (_, index) => `${template} On day ${index} nothing was new.`);
}

export interface Measured {
  /** Pairs of different texts that share NEAR of their shingles, among all pairs. */
  readonly all: number;
  /** Pairs that were found, and how many of these are among `all`. */
  readonly found: number;
  readonly right: number;
}

/** What the search finds in some texts, each of which is an article with its index as its number. */
export function nearAmong(texts: readonly string[], most?: number): NearTexts {
  const signatures = new Signatures();
  for (const text of texts) signatures.add(text);
  const candidates = finished(candidatesAmong(signatures, Uint32Array.from(texts.keys())));
  const articles = new NearArticles(candidates, most);
  for (const [index, text] of texts.entries())
    if (candidates.has(index)) articles.add(index, recordWith(index, text), text);
  return articles.near();
}

function recordWith(index: number, text: string): ArticleRecord {
  const span = { start: 0, end: 1 };
  return {
    ...{ number: String(index), date: '', title: '', words: 0, span, numberSpan: span, textMarker: span },
    ...{ digest: text, sketch: 0 },
  };
}

/** Compares what is found with all pairs, by sets of the shingles themselves. */
export function measure(all: readonly string[]): Measured {
  const texts = [...new Set(all)];
  const indexOf = new Map(texts.map((text, index) => [text, index]));
  const truth = nearOfAllPairs(texts);
  const found = new Set<string>();
  for (const [text, others] of nearAmong(texts).others)
    for (const other of others.texts) {
      const pair = [text, other.digest].map((each) => indexOf.get(each) as number).sort((a, b) => a - b);
      found.add(pair.join(' '));
    }
  return { all: truth.size, found: found.size, right: [...found].filter((pair) => truth.has(pair)).length };
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
  for (const [name, make] of [
    ['as in a real corpus', () => textsOf(records(SEED), 100_000)],
    ['edited', () => editedTexts(100_000)],
    ['of a few sentences', () => hostileTexts(100_000)],
    ['from one template', () => templateTexts(100_000)],
  ] as const) {
    const texts = make();
    const start = performance.now();
    const { others, left } = nearAmong(texts);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `100,000 texts ${name}, without reading files: ${others.size} have others that are near, ${left} not compared with all; ${seconds} s`,
    );
  }
}
