/** An open document: its text, and its parse, which follows every edit. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Position, type Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../core/article';
import { articleIndex, edit, type ParsedDocument, parse } from '../core/parser';
import type { Span } from '../core/span';

export class ArticleDocument {
  private static revisions = 0;

  /** Names this state of this document: no other one, open before or after, has the same. */
  revision = ++ArticleDocument.revisions;

  private constructor(
    private readonly textDocument: TextDocument,
    private parse: ParsedDocument,
  ) {}

  /** For TextDocuments, which calls this when a document opens. */
  static create(uri: string, languageId: string, version: number, content: string): ArticleDocument {
    return new ArticleDocument(TextDocument.create(uri, languageId, version, content), parse(content));
  }

  /** For TextDocuments, which calls this with the changes of one edit; each one follows on the one before. */
  static update(
    document: ArticleDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): ArticleDocument {
    for (const change of changes) {
      const span = 'range' in change ? document.spanOf(change.range) : undefined;
      TextDocument.update(document.textDocument, [change], version);
      document.parse = span ? edit(document.parse, span, change.text) : parse(change.text);
    }
    document.renew();
    return document;
  }

  /** Something that the document's answers depend on has changed. */
  renew(): void {
    this.revision = ++ArticleDocument.revisions;
  }

  get uri(): string {
    return this.textDocument.uri;
  }

  get version(): number {
    return this.textDocument.version;
  }

  get parsed(): ParsedDocument {
    return this.parse;
  }

  /** The kind of line end that the document begins with; LF when it has none. */
  get lineEnd(): '\n' | '\r\n' {
    const firstLine = this.textDocument.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
    return firstLine.endsWith('\r\n') ? '\r\n' : '\n';
  }

  get lineCount(): number {
    return this.textDocument.lineCount;
  }

  /** The articles, each with the offset at which it begins in the document. */
  *articles(): Generator<[article: Article, base: number]> {
    const { articles, starts } = this.parse;
    for (const [index, article] of articles.entries()) yield [article, starts[index] as number];
  }

  /** The articles that a span touches, in offsets of the document, each with the offset at which it begins. */
  *articlesIn({ start, end }: Span): Generator<[article: Article, base: number]> {
    const { articles, starts } = this.parse;
    for (let index = articleIndex(this.parse, start); index < articles.length; index++) {
      const base = starts[index] as number;
      if (base > end) return;
      yield [articles[index] as Article, base];
    }
  }

  /** The article at a position, the offset at which it begins, and the position's offset in it. */
  articleAt(position: Position): [article: Article, base: number, offset: number] | undefined {
    const offset = this.textDocument.offsetAt(position);
    const index = articleIndex(this.parse, offset);
    const article = this.parse.articles[index];
    const base = this.parse.starts[index] ?? 0;
    return article && [article, base, offset - base];
  }

  positionAt(offset: number): Position {
    return this.textDocument.positionAt(offset);
  }

  /** The range of a span that is relative to `base`. */
  rangeOf(span: Span, base = 0): Range {
    return { start: this.positionAt(base + span.start), end: this.positionAt(base + span.end) };
  }

  /** Whether nothing but white space stands between an offset and the end of its line. */
  isLineEnd(offset: number): boolean {
    const position = this.positionAt(offset);
    const rest = { start: position, end: { line: position.line + 1, character: 0 } };
    return this.textDocument.getText(rest).trim() === '';
  }

  /** The span of a range, in offsets of the document. */
  spanOf({ start, end }: Range): Span {
    const offsets = [this.textDocument.offsetAt(start), this.textDocument.offsetAt(end)] as const;
    return { start: Math.min(...offsets), end: Math.max(...offsets) };
  }
}
