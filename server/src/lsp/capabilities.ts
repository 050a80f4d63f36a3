/** What the server can do, and what it wants to be told. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities';
import { EXCLUDING_SECTIONS } from './corpus/settings';
import { FIX_ALL } from './features/codeActions';
import { TRIGGERS } from './features/completion';
import { SEMANTIC_TOKENS_LEGEND } from './features/convert';

/** The server's answer to a client's first request. */
export function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspaceSymbolProvider: true,
    documentSymbolProvider: { label: 'Articles' },
    foldingRangeProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS },
    hoverProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    definitionProvider: true,
    documentHighlightProvider: true,
    selectionRangeProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: client.resolvesEdits },
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'article', interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}

/** Registers for changes of settings and of files, as far as the client takes that. */
export async function askToBeTold(connection: Connection, client: ClientAbilities): Promise<void> {
  const settings = { section: ['article', ...EXCLUDING_SECTIONS] };
  const files = { watchers: [{ globPattern: '**/*' }] }; // Of a folder that is deleted, nothing else is told.
  await Promise.all([
    client.registersConfiguration && connection.client.register(DidChangeConfigurationNotification.type, settings),
    client.registersWatchers && connection.client.register(DidChangeWatchedFilesNotification.type, files),
  ]);
}

/** Registers for changes of one file in a folder outside the workspace, by its URI, as far as the client takes that. */
export async function askToBeToldOf(
  connection: Connection,
  client: ClientAbilities,
  folder: string,
  file: string,
): Promise<void> {
  if (!client.registersWatchers || !client.watchesElsewhere) return;
  const watchers = [{ globPattern: { baseUri: folder, pattern: file } }];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
