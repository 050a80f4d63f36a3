/** A result for each article of a document, in their order; an edit computes only those of the articles that it made. */
import type { Article } from '../../core/parse/article';
import { replaced } from '../../core/text/replaced';

export class Column<T> {
  private articles: readonly Article[] = [];
  private results: T[] = [];

  constructor(private readonly compute: (article: Article) => T) {}

  /** The results for these articles; the list is good until the next call. */
  of(articles: readonly Article[]): readonly T[] {
    if (articles !== this.articles) {
      const [first, last] = common(this.articles, articles);
      const fresh = articles.slice(first, articles.length - last).map(this.compute);
      // An edit seldom makes more articles or fewer, and a long list is not copied for a letter.
      if (articles.length === this.results.length)
        for (let at = 0; at < fresh.length; at++) this.results[first + at] = fresh[at] as T;
      else this.results = replaced(this.results, first, this.results.length - last, fresh);
      this.articles = articles;
    }
    return this.results;
  }
}

/** How many articles, from the beginning and from the end, are in both; none is counted twice. */
function common(before: readonly Article[], after: readonly Article[]): [first: number, last: number] {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return [first, last];
}
