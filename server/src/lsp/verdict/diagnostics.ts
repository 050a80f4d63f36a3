/** Converts findings to LSP diagnostics. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import { plural } from '../../core/language';
import type { Finding, Severity } from '../../core/rules';
import type { Span } from '../../core/span';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';
import { MOST_PROBLEMS, type Problem } from '../../corpus/verdict/problems';
import { SOURCE } from '../../protocol';
import type { ArticleDocument } from '../documents/document';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The range of a problem without a place in the text. */
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Finds a file by its URI in the corpus's spelling. */
type FileAt = (uri: string) => IndexedFile | undefined;

/**
 * All diagnostics of a file, open or not: first its own problems, then those across files (`across`). At most as many as
 * VS Code shows. `showsRelated` says whether the client can show related information.
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

/** The diagnostic of a finding in an article that begins at `base`, for the quick fix that refers to it. */
export function toDiagnostic(document: ArticleDocument, finding: Finding, base: number): Diagnostic {
  return toWire(finding, document.rangeOf(finding.span, base), undefined);
}

/** The diagnostic of a problem in a file itself. */
function ofProblem({ shown }: IndexedFile, problem: Problem, showsRelated: boolean): Diagnostic {
  const related = showsRelated ? problem.related : undefined;
  return toWire(
    problem,
    problem.range,
    related?.map(({ range, message }) => ({ location: { uri: shown, range }, message })),
  );
}

/** The diagnostic of a finding across files. */
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

/**
 * Cuts the list to what VS Code shows, and adds a diagnostic that says how many are missing. `count` is the number of
 * all.
 */
function withClosing(diagnostics: readonly Diagnostic[], count: number): Diagnostic[] {
  const shown = diagnostics.slice(0, MOST_PROBLEMS);
  if (count <= shown.length) return shown;
  const message = plural(
    count - shown.length,
    'This file has {0} more problem, which is shown when the problems before it are fixed.',
    'This file has {0} more problems, which are shown when the problems before them are fixed.',
  );
  return [...shown, { range: NOWHERE, severity: DiagnosticSeverity.Information, source: SOURCE, message }];
}
