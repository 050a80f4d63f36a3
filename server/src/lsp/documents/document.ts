/** An open document: its text and its parse, which is updated with each edit. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../../core/parse/article';
import { articleIndex, edit, type ParsedDocument, parse } from '../../core/parse/parser';
import { isWhiteSpace, type Span } from '../../core/span';
import { type LineEnd, lineEndOf } from '../../core/text/lineEnd';
import { secondHalves } from '../../core/text/secondHalves';
import { canonical } from '../../corpus/files/uris';
import { fileOf } from '../../protocol';
import { Column } from './column';
import { articleLineStarts, Lines } from './lines';

/**
 * Replaces TextDocument. The text is held only in the articles, so the cost of an edit depends on the articles that it
 * touches and not on the length of the document.
 */
export class ArticleDocument
  implements Pick<TextDocument, 'uri' | 'version' | 'lineCount' | 'positionAt' | 'offsetAt'>
{
  private static revisions = 0;

  /**
   * Identifies this state of this document. No other state has the same number, nor any document opened earlier or
   * later.
   */
  revision = ++ArticleDocument.revisions;

  /** The URI of the file that this document shows, in the corpus's spelling. */
  readonly file: string;

  private readonly lineStarts = new Column(({ text }) => articleLineStarts(text));
  private readonly halves: Column<readonly number[]> | undefined;
  private lines: Lines;

  private constructor(
    readonly uri: string,
    private edition: number,
    private parse: ParsedDocument,
    inUtf32: boolean,
  ) {
    this.halves = inUtf32 ? new Column(({ text }) => secondHalves(text)) : undefined;
    this.file = canonical(fileOf(uri));
    this.lines = this.findLines();
  }

  /**
   * For TextDocuments, which calls this when a document opens. `inUtf32` says how the characters of its lines are counted in positions;
   * if not in UTF-32, then in UTF-16.
   */
  static create(uri: string, _languageId: string, version: number, content: string, inUtf32 = false): ArticleDocument {
    return new ArticleDocument(uri, version, parse(content), inUtf32);
  }

  /**
   * For TextDocuments, which calls this with the changes of one edit. Each change applies to the result of the one
   * before.
   */
  static update(
    document: ArticleDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): ArticleDocument {
    for (const change of changes) {
      document.parse =
        'range' in change ? edit(document.parse, document.spanOf(change.range), change.text) : parse(change.text);
      document.lines = document.findLines();
    }
    document.edition = version;
    document.revision = ++ArticleDocument.revisions;
    return document;
  }

  get version(): number {
    return this.edition;
  }

  get parsed(): ParsedDocument {
    return this.parse;
  }

  get lineEnd(): LineEnd {
    return lineEndOf(this.texts());
  }

  private *texts(): Generator<string> {
    for (const { text } of this.parse.articles) yield text;
  }

  get lineCount(): number {
    return this.lines.lineCount;
  }

  /** The articles, each with its start offset in the document. */
  *articles(): Generator<[article: Article, base: number]> {
    const { articles, starts } = this.parse;
    for (const [index, article] of articles.entries()) yield [article, starts[index] as number];
  }

  /** The articles that a span of the document touches, each with its start offset in the document. */
  *articlesIn({ start, end }: Span): Generator<[article: Article, base: number]> {
    const { articles, starts } = this.parse;
    for (let index = articleIndex(this.parse, start); index < articles.length; index++) {
      const base = starts[index] as number;
      if (base > end) return;
      yield [articles[index] as Article, base];
    }
  }

  /** The number of the article at a position, counted from 1. */
  articleNumberAt(position: Position): number {
    return articleIndex(this.parse, this.offsetAt(position)) + 1;
  }

  /** The article at a position, its start offset in the document, and the position's offset in the article. */
  articleAt(position: Position): [article: Article, base: number, offset: number] | undefined {
    const offset = this.offsetAt(position);
    const index = articleIndex(this.parse, offset);
    const article = this.parse.articles[index];
    const base = this.parse.starts[index] ?? 0;
    return article && [article, base, offset - base];
  }

  positionAt(offset: number): Position {
    return this.lines.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.lines.offsetAt(position);
  }

  /** The offset of a position whose characters are counted in UTF-16, whatever the client counts in. */
  offsetInUtf16(position: Position): number {
    return this.lines.offsetInUtf16(position);
  }

  /** How many characters a span has, counted as in positions. */
  charactersIn(span: Span): number {
    return this.lines.charactersIn(span);
  }

  /** The range of a span that is relative to `base`. */
  rangeOf(span: Span, base = 0): Range {
    return { start: this.positionAt(base + span.start), end: this.positionAt(base + span.end) };
  }

  /** Whether the rest of the line from an offset on is blank. */
  isLineEnd(offset: number): boolean {
    let at = offset;
    while (at < this.parse.length && !this.lines.isLineEnd(at) && isWhiteSpace(this.lines.unitAt(at))) at++;
    return at === this.parse.length || this.lines.isLineEnd(at);
  }

  /** The span of a range, in offsets of the document. */
  spanOf({ start, end }: Range): Span {
    const offsets = [this.offsetAt(start), this.offsetAt(end)] as const;
    return { start: Math.min(...offsets), end: Math.max(...offsets) };
  }

  private findLines(): Lines {
    const { articles, starts, length } = this.parse;
    return new Lines(articles, starts, length, this.lineStarts.of(articles), this.halves?.of(articles));
  }
}
