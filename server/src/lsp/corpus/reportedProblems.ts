/** The problems of files as the client is told them: those of files that are not open, before anybody asks. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { CorpusIndex, IndexedFile } from '../../corpus/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';
import type { ClientAbilities } from '../clientAbilities';
import { diagnosticsOf } from '../verdict/diagnostics';

export class ToldProblems {
  /** Files that are not open and whose problems the client has been told. */
  private readonly told = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly client: () => ClientAbilities,
    private readonly index: CorpusIndex,
  ) {}

  /** Tells the problems of a file that is not open. */
  tell(uri: string): void {
    const file = this.index.get(uri);
    if (file && file.shown !== uri) return; // As its fields view was; it is being read.
    const diagnostics = file ? this.diagnostics(file, this.index.across(uri)) : [];
    if (diagnostics.length === 0 && !this.told.has(uri)) return;
    if (diagnostics.length > 0) this.told.add(uri);
    else this.told.delete(uri);
    this.send(uri, diagnostics);
  }

  /** Whether the client had been told of a file; from now on that is left to the answers on its document. */
  leave(uri: string): boolean {
    return this.told.delete(uri);
  }

  /** All that is wrong with a file, by itself and in view of others. */
  diagnostics(file: IndexedFile, across: readonly CorpusFinding[]): Diagnostic[] {
    const fileAt = (uri: string) => (uri === file.uri ? file : this.index.get(uri));
    return diagnosticsOf(file, across, fileAt, this.client().showsRelated);
  }

  send(uri: string, diagnostics: Diagnostic[]): void {
    this.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {}); // The connection is closing.
  }
}
