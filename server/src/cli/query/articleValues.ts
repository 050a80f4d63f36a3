/** The values of an article that has been read, for queries and lists. */
import type { Article } from '../../core/parse/article';
import { wordsOf } from '../../core/parse/words';
import { textOf, trimmed } from '../../core/span';
import type { QueriedArticle } from '../../corpus/query/queriedArticle';
import { lettersOf } from '../../corpus/tables/columns';

/** Most queries look at few values, so each is read when it is asked for. */
export class ArticleValues implements QueriedArticle {
  constructor(
    private readonly article: Article,
    /** The name of its file. */
    readonly file: string,
    /** The codes of its problems, if they are known. */
    readonly problems: readonly string[],
  ) {}

  get number(): string {
    return this.shown('number');
  }

  get date(): string {
    return this.shown('date');
  }

  get title(): string {
    return this.shown('title');
  }

  get text(): string {
    return this.shown('text');
  }

  get words(): number {
    return wordsOf(this.article);
  }

  own(column: string): string {
    return this.shown(column);
  }

  /** The value of the first field that a column is for, verbatim; null if there is none. */
  verbatim(column: string): string | null {
    const letters = lettersOf(column);
    const field = this.article.fields.find((each) => each.letters === letters);
    return field ? textOf(this.article.text, field.value) : null;
  }

  private shown(column: string): string {
    const value = this.verbatim(column) ?? '';
    return textOf(value, trimmed(value, { start: 0, end: value.length }));
  }
}
