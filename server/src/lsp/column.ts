/** A result for each article of a document, in their order; an edit computes only those of the articles that it made. */
import type { Article } from '../core/article';

export class Column<T> {
  private articles: readonly Article[] = [];
  private results: readonly T[] = [];

  constructor(private readonly compute: (article: Article) => T) {}

  /** The results for these articles, which stay the same object as long as the articles do. */
  of(articles: readonly Article[]): readonly T[] {
    if (articles !== this.articles) {
      const [same, sameBehind] = common(this.articles, articles);
      const { length } = this.results;
      this.results = this.results
        .slice(0, same)
        .concat(
          articles.slice(same, articles.length - sameBehind).map(this.compute),
          this.results.slice(length - sameBehind),
        );
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
