import type { Article } from '../../core/parse/article';

/**
 * Makes a function that computes its result once per article. Results never go stale: an edit makes new article
 * objects.
 */
export function perArticle<T>(compute: (article: Article) => T): (article: Article) => T {
  const known = new WeakMap<Article, T>();
  return (article) => {
    let result = known.get(article);
    if (result === undefined) {
      result = compute(article);
      known.set(article, result);
    }
    return result;
  };
}
