/**
 * Which texts may be nearly the same, by their signatures alone, without comparing each with each. Two texts that share 0.8 of their
 * shingles have one of the 16 bands in common with a probability of 1 - (1 - 0.8⁶)¹⁶ = 0.992; if they share 0.3, with 0.012.
 */
import type { Steps } from '../../core/steps';
import { Likely } from './likely';
import { NEAR } from './shingles';
import { BINS } from './signature';
import { BANDS, type Signatures } from './signatures';

/**
 * So many bytes of two signatures must be the same: of two texts that share NEAR of their shingles, that many are with a probability of
 * 0.9998; of two that share half of them, with 0.003.
 */
const LIKELY = Math.round(BINS * (NEAR - 0.16));

/** Of the texts with one band in common, each is looked at together with so many of those before it. */
const MOST_LOOKED_AT = 32;

/** So many texts are looked at in one step. */
const STEP = 64;

/** What may be nearly the same. All texts are given by their indexes in the signatures. */
export class Candidates {
  private readonly likely: Likely;
  /** For each text with the same shingles as an earlier one: the first one of these. */
  private readonly firsts = new Map<number, number>();
  private readonly repeated = new Set<number>();
  private readonly crowded = new Set<number>();

  constructor(private readonly signatures: Signatures) {
    this.likely = new Likely(signatures.length);
  }

  /** Whether a text must be read, to compare it exactly. */
  has(text: number): boolean {
    const first = this.firstOf(text);
    return this.likely.has(first) || this.repeated.has(first);
  }

  /** The first text with the same shingles, which is compared in its place. */
  firstOf(text: number): number {
    return this.firsts.get(text) ?? text;
  }

  /** The pairs that are to be compared exactly, each once. */
  *pairs(): Generator<readonly [number, number]> {
    for (const text of this.likely.texts)
      for (const other of this.likely.of(text))
        if (text < other || !this.likely.of(other).includes(text)) yield [text, other];
  }

  /** Whether more texts may be like this one than it is compared with. */
  hasMore(text: number): boolean {
    return this.likely.hasMore(text);
  }

  /** How many different texts are compared with few others, although more may be like them. */
  get left(): number {
    let left = 0;
    for (const text of this.crowded) if (!this.hasMore(text)) left++;
    return left;
  }

  /** Notes that a text has the same shingles as an earlier one. */
  addSame(text: number, first: number): void {
    this.firsts.set(text, first);
    this.repeated.add(first);
  }

  /** Compares the signatures of two texts. */
  look(a: number, b: number): void {
    const likeness = this.signatures.likeness(a, b);
    if (likeness < LIKELY) return;
    this.likely.add(a, b, likeness);
    this.likely.add(b, a, likeness);
  }

  /** Notes that two texts with a band in common are not looked at together. */
  leave(a: number, b: number): void {
    this.crowded.add(a).add(b);
  }
}

/** The candidates among some texts, in this order. Texts without a signature are none. */
export function* candidatesAmong(signatures: Signatures, texts: Uint32Array): Steps<Candidates> {
  const candidates = new Candidates(signatures);
  const chains = new Chains(texts.length, signatures.length);
  const different: number[] = [];
  for (const [place, text] of texts.entries()) {
    if (place % STEP === 0) yield;
    if (!signatures.has(text)) continue;
    const hash = signatures.hash(text);
    let other = chains.last(hash);
    while (other !== NONE && !signatures.areSame(text, other)) other = chains.before(other);
    if (other !== NONE) candidates.addSame(text, other);
    else {
      different.push(text);
      chains.add(hash, text);
    }
  }
  for (let band = 0; band < BANDS; band++) {
    chains.clear();
    for (const [place, text] of different.entries()) {
      if (place % STEP === 0) yield;
      const hash = signatures.band(text, band);
      let other = chains.last(hash);
      for (let looked = 0; other !== NONE && looked < MOST_LOOKED_AT; looked++, other = chains.before(other))
        if (!signatures.haveCommonBand(text, other, band)) candidates.look(text, other);
      if (other !== NONE) candidates.leave(text, other);
      chains.add(hash, text);
    }
  }
  return candidates;
}

const NONE = -1;

/** Texts by a hash, those with the same hash (and a few others) in the order in which they were added. */
class Chains {
  private readonly lasts: Int32Array;
  private readonly befores: Int32Array;

  /** For so many texts, with indexes below `length`. */
  constructor(count: number, length: number) {
    this.lasts = new Int32Array(2 ** Math.ceil(Math.log2(count + 2)));
    this.befores = new Int32Array(length);
    this.clear();
  }

  clear(): void {
    this.lasts.fill(NONE);
  }

  add(hash: number, text: number): void {
    const place = this.placeOf(hash);
    this.befores[text] = this.lasts[place] as number;
    this.lasts[place] = text;
  }

  /** The last text with a hash, or NONE. */
  last(hash: number): number {
    return this.lasts[this.placeOf(hash)] as number;
  }

  /** The one before it, or NONE. */
  before(text: number): number {
    return this.befores[text] as number;
  }

  private placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.lasts.length - 1);
  }
}
