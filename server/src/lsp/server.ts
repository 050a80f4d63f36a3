/** The language server: one table of handlers over a connection, the same in Node and in a web worker. */
import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { SUMMARY, type SummaryParams } from '../protocol';
import { ArticleDocument } from './document';
import { Features } from './features';

/** Registers all handlers and listens. The connection decides by what means; nothing here knows of Node or the web. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(ArticleDocument);
  const features = new Features();
  let client = clientOf({ capabilities: {} });

  /** A handler's way to its document; a request for one that is not open gets `otherwise`. */
  function withDocument<P extends { textDocument: { uri: string } }, R>(
    answer: (document: ArticleDocument, params: P) => R,
    otherwise: R,
  ): (params: P) => R {
    return (params) => {
      const document = documents.get(params.textDocument.uri);
      return document ? answer(document, params) : otherwise;
    };
  }

  connection.onInitialize((params): InitializeResult => {
    client = clientOf(params);
    return {
      serverInfo: { name: 'article-format' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        documentSymbolProvider: { label: 'Articles' },
        foldingRangeProvider: true,
        ...(client.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'article', interFileDependencies: false, workspaceDiagnostics: false },
        }),
      },
    };
  });
  connection.onDocumentSymbol(withDocument((document) => features.documentSymbols(document), []));
  connection.onFoldingRanges(withDocument((document) => features.foldingRanges(document, client.mostFolds), []));
  connection.onRequest(SUMMARY, ({ uri }: SummaryParams) => {
    const document = documents.get(uri);
    return document ? features.summary(document) : null;
  });
  connection.languages.diagnostics.on((params): DocumentDiagnosticReport => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    // The verdict depends on the text alone, so its version names it.
    const resultId = String(document.version);
    if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: features.diagnostics(document, client.showsRelated),
    };
  });

  // A client that cannot pull gets its diagnostics pushed; never both, which would show each problem twice.
  documents.onDidChangeContent(({ document }) => {
    if (client.pullsDiagnostics) return;
    const { uri, version } = document;
    connection.sendDiagnostics({ uri, version, diagnostics: features.diagnostics(document, client.showsRelated) });
  });
  documents.onDidClose(({ document }) => {
    if (!client.pullsDiagnostics) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  documents.listen(connection);
  connection.listen();
}

/** What the client can do, as far as an answer depends on it. */
function clientOf({ capabilities: { textDocument } }: Pick<InitializeParams, 'capabilities'>) {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    showsRelated: Boolean(
      textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation,
    ),
    mostFolds: textDocument?.foldingRange?.rangeLimit,
  };
}
