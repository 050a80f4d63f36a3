/** Publishes the problems of files that are not open. Those of open documents are sent in `delivery.ts`. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { CorpusIndex, IndexedFile } from '../../corpus/index/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';
import type { ClientAbilities } from '../start/clientAbilities';
import { diagnosticsOf } from '../verdict/diagnostics';

export class ReportedProblems {
  /** Files that are not open and whose problems the client has. */
  private readonly published = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientAbilities,
    private readonly index: CorpusIndex,
  ) {}

  /** Publishes the problems of a file that is not open. `across` has the findings across files on it. */
  publish(uri: string, across = this.index.across(uri)): void {
    const file = this.index.get(uri);
    if (file && file.shown !== uri) return; // The index still has its fields view; the file itself is being read.
    const diagnostics = file ? this.diagnostics(file, across) : [];
    if (diagnostics.length === 0 && !this.published.has(uri)) return;
    if (diagnostics.length > 0) this.published.add(uri);
    else this.published.delete(uri);
    this.send(uri, diagnostics);
  }

  /**
   * Stops tracking a file, whose problems are now in the answers on its document. True if the client has older ones of
   * it.
   */
  forget(uri: string): boolean {
    return this.published.delete(uri);
  }

  /** All diagnostics of a file: its own, and those across files. */
  diagnostics(file: IndexedFile, across: readonly CorpusFinding[]): Diagnostic[] {
    const fileAt = (uri: string) => (uri === file.uri ? file : this.index.get(uri));
    return diagnosticsOf(file, across, fileAt, this.client.showsRelated);
  }

  send(uri: string, diagnostics: Diagnostic[]): void {
    this.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {}); // The connection is closing.
  }
}
