/** Articles that may have nearly the same texts, each different text once. */
import { finished, type Steps } from '../../core/steps';
import type { ArticleRecord } from '../record';
import { bandsOf } from './bands';
import { type NearText, nearGroups, pairing, type SignedText } from './nearPairs';
import { shinglesOf } from './shingles';

/** A text, and the articles that have it. */
export interface SharedText<Article> extends SignedText {
  readonly articles: readonly Article[];
}

/** For texts that are nearly the same as others: these. */
export type NearTexts<Article> = ReadonlyMap<SharedText<Article>, readonly NearText<SharedText<Article>>[]>;

/** What is kept of a text to compare it; undefined if it has fewer than five words, and is not compared. */
export function signed(text: string): SignedText | undefined {
  const bands = bandsOf(text);
  return bands && { bands, shingles: shinglesOf(text) };
}

export class NearArticles<Article extends { readonly record: ArticleRecord }> {
  private readonly byDigest = new Map<string, SignedText & { readonly articles: Article[] }>();
  private pairs: NearTexts<Article> | undefined;

  /** Adds an article whose text is signed. It is not compared if its number or its text is missing or uncertain. */
  add(article: Article, text: SignedText): void {
    const { numberSpan, digest } = article.record;
    if (!numberSpan || digest === undefined) return;
    const same = this.byDigest.get(digest);
    if (same) same.articles.push(article);
    else this.byDigest.set(digest, { ...text, articles: [article] });
  }

  /** The texts that are nearly the same as others; these in the order of their similarity, the most similar first. */
  near(): NearTexts<Article> {
    return finished(this.comparing());
  }

  /** The same in steps. */
  *comparing(): Steps<NearTexts<Article>> {
    this.pairs ??= yield* pairing<SharedText<Article>>([...this.byDigest.values()]);
    return this.pairs;
  }

  /** How many articles there are in each group of texts that are nearly the same, directly or through others. */
  groupSizes(): readonly number[] {
    return nearGroups(this.near()).map((texts) => texts.reduce((sum, { articles }) => sum + articles.length, 0));
  }
}
