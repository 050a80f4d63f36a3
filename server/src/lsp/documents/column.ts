/** A result for each article of a document, in order. After an edit, only the results of new articles are computed. */
import type { Article } from '../../core/parse/article';
import { replaced } from '../../core/text/replaced';

export class Column<T> {
  private articles: readonly Article[] = [];
  private results: T[] = [];

  constructor(private readonly compute: (article: Article) => T) {}

  /** The results for these articles. The list is valid until the next call, which may change it in place. */
  of(articles: readonly Article[]): readonly T[] {
    if (articles !== this.articles) {
      const [first, last] = common(this.articles, articles);
      const fresh = articles.slice(first, articles.length - last).map(this.compute);
      // Most edits keep the number of articles. Then the list is changed in place: a copy of it for each letter typed
      // is slow.
      if (articles.length === this.results.length)
        for (let at = 0; at < fresh.length; at++) this.results[first + at] = fresh[at] as T;
      else this.results = replaced(this.results, first, this.results.length - last, fresh);
      this.articles = articles;
    }
    return this.results;
  }
}

/** How many articles both lists share at the beginning, and how many at the end. No article is counted twice. */
function common(before: readonly Article[], after: readonly Article[]): [first: number, last: number] {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return [first, last];
}
