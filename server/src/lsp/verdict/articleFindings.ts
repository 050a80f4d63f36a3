/**
 * What the rules find in the articles of open documents. Each article object is checked once; an edit makes new
 * objects.
 */
import type { Article } from '../../core/parse/article';
import { check, type Finding, provenIsEnough } from '../../core/rules';
import type { ArticleFinding } from '../../corpus/verdict/checkFile';
import { Column } from '../documents/column';
import type { ArticleDocument } from '../documents/document';
import { perArticle } from '../documents/perArticle';
import type { DocumentTerms } from '../settings';

export class ArticleFindings {
  private readonly checks = new WeakMap<DocumentTerms, (article: Article) => readonly Finding[]>();
  private readonly columns = new WeakMap<
    ArticleDocument,
    { terms: DocumentTerms; findings: Column<readonly Finding[]> }
  >();

  /**
   * A function that gives the findings of an article under these terms. Their spans are relative to the article's
   * start.
   */
  on(terms: DocumentTerms): (article: Article) => readonly Finding[] {
    let checked = this.checks.get(terms);
    if (!checked) {
      const checkNow = (article: Article) => check(article, terms.context, terms.severities);
      const checkOnce = perArticle(checkNow);
      // An article proven healthy by its parse costs no checking, so its result is not kept.
      const isEnough = provenIsEnough(terms.severities);
      checked = (article) => (isEnough && article.healthy ? checkNow(article) : checkOnce(article));
      this.checks.set(terms, checked);
    }
    return checked;
  }

  /** The findings of a document under these terms, in the order of its articles. */
  in(document: ArticleDocument, terms: DocumentTerms): ArticleFinding[] {
    let known = this.columns.get(document);
    if (known?.terms !== terms) {
      known = { terms, findings: new Column(this.on(terms)) };
      this.columns.set(document, known);
    }
    const { articles, starts } = document.parsed;
    const found: ArticleFinding[] = [];
    const all = known.findings.of(articles);
    for (let index = 0; index < all.length; index++) {
      const ofArticle = all[index] as readonly Finding[];
      if (ofArticle.length === 0) continue; // Of ten thousands, nearly all: it is quicker than a loop over nothing.
      for (const finding of ofArticle) {
        found.push({ finding, article: articles[index] as Article, base: starts[index] as number });
      }
    }
    return found;
  }
}
