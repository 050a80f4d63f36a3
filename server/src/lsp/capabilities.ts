/** What the server can do, and which changes it asks the client to report. */
import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities';
import { EXCLUDING_SECTIONS } from './corpus/folders/settings';
import { FIX_ALL } from './features/codeActions';
import { TRIGGERS } from './features/completion';
import { semanticTokensLegend } from './features/convert';
import { APPLY_EDIT } from './features/editCommand';

/** The server's answer to a client's first request. */
export function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: client.countsInUtf32 ? 'utf-32' : 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspaceSymbolProvider: true,
    documentSymbolProvider: { label: l10n.t('Articles') },
    foldingRangeProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS },
    hoverProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    linkedEditingRangeProvider: true,
    documentHighlightProvider: true,
    selectionRangeProvider: true,
    ...(client.knowsActions
      ? { codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: client.resolvesEdits } }
      : client.appliesEdits && { codeActionProvider: true, executeCommandProvider: { commands: [APPLY_EDIT] } }),
    semanticTokensProvider: { legend: semanticTokensLegend(client), full: { delta: true }, range: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'article',
        // An edit changes which numbers and texts other files repeat.
        interFileDependencies: !client.waitsForRefresh,
        workspaceDiagnostics: false,
      },
    }),
  };
}

/** Asks for notifications of changed settings and of changed files in the workspace, where the client supports that. */
export async function watchWorkspace(connection: Connection, client: ClientAbilities): Promise<void> {
  const settings = { section: ['article', ...EXCLUDING_SECTIONS] };
  // Every file, not only articles: when a folder is deleted, the only event is the folder's own.
  const files = { watchers: [{ globPattern: '**/*' }] };
  await Promise.all([
    client.registersConfiguration && connection.client.register(DidChangeConfigurationNotification.type, settings),
    client.registersWatchers && connection.client.register(DidChangeWatchedFilesNotification.type, files),
  ]);
}

/**
 * Asks for notifications of changes of one file outside the workspace, where the client supports that. `folder` is the
 * URI of the folder, `file` the name of the file in it.
 */
export async function watchFileOutside(
  connection: Connection,
  client: ClientAbilities,
  folder: string,
  file: string,
): Promise<void> {
  if (!client.registersWatchers || !client.watchesElsewhere) return;
  const watchers = [{ globPattern: { baseUri: folder, pattern: file } }];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
