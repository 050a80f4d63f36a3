/**
 * Brings the diagnostics of open documents to the client. Either the client pulls them or the server pushes them, never
 * both.
 */
import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { Corpus } from './corpus/corpus';
import type { ArticleDocument } from './documents/document';
import type { WithDocument } from './documents/withDocument';
import type { Pace } from './pace';
import type { ClientAbilities } from './start/clientAbilities';
import { DiagnosticReports } from './verdict/diagnosticReports';

interface DeliverySources {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly documents: TextDocuments<ArticleDocument>;
  readonly corpus: Corpus;
  readonly pace: Pace;
  readonly report: (error: unknown) => void;
}

export class Delivery {
  private readonly reports = new DiagnosticReports();

  constructor(private readonly sources: DeliverySources) {}

  /** The answer to a pull. `previousResultId` names the result that the client already has, if it has one. */
  async pulled(document: ArticleDocument, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const { corpus, pace } = this.sources;
    const diagnostics = await corpus.diagnostics(document);
    pace.answered(document.uri);
    return this.reports.of(document, diagnostics, previousResultId);
  }

  /** A document has changed. A client that pulls will ask for the diagnostics; to any other, they are pushed. */
  async changed(document: ArticleDocument): Promise<void> {
    const { client, corpus } = this.sources;
    await (client.pullsDiagnostics ? corpus.prepare(document) : this.push(document));
  }

  /** All verdicts may have changed, and the semantic tokens with them, because both depend on the terms. */
  refresh(): void {
    const { connection, client, documents, report } = this.sources;
    if (client.refreshesTokens) connection.languages.semanticTokens.refresh().catch(() => {});
    if (client.pullsDiagnostics) {
      if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
    } else {
      for (const document of documents.all()) this.push(document).catch(report);
    }
  }

  /** Pushes nothing if the document was edited meanwhile: that edit causes a push of its own. */
  private async push(document: ArticleDocument): Promise<void> {
    const { connection, documents, corpus, pace } = this.sources;
    const { uri, version, revision } = document;
    const diagnostics = await corpus.diagnostics(document);
    if (documents.get(uri) !== document || document.revision !== revision) return;
    pace.answered(uri);
    if (!this.reports.isNew(document, diagnostics)) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

/** Registers the handler for clients that pull. */
export function registerPull(connection: Connection, withDocument: WithDocument, delivery: Delivery): void {
  connection.languages.diagnostics.on(
    withDocument<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
      (document, { previousResultId }) => delivery.pulled(document, previousResultId),
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ),
  );
}
