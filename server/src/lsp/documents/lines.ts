/**
 * The lines of a text that is held in articles: converts offsets to positions and back, exactly as TextDocument does (line
 * ends are LF, CRLF and CR). Unlike TextDocument, it needs no copy of the text and does not read all of it after an edit.
 */
import type { Position } from 'vscode-languageserver-textdocument';
import { countWhile } from '../../core/span';

const LF = 0x0a;
const CR = 0x0d;

/**
 * The offsets in an article at which lines begin. One at the very end, after a CR, counts only if the next article does not
 * begin with LF.
 */
export type ArticleLineStarts = readonly number[];

const NONE: ArticleLineStarts = [];

/** The offsets at which lines begin in an article, in order, without offset 0. */
export function articleLineStarts(article: string): ArticleLineStarts {
  if (!article.includes('\n') && !article.includes('\r')) return NONE;
  return Array.from(article.matchAll(/\r\n|[\r\n]/g), ({ index, 0: end }) => index + end.length);
}

export class Lines {
  /** For each article, how many lines begin before it, without the document's first line. */
  private readonly before: Int32Array;
  /** The number of lines in the document, without the first. */
  private readonly count: number;
  /** The article that was looked up last. The next lookup is usually in the same article. */
  private last = 0;

  /** `starts` are the offsets at which the articles begin, `lineStarts` the line starts in each article. */
  constructor(
    private readonly articles: readonly { readonly text: string }[],
    private readonly starts: Int32Array,
    private readonly length: number,
    private readonly lineStarts: readonly ArticleLineStarts[],
  ) {
    const before = new Int32Array(articles.length);
    let count = 0;
    for (let i = 0; i < articles.length; i++) {
      before[i] = count;
      const { length: own } = lineStarts[i] as ArticleLineStarts;
      if (own > 0) count += this.endsInHalf(i) ? own - 1 : own;
    }
    this.before = before;
    this.count = count;
  }

  get lineCount(): number {
    return this.count + 1;
  }

  /**
   * The position of an offset. An offset outside the text, or between CR and LF, gives the nearest position that
   * exists.
   */
  positionAt(offset: number): Position {
    let at = Math.max(0, Math.min(offset, this.length));
    if (this.count === 0) return { line: 0, character: at };
    const line = this.lineOf(at);
    const start = this.lineStart(line);
    if (at > start && this.unitAt(at - 1) === CR && this.unitAt(at) === LF) at--;
    return { line, character: at - start };
  }

  /** The offset of a position. A position whose line or character does not exist gives the nearest offset that does. */
  offsetAt({ line, character }: Position): number {
    if (line > this.count) return this.length;
    if (line < 0) return 0;
    const start = this.lineStart(line);
    if (character <= 0) return start;
    const end = line === this.count ? this.length : this.lineStart(line + 1);
    let at = Math.min(start + character, end);
    while (at > start && this.isLineEnd(at - 1)) at--;
    return at;
  }

  /** The UTF-16 unit at an offset; NaN outside the text. */
  unitAt(offset: number): number {
    const article = this.articleAt(offset);
    return this.articles[article]?.text.charCodeAt(offset - (this.starts[article] as number)) ?? Number.NaN;
  }

  /** Whether the unit at an offset is a line end, or half of one. */
  isLineEnd(offset: number): boolean {
    const unit = this.unitAt(offset);
    return unit === LF || unit === CR;
  }

  /** Whether an article ends with a CR, and the LF of the same line end begins the next article. */
  private endsInHalf(article: number): boolean {
    const text = this.articles[article]?.text ?? '';
    return this.lineStarts[article]?.at(-1) === text.length && text.endsWith('\r') && this.unitAfter(article) === LF;
  }

  /** The first unit after an article. */
  private unitAfter(article: number): number | undefined {
    return this.articles[article + 1]?.text.charCodeAt(0);
  }

  private lineOf(offset: number): number {
    const article = this.articleAt(offset);
    const begun = atMost(this.lineStarts[article] as ArticleLineStarts, offset - (this.starts[article] as number));
    return Math.min((this.before[article] as number) + begun, this.before[article + 1] ?? this.count);
  }

  /** The offset at which a line begins. The line must exist. */
  private lineStart(line: number): number {
    if (line === 0) return 0;
    const article = atMost(this.before, line - 1) - 1;
    return (
      (this.starts[article] as number) + (this.lineStarts[article]?.[line - 1 - (this.before[article] as number)] ?? 0)
    );
  }

  /** The index of the article that contains an offset; at a border, of the article that begins there. */
  private articleAt(offset: number): number {
    const { starts, last } = this;
    const isSame = (starts[last] as number) <= offset && offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY);
    if (!isSame) this.last = Math.max(0, atMost(starts, offset) - 1);
    return this.last;
  }
}

/** How many of the numbers, which are sorted, are less than or equal to a limit. */
function atMost(numbers: ArrayLike<number>, limit: number): number {
  return countWhile(numbers, (number) => number <= limit);
}
