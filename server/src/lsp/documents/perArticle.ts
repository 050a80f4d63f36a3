import type { Article } from '../../core/parse/article';

/** Remembers what was computed for an article, for as long as the article lives. An edit makes new articles. */
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
