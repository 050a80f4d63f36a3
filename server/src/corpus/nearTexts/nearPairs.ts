/** Which of some texts are nearly the same: candidates by their bands, each pair of them compared exactly. */
import type { Steps } from '../../core/steps';
import { BANDS } from './bands';
import { similarity } from './shingles';

/** Texts are nearly the same if they share so much of their shingles. */
export const NEAR = 0.8;

export interface SignedText {
  /** Hashes of all shingles, sorted. */
  readonly shingles: Float64Array;
  readonly bands: ArrayLike<number>;
}

export interface NearText<Text> {
  readonly text: Text;
  /** From NEAR to 1. */
  readonly similarity: number;
}

/** In a band, a text is compared with so many others at most. More have a band in common if thousands are made from one template. */
const MOST_COMPARED = 100;

/** For each text that is nearly the same as others: these, the most similar first. One step for each text in each band. */
export function* pairing<Text extends SignedText>(texts: readonly Text[]): Steps<Map<Text, readonly NearText<Text>[]>> {
  const found = new Map<Text, NearText<Text>[]>();
  const compared = new Set<number>();
  for (let band = 0; band < BANDS; band++) {
    for (const group of groupsIn(band, texts)) {
      for (const [place, one] of group.entries()) {
        for (const other of group.slice(Math.max(0, place - MOST_COMPARED), place)) {
          const pair = other * texts.length + one;
          if (compared.has(pair)) continue;
          compared.add(pair);
          addIfNear(texts[other] as Text, texts[one] as Text, found);
        }
        yield;
      }
    }
  }
  for (const near of found.values()) near.sort((a, b) => b.similarity - a.similarity);
  return found;
}

/** The indexes of the texts that have a band in common, in groups of two and more. */
function groupsIn(band: number, texts: readonly SignedText[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const [index, { bands }] of texts.entries()) {
    const value = bands[band] as number;
    const group = groups.get(value);
    if (group) group.push(index);
    else groups.set(value, [index]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function addIfNear<Text extends SignedText>(a: Text, b: Text, found: Map<Text, NearText<Text>[]>): void {
  const shared = similarity(a.shingles, b.shingles);
  if (shared < NEAR) return;
  for (const [text, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const near = found.get(text) ?? [];
    found.set(text, near);
    near.push({ text: other, similarity: shared });
  }
}

/** Joins texts that are nearly the same, directly or through others, into groups, in the order of the texts. */
export function nearGroups<Text>(pairs: ReadonlyMap<Text, readonly NearText<Text>[]>): Text[][] {
  const seen = new Set<Text>();
  const groups: Text[][] = [];
  for (const first of pairs.keys()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    for (const text of group) {
      for (const { text: other } of pairs.get(text) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}
