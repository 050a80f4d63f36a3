/** What a client was told of each document last, so that it gets nothing a second time. */
import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { ArticleDocument } from '../documents/document';

/** Diagnostics, and the name under which the client knows them. */
interface Told {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export class DiagnosticReports {
  private readonly told = new WeakMap<ArticleDocument, Told>();
  private count = 0;

  /** The answer to a client that knows the result `previousResultId`: in full only if it is another one now. */
  of(document: ArticleDocument, items: Diagnostic[], previousResultId?: string): DocumentDiagnosticReport {
    const before = this.told.get(document);
    const isSame = before !== undefined && areSame(before.items, items);
    const resultId = isSame ? before.resultId : String(++this.count);
    if (!isSame) this.told.set(document, { resultId, items });
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }
}

/** Ends at the first difference: behind an edit, nearly all of them stand elsewhere. */
function areSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  return before.length === now.length && now.every((each, at) => JSON.stringify(each) === JSON.stringify(before[at]));
}
