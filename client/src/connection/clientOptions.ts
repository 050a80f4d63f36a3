/** How the language client works: its documents, its problems, and what happens when the server ends. */
import * as vscode from 'vscode';
import type { CloseAction, ErrorAction, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../../../server/src/protocol';
import { isRealDocument, LANGUAGE } from '../documents';
import { diagnosticCollections } from '../problems/diagnostics';

/** Numbers from the library, whose code is loaded only with the first article. */
const CONTINUE: ErrorAction.Continue = 1;
const DO_NOT_RESTART: CloseAction.DoNotRestart = 1;

/** What this client can do beyond LSP. */
const ABILITIES: ClientOptions = {
  readsFiles: true,
  knowsCommands: true,
  quietInProse: true,
  showsCorpus: true,
  showsAnnotations: true,
  waitsForRefresh: true,
  knowsTokens: true,
};

/**
 * `ended` is called when the server's process has ended unexpectedly. `hidden` is called for a document that is not shown any
 * more, and resolves when the server has published the problems of its file.
 */
export function clientOptions(
  output: vscode.LogOutputChannel,
  ended: () => void,
  hidden: (uri: vscode.Uri) => Promise<void>,
): LanguageClientOptions {
  const diagnostics = diagnosticCollections(hidden);
  return {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: output,
    diagnosticCollectionProvider: diagnostics,
    initializationOptions: {
      ...ABILITIES,
      language: vscode.env.language,
      messages: vscode.l10n.bundle,
    } satisfies ClientOptions,
    // The library's own handling would show a message for each end, and would miss an end during the start.
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: CONTINUE, handled: true }), // A broken connection closes soon.
      closed: () => {
        ended();
        return { action: DO_NOT_RESTART, handled: true };
      },
    },
    middleware: {
      // The server does not learn of a git revision or the side of a diff, so these have no problems.
      didOpen: async (document, next) => {
        if (isRealDocument(document)) await next(document);
      },
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        if (report && !('items' in report)) diagnostics.unchanged('uri' in document ? document.uri : document);
        return report;
      },
    },
  };
}
