/** Answers requests about a whole document: takes the result for each article, and moves it to the article's place. */
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver';
import { fieldAt } from '../../core/features/atOffset';
import { copyOf } from '../../core/features/copy';
import { markerPair } from '../../core/features/definition';
import { type ArticleSymbol, articleSymbol } from '../../core/features/documentSymbols';
import { articleFolds } from '../../core/features/foldingRanges';
import { hover } from '../../core/features/hover';
import { type Direction, neighbour, type Unit } from '../../core/features/neighbour';
import { selectionRanges } from '../../core/features/selectionRanges';
import { fieldName } from '../../core/format';
import { wordsOf } from '../../core/parse/words';
import type { Steps } from '../../core/steps';
import { layoutEdits } from '../../core/writing/layouts';
import { type CopyParams, MOST_SYMBOLS, type Place, type Summary } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { perArticle } from '../documents/perArticle';
import type { DocumentTerms } from '../settings';
import { toDocumentSymbol, toFoldingRange, toHover } from './convert';
import { DocumentSemanticTokens } from './semanticTokens';

/**
 * The features of one server. Results of articles that an edit does not touch are kept. Methods that look at all articles
 * work in steps, so that other messages are not held up.
 */
export class Features {
  readonly tokens = new DocumentSemanticTokens();
  private readonly symbols = perArticle((article) => articleSymbol(article) ?? null);
  private readonly folds = perArticle(articleFolds);
  private readonly words = perArticle(wordsOf);

  /** The outline. `knowsObjects` says whether the client knows the kind `Object`. */
  *documentSymbols(document: ArticleDocument, knowsObjects: boolean): Steps<DocumentSymbol[]> {
    const placed: [symbol: ArticleSymbol, base: number][] = [];
    let count = 0;
    for (const [article, base] of document.articles()) {
      yield;
      const symbol = this.symbols(article);
      if (!symbol) continue;
      placed.push([symbol, base]);
      count += 1 + symbol.children.length;
    }
    const hasFields = count <= MOST_SYMBOLS;
    const symbols: DocumentSymbol[] = [];
    for (const [symbol, base] of placed) {
      yield;
      symbols.push(toDocumentSymbol(document, hasFields ? symbol : { ...symbol, children: [] }, base, knowsObjects));
    }
    return symbols;
  }

  /**
   * The articles and fields that span several lines. VS Code accepts one fold per first line, so the outermost is taken.
   * At most `limit`; articles go before fields.
   */
  *foldingRanges(document: ArticleDocument, limit = Number.POSITIVE_INFINITY): Steps<FoldingRange[]> {
    if (document.lineCount === 1) return [];
    const byLine = new Map<number, FoldingRange>();
    const fields: FoldingRange[] = [];
    for (const [article, base] of document.articles()) {
      yield;
      for (const fold of this.folds(article)) {
        const range = toFoldingRange(document, fold, base);
        if (!range) continue;
        if (fold.kind === 'field') fields.push(range);
        else if (byLine.size < limit) byLine.set(range.startLine, range);
      }
    }
    for (const range of fields) {
      if (byLine.size >= limit) break;
      if (!byLine.has(range.startLine)) byLine.set(range.startLine, range);
    }
    return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
  }

  hover(
    document: ArticleDocument,
    position: Position,
    { context }: DocumentTerms,
    readsMarkdown: boolean,
  ): Hover | null {
    const at = document.articleAt(position);
    const found = at && hover(at[0], at[2], context.today);
    return found ? toHover(document, found, at[1], readsMarkdown) : null;
  }

  /** The other marker of the pair. */
  definition(document: ArticleDocument, position: Position): Location | null {
    const at = document.articleAt(position);
    const partner = at && markerPair(at[0], at[2])?.[1];
    return partner ? { uri: document.uri, range: document.rangeOf(partner, at[1]) } : null;
  }

  documentHighlights(document: ArticleDocument, position: Position): DocumentHighlight[] {
    const at = document.articleAt(position);
    const pair = (at && markerPair(at[0], at[2])) ?? [];
    return pair.map((span) => ({ range: document.rangeOf(span, at?.[1]) }));
  }

  selectionRange(document: ArticleDocument, position: Position): SelectionRange {
    const at = document.articleAt(position);
    const steps = at ? selectionRanges(at[0], at[2]).map((span) => document.rangeOf(span, at[1])) : [];
    const whole = document.rangeOf({ start: 0, end: document.parsed.length });
    const isReached = steps.length > 0 && at?.[0].text.length === document.parsed.length;
    const ranges = isReached ? steps : [...steps, whole];
    return ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => ({ range, ...(parent && { parent }) }),
      undefined,
    ) as SelectionRange;
  }

  /** The edits that bring the articles in a range, or all articles, into the layout of the settings. */
  *formatting(document: ArticleDocument, { layout }: DocumentTerms, range?: Range): Steps<TextEdit[]> {
    const { start, end } = range ? document.spanOf(range) : { start: 0, end: document.parsed.length };
    const edits: TextEdit[] = [];
    for (const [article, base] of document.articles()) {
      if (base > end || base + article.text.length < start) continue;
      yield;
      for (const { span, text } of layoutEdits(article, layout, document.lineEnd)) {
        edits.push({ range: document.rangeOf(span, base), newText: text });
      }
    }
    return edits;
  }

  *summary(document: ArticleDocument, { settingsFile }: DocumentTerms): Steps<Summary> {
    let articles = 0;
    let words = 0;
    for (const [article] of document.articles()) {
      yield;
      if (article.markers.length > 0) articles++;
      words += this.words(article);
    }
    return { articles, words, ...(settingsFile && { settingsFile }) };
  }

  /**
   * The field and the article at the cursor. Requested at each move of the cursor, so it counts the words of one
   * article only.
   */
  place(document: ArticleDocument, position: Position): Place | null {
    const [article, , offset] = document.articleAt(position) ?? [];
    if (!article?.markers.length || offset === undefined) return null;
    const { articles } = document.parsed;
    const field = fieldAt(article, offset);
    return {
      ...(field && { field: fieldName(field.letters) }),
      article: document.articleNumberAt(position),
      articles: articles.length,
      words: this.words(article),
    };
  }

  neighbour(document: ArticleDocument, position: Position, unit: Unit, way: Direction): Position | null {
    const found = neighbour(document.parsed, document.offsetAt(position), unit, way);
    return found === undefined ? null : document.positionAt(found);
  }

  /**
   * What is copied from each article that the ranges touch, in the document's order. An article without it is left out.
   */
  copy(document: ArticleDocument, { ranges, what }: CopyParams): string[] {
    const spans = ranges.map((range) => document.spanOf(range)).sort((a, b) => a.start - b.start);
    const touched = spans.flatMap((span) =>
      [...document.articlesIn(span)].filter(([, base]) => base < span.end || base <= span.start),
    );
    const articles = new Set(touched.map(([article]) => article));
    return [...articles].flatMap((article) => copyOf(article, what) ?? []);
  }
}
