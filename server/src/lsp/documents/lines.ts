/**
 * The lines of a text that is held in articles: converts offsets to positions and back, exactly as TextDocument does (line
 * ends are LF, CRLF and CR). Unlike TextDocument, it needs no copy of the text and does not read all of it after an edit, and it can
 * count the characters of a line in UTF-32.
 */
import type { Position } from 'vscode-languageserver-textdocument';
import { countWhile, type Span } from '../../core/span';

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
  /** For each article, how many second halves of pairs are before it. */
  private readonly halvesBefore: Int32Array;
  /** The number of lines in the document, without the first. */
  private readonly count: number;
  /** The article that was looked up last. The next lookup is usually in the same article. */
  private last = 0;

  /**
   * `starts` are the offsets at which the articles begin, `lineStarts` the line starts in each article. With the second halves of pairs
   * in each article, characters are counted in UTF-32, otherwise in UTF-16.
   */
  constructor(
    private readonly articles: readonly { readonly text: string }[],
    private readonly starts: Int32Array,
    private readonly length: number,
    private readonly lineStarts: readonly ArticleLineStarts[],
    private readonly halves: readonly (readonly number[])[] = [],
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
    this.halvesBefore = new Int32Array(halves.length);
    for (let i = 1; i < halves.length; i++)
      this.halvesBefore[i] = (this.halvesBefore[i - 1] as number) + (halves[i - 1] as readonly number[]).length;
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
    if (this.count === 0) return { line: 0, character: at - this.halvesUpTo(at) };
    const line = this.lineOf(at);
    const start = this.lineStart(line);
    if (at > start && this.unitAt(at - 1) === CR && this.unitAt(at) === LF) at--;
    return { line, character: this.charactersIn({ start, end: at }) };
  }

  /** How many characters a span has. */
  charactersIn({ start, end }: Span): number {
    return end - start - (this.halvesUpTo(end) - this.halvesUpTo(start));
  }

  /** The offset of a position. A position whose line or character does not exist gives the nearest offset that does. */
  offsetAt({ line, character }: Position): number {
    if (this.halves.length === 0 || line < 0 || line > this.count || character <= 0)
      return this.offsetInUtf16({ line, character });
    const start = this.lineStart(line);
    let units = character;
    for (const half of this.halvesFrom(start)) {
      if (half > start + units) break;
      units++;
    }
    return this.offsetInUtf16({ line, character: units });
  }

  /** The same, if the character is counted in UTF-16. */
  offsetInUtf16({ line, character }: Position): number {
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

  /** How many second halves of pairs are before an offset. */
  private halvesUpTo(offset: number): number {
    if (this.halves.length === 0) return 0;
    const article = this.articleAt(offset);
    const own = this.halves[article] as readonly number[];
    const at = offset - (this.starts[article] as number);
    return (this.halvesBefore[article] as number) + countWhile(own, (half) => half < at);
  }

  /** The offsets of the second halves of pairs from an offset on. */
  private *halvesFrom(offset: number): Generator<number> {
    for (let article = this.articleAt(offset); article < this.halves.length; article++) {
      const start = this.starts[article] as number;
      const own = this.halves[article] as readonly number[];
      for (let i = countWhile(own, (half) => start + half < offset); i < own.length; i++)
        yield start + (own[i] as number);
    }
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
