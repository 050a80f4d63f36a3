/** From the core's words to LSP's. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  MarkupKind,
  type Range,
  type SemanticTokensBuilder,
  type SemanticTokensLegend,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { ArticleSymbol } from '../../core/features/documentSymbols';
import type { Fold } from '../../core/features/foldingRanges';
import type { Hover as ArticleHover } from '../../core/features/hover';
import { type SemanticToken, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../core/features/semanticTokens';
import type { Finding, Severity } from '../../core/rules';
import type { Span } from '../../core/span';
import type { Template } from '../../core/writing/template';
import type { IndexedFile } from '../../corpus/corpusIndex';
import { MOST_PROBLEMS, type Problem } from '../../corpus/problems';
import type { CorpusFinding } from '../../corpus/rules';
import type { Match } from '../../corpus/search';
import { SOURCE } from '../../protocol';
import type { ArticleDocument } from '../documents/document';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const SYMBOL_KIND: Record<ArticleSymbol['kind'], SymbolKind> = {
  article: SymbolKind.File,
  number: SymbolKind.Number,
  date: SymbolKind.Constant,
  title: SymbolKind.String,
  text: SymbolKind.Object,
  unknown: SymbolKind.Field,
};

/** Where a problem stands that has no place of its own. */
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `showsRelated` says whether the client can show related information. */
export function toDiagnostic(
  document: ArticleDocument,
  finding: Finding,
  base: number,
  showsRelated: boolean,
): Diagnostic {
  const related = showsRelated ? finding.related : undefined;
  return diagnosticOf(
    finding,
    document.rangeOf(finding.span, base),
    related?.map(({ span, message }) => ({
      location: { uri: document.uri, range: document.rangeOf(span, base) },
      message,
    })),
  );
}

/** A problem that a file of the corpus has by itself. */
export function toProblemDiagnostic({ shown }: IndexedFile, problem: Problem, showsRelated: boolean): Diagnostic {
  const related = showsRelated ? problem.related : undefined;
  return diagnosticOf(
    problem,
    problem.range,
    related?.map(({ range, message }) => ({ location: { uri: shown, range }, message })),
  );
}

/** A finding in view of other files; `fileAt` knows where in a file a span is. */
export function toCorpusDiagnostic(
  finding: CorpusFinding,
  fileAt: (uri: string) => IndexedFile | undefined,
  showsRelated: boolean,
): Diagnostic {
  const rangeIn = (uri: string, place: Span) => fileAt(uri)?.rangeOf(place) ?? NOWHERE;
  const related = showsRelated && finding.related.length > 0 ? finding.related : undefined;
  return diagnosticOf(
    finding,
    rangeIn(finding.article.file.uri, finding.span),
    related?.map(({ file: { uri }, span, message }) => ({
      location: { uri: fileAt(uri)?.shown ?? uri, range: rangeIn(uri, span) },
      message,
    })),
  );
}

function diagnosticOf(
  { severity, code, message }: Pick<Finding, 'severity' | 'code' | 'message'>,
  range: Range,
  relatedInformation: DiagnosticRelatedInformation[] | undefined,
): Diagnostic {
  const diagnostic: Diagnostic = { range, severity: SEVERITY[severity], code, source: SOURCE, message };
  return relatedInformation ? { ...diagnostic, relatedInformation } : diagnostic;
}

export function toSymbolInformation({ file, record }: Match): SymbolInformation {
  const { number, title, date, span } = record;
  const name = [number, title].filter(Boolean).join(' · ').replaceAll(/\s+/g, ' ') || 'Article';
  const location = { uri: file.shown, range: file.rangeOf(span) };
  return { name, kind: SymbolKind.File, location, ...(date && { containerName: date }) };
}

/** As many diagnostics as VS Code shows, the last of which says how many there are besides; `count` is all there are. */
export function withClosing(diagnostics: readonly Diagnostic[], count: number): Diagnostic[] {
  const shown = diagnostics.slice(0, MOST_PROBLEMS);
  if (count <= shown.length) return shown;
  const message = `This file has ${count - shown.length} more problems, which are not shown.`;
  return [...shown, { range: NOWHERE, severity: DiagnosticSeverity.Information, source: SOURCE, message }];
}

export function toDocumentSymbol(document: ArticleDocument, symbol: ArticleSymbol, base: number): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KIND[symbol.kind],
    range: document.rangeOf(symbol.span, base),
    selectionRange: document.rangeOf(symbol.selection, base),
    ...(symbol.children.length > 0 && {
      children: symbol.children.map((child) => toDocumentSymbol(document, child, base)),
    }),
  };
}

/** `readsMarkdown` says whether the client can show Markdown. */
export function toHover(
  document: ArticleDocument,
  { span, markdown }: ArticleHover,
  base: number,
  readsMarkdown: boolean,
): Hover {
  const contents = readsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: markdown.replace(/\\(.)|\*\*/g, '$1') };
  return { contents, range: document.rangeOf(span, base) };
}

/**
 * A fold as whole lines, which is all that VS Code folds. The last line stays visible when it also holds the beginning
 * of something else. Undefined when nothing is left to fold.
 */
export function toFoldingRange(document: ArticleDocument, fold: Fold, base: number): FoldingRange | undefined {
  const { start, end } = document.rangeOf(fold.span, base);
  const endLine = document.isLineEnd(base + fold.span.end) ? end.line : end.line - 1;
  if (endLine <= start.line) return undefined;
  return { startLine: start.line, endLine, ...(fold.kind === 'article' && { kind: FoldingRangeKind.Region }) };
}

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};

/** Adds a token, which stands behind all that were added before. */
export function addSemanticToken(
  builder: SemanticTokensBuilder,
  document: ArticleDocument,
  { span, type, modifier }: SemanticToken,
  base: number,
): void {
  const { line, character } = document.positionAt(base + span.start);
  const modifiers = modifier ? 1 << TOKEN_MODIFIERS.indexOf(modifier) : 0;
  builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), modifiers);
}

/** A template in LSP's snippet syntax: each place to fill in is a tab stop. */
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
