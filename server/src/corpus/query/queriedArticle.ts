/** What a query may ask of an article. */

export interface QueriedArticle {
  /** Values without the white space at their ends; empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  /** Words in the text. */
  readonly words: number;
  /** The name of its file. */
  readonly file: string;
  /** The codes of its problems, one for each problem; those of its file as a whole are among them. */
  readonly problems: readonly string[];
  /** The value of a user-defined field, by the name of its column. */
  own(column: string): string;
}
