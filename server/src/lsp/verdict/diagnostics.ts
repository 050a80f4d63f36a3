/** Findings on the wire. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../../core/rules';
import type { Span } from '../../core/span';
import type { IndexedFile } from '../../corpus/corpusIndex';
import { MOST_PROBLEMS, type Problem } from '../../corpus/problems';
import type { CorpusFinding } from '../../corpus/rules';
import { SOURCE } from '../../protocol';
import type { ArticleDocument } from '../documents/document';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The place of a problem that has no place of its own. */
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Knows a file by its URI in the corpus's spelling. */
type FileAt = (uri: string) => IndexedFile | undefined;

/**
 * All that is wrong with a file, open or not: by itself, and then in view of others (`across`). At most as many as VS Code
 * shows. `showsRelated` says whether the client can show related information.
 */
export function diagnosticsOf(
  file: IndexedFile,
  across: readonly CorpusFinding[],
  fileAt: FileAt,
  showsRelated: boolean,
): Diagnostic[] {
  const diagnostics = [
    ...file.problems.map((problem) => ofProblem(file, problem, showsRelated)),
    ...across.map((finding) => ofCorpus(finding, fileAt, showsRelated)),
  ];
  return withClosing(diagnostics, file.count + across.length);
}

/** A finding in an article that begins at `base`, as a quick fix names it. */
export function toDiagnostic(document: ArticleDocument, finding: Finding, base: number): Diagnostic {
  return toWire(finding, document.rangeOf(finding.span, base), undefined);
}

/** A problem that a file has by itself. */
function ofProblem({ shown }: IndexedFile, problem: Problem, showsRelated: boolean): Diagnostic {
  const related = showsRelated ? problem.related : undefined;
  return toWire(
    problem,
    problem.range,
    related?.map(({ range, message }) => ({ location: { uri: shown, range }, message })),
  );
}

/** A finding in view of other files. */
function ofCorpus(finding: CorpusFinding, fileAt: FileAt, showsRelated: boolean): Diagnostic {
  const rangeIn = (uri: string, place: Span) => fileAt(uri)?.rangeOf(place) ?? NOWHERE;
  const related = showsRelated && finding.related.length > 0 ? finding.related : undefined;
  return toWire(
    finding,
    rangeIn(finding.article.file.uri, finding.span),
    related?.map(({ file: { uri }, span, message }) => ({
      location: { uri: fileAt(uri)?.shown ?? uri, range: rangeIn(uri, span) },
      message,
    })),
  );
}

function toWire(
  { severity, code, message }: Pick<Finding, 'severity' | 'code' | 'message'>,
  range: Range,
  relatedInformation: DiagnosticRelatedInformation[] | undefined,
): Diagnostic {
  const diagnostic: Diagnostic = { range, severity: SEVERITY[severity], code, source: SOURCE, message };
  return relatedInformation ? { ...diagnostic, relatedInformation } : diagnostic;
}

/** As many diagnostics as VS Code shows, the last of which says how many there are besides; `count` is all there are. */
function withClosing(diagnostics: readonly Diagnostic[], count: number): Diagnostic[] {
  const shown = diagnostics.slice(0, MOST_PROBLEMS);
  if (count <= shown.length) return shown;
  const message = `This file has ${count - shown.length} more problems, which are not shown.`;
  return [...shown, { range: NOWHERE, severity: DiagnosticSeverity.Information, source: SOURCE, message }];
}
