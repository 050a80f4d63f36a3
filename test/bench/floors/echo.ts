/** The smallest server on vscode-languageserver with a verdict: it keeps the document and reads all of it again. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
  const absent = documents.get(uri)?.getText().indexOf('\u0000');
  return { kind: 'full', items: [], resultId: String(absent) };
});
documents.listen(connection);
connection.listen();
