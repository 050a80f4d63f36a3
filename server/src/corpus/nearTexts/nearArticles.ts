/** Which articles have nearly the same text: candidates by their signatures, each pair of them compared exactly. */
import { finished, type Steps } from '../../core/steps';
import type { ArticleRecord } from '../articles/record';
import type { Candidates } from './candidates';
import { MOST_COMPARED } from './likely';
import { NEAR, shinglesOf, similarity } from './shingles';

/** A text that is nearly the same as another one. */
export interface NearText {
  readonly digest: string;
  readonly sketch: number;
  /** From NEAR to 1. */
  readonly similarity: number;
}

/** The texts that are nearly the same as one. */
export interface NearOthers {
  /** The most similar first, at most MOST_COMPARED. */
  readonly texts: readonly NearText[];
  /** Whether there may be more. */
  readonly hasMore: boolean;
}

export interface NearTexts {
  /** By the digest of a text. */
  readonly others: ReadonlyMap<string, NearOthers>;
  /** How many articles there are in each group of texts that are nearly the same, directly or through others. */
  readonly groups: readonly number[];
  /** How many articles were not compared with all that may be like them: there are too many at once. */
  readonly left: number;
}

/** So many shingles are kept at the same time, in 256 MB: those of all candidates, unless 100,000 long texts are alike. */
const MOST_SHINGLES = 2 ** 25;

/** So many pairs are compared in one step. */
const STEP = 16;

type Near = { readonly other: OneText; readonly similarity: number };

/** All texts with the same shingles, of which one is compared. */
class OneText {
  /** The digest and the sketch of each different text. */
  readonly texts = new Map<string, number>();
  articles = 0;
  hasMore: boolean;
  near: Near[] = [];
  /** Another text of its group, if it is not the one that names the group. */
  private parent: OneText | undefined;

  constructor(
    readonly shingles: Float64Array,
    hasMore: boolean,
  ) {
    this.hasMore = hasMore;
  }

  addNear(near: Near): void {
    this.near.push(near);
    if (this.near.length === 4 * MOST_COMPARED) this.keepClosest();
  }

  /** Puts the closest ones first, and forgets those that are too many. */
  keepClosest(): void {
    this.near.sort((a, b) => b.similarity - a.similarity);
    if (this.near.length <= MOST_COMPARED) return;
    this.near.length = MOST_COMPARED;
    this.hasMore = true;
  }

  join(other: OneText): void {
    const [one, another] = [this.root, other.root];
    if (one !== another) one.parent = another;
  }

  /** The text that names its group. */
  get root(): OneText {
    let root: OneText = this;
    while (root.parent) root = root.parent;
    for (let each: OneText = this; each.parent; ) {
      const { parent } = each;
      if (parent !== root) each.parent = root;
      each = parent;
    }
    return root;
  }

  /** The texts that are nearly the same as one of these. */
  othersOf(digest: string): NearOthers {
    const same: Near = { other: this, similarity: 1 };
    const texts: NearText[] = [];
    for (const { other, similarity: similar } of [same, ...this.near]) {
      for (const [another, sketch] of other.texts) {
        if (another === digest) continue;
        if (texts.length === MOST_COMPARED) return { texts, hasMore: true };
        texts.push({ digest: another, sketch, similarity: similar });
      }
    }
    return { texts, hasMore: this.hasMore };
  }
}

export class NearArticles {
  /** By the index of the first text with the same shingles. */
  private readonly texts = new Map<number, OneText>();
  private shingles = 0;
  private found: NearTexts | undefined;
  private left = 0;

  /** `most` is how many shingles are kept at the same time. */
  constructor(
    private readonly candidates: Candidates,
    private readonly most = MOST_SHINGLES,
  ) {}

  /**
   * Adds an article whose text is a candidate, and says whether it is compared: not if its number or its text is missing or uncertain.
   */
  add(index: number, { numberSpan, digest, sketch }: ArticleRecord, text: string): boolean {
    if (!numberSpan || digest === undefined || sketch === undefined) return false;
    const first = this.candidates.firstOf(index);
    const one = this.texts.get(first) ?? this.begin(first, text);
    one?.texts.set(digest, sketch);
    if (one) one.articles++;
    else this.left++;
    return one !== undefined;
  }

  private begin(first: number, text: string): OneText | undefined {
    const shingles = shinglesOf(text);
    if (this.shingles + shingles.length > this.most) return undefined;
    this.shingles += shingles.length;
    const one = new OneText(shingles, this.candidates.hasMore(first));
    this.texts.set(first, one);
    return one;
  }

  /** The texts that are nearly the same as others. */
  near(): NearTexts {
    return finished(this.comparing());
  }

  /** The same in steps. */
  *comparing(): Steps<NearTexts> {
    this.found ??= yield* this.compared();
    return this.found;
  }

  private *compared(): Steps<NearTexts> {
    const { texts, candidates } = this;
    let count = 0;
    for (const [a, b] of candidates.pairs()) {
      if (count++ % STEP === 0) yield;
      const [one, other] = [texts.get(a), texts.get(b)];
      if (!one || !other) continue;
      const similar = similarity(one.shingles, other.shingles);
      if (similar < NEAR) continue;
      one.addNear({ other, similarity: similar });
      other.addNear({ other: one, similarity: similar });
      one.join(other);
    }
    const others = new Map<string, NearOthers>();
    const groups = new Map<OneText, number>();
    for (const one of texts.values()) {
      if (count++ % STEP === 0) yield;
      if (one.near.length === 0 && one.texts.size < 2) continue;
      one.keepClosest();
      for (const digest of one.texts.keys()) others.set(digest, one.othersOf(digest));
      groups.set(one.root, (groups.get(one.root) ?? 0) + one.articles);
    }
    return { others, groups: [...groups.values()], left: this.left + candidates.left };
  }
}
