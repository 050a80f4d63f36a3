/** Remembers the last diagnostics sent for each document, so that the same ones are not sent twice. */
import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { ArticleDocument } from '../documents/document';

/** Diagnostics, with the id by which the client refers to them. */
interface Sent {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export class DiagnosticReports {
  private readonly sent = new WeakMap<ArticleDocument, Sent>();
  private readonly pushed = new WeakMap<ArticleDocument, Pick<Sent, 'items'> & { readonly version: number }>();
  private count = 0;

  /** Whether these diagnostics of this version are to be pushed: not if they were the last ones that were. */
  isNew(document: ArticleDocument, items: Diagnostic[]): boolean {
    const { version } = document;
    const before = this.pushed.get(document);
    if (before?.version === version && areSame(before.items, items)) return false;
    this.pushed.set(document, { version, items });
    return true;
  }

  /**
   * The answer to a client that has the result `previousResultId`: in full only if the diagnostics have changed since.
   */
  of(document: ArticleDocument, items: Diagnostic[], previousResultId?: string): DocumentDiagnosticReport {
    const before = this.sent.get(document);
    const isSame = before !== undefined && areSame(before.items, items);
    const resultId = isSame ? before.resultId : String(++this.count);
    if (!isSame) this.sent.set(document, { resultId, items });
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }
}

/** Compares one by one and stops at the first difference: after an edit, nearly all diagnostics have moved. */
function areSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  return before.length === now.length && now.every((each, at) => JSON.stringify(each) === JSON.stringify(before[at]));
}
