/** Converts the core's results to LSP's types. */
import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  MarkupKind,
  type SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { ArticleSymbol } from '../../core/features/documentSymbols';
import type { Fold } from '../../core/features/foldingRanges';
import type { Hover as ArticleHover } from '../../core/features/hover';
import type { SemanticToken } from '../../core/features/semanticTokens';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../core/features/tokenTypes';
import type { Span } from '../../core/span';
import type { Template } from '../../core/writing/template';
import type { ArticleDocument } from '../documents/document';

const SYMBOL_KIND: Record<ArticleSymbol['kind'], SymbolKind> = {
  article: SymbolKind.File,
  number: SymbolKind.Number,
  date: SymbolKind.Constant,
  title: SymbolKind.String,
  text: SymbolKind.Object,
  unknown: SymbolKind.Field,
};

/** `knowsObjects` says whether the client knows the kind `Object`. */
export function toDocumentSymbol(
  document: ArticleDocument,
  symbol: ArticleSymbol,
  base: number,
  knowsObjects: boolean,
): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind === 'text' && !knowsObjects ? SymbolKind.String : SYMBOL_KIND[symbol.kind],
    range: document.rangeOf(symbol.span, base),
    selectionRange: document.rangeOf(symbol.selection, base),
    ...(symbol.children.length > 0 && {
      children: symbol.children.map((child) => toDocumentSymbol(document, child, base, knowsObjects)),
    }),
  };
}

/** The symbols and those within them as a flat list. */
export function flatSymbols(
  uri: string,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(uri, children, name),
  ]);
}

/** `readsMarkdown` says whether the client can show Markdown. */
export function toHover(
  document: ArticleDocument,
  { span, markdown }: Pick<ArticleHover, 'markdown'> & { readonly span: Span | undefined },
  base: number,
  readsMarkdown: boolean,
): Hover {
  const contents = readsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: markdown.replace(/\\(.)|\*\*/g, '$1') };
  return { contents, ...(span && { range: document.rangeOf(span, base) }) };
}

/**
 * A fold as whole lines, because VS Code folds nothing smaller. A last line that also holds the beginning of something
 * else stays visible. Undefined if no line is left to fold.
 */
export function toFoldingRange(document: ArticleDocument, fold: Fold, base: number): FoldingRange | undefined {
  const { start, end } = document.rangeOf(fold.span, base);
  const endLine = document.isLineEnd(base + fold.span.end) ? end.line : end.line - 1;
  if (endLine <= start.line) return undefined;
  return { startLine: start.line, endLine, ...(fold.kind === 'article' && { kind: FoldingRangeKind.Region }) };
}

/** Adds a token. It must come after all tokens that were added before. */
export function addSemanticToken(
  builder: SemanticTokensBuilder,
  document: ArticleDocument,
  { span, type, modifier }: SemanticToken,
  base: number,
): void {
  const { line, character } = document.positionAt(base + span.start);
  const modifiers = modifier ? 1 << TOKEN_MODIFIERS.indexOf(modifier) : 0;
  const length = document.charactersIn({ start: base + span.start, end: base + span.end });
  builder.push(line, character, length, TOKEN_TYPES.indexOf(type), modifiers);
}

/** A template in LSP's snippet syntax, with a tab stop for each blank. */
export function toSnippet(template: Template): string {
  let stops = 0;
  return template
    .map((part) => {
      if (typeof part === 'string') return part.replace(/[\\$}]/g, '\\$&');
      stops++;
      return part.placeholder === '' ? `$${stops}` : `\${${stops}:${part.placeholder}}`;
    })
    .join('');
}
