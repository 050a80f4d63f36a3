/** What the server can do. */
import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  type SemanticTokensLegend,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { STANDARD_TOKEN_TYPES, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../core/features/tokenTypes';
import type { ClientAbilities } from './clientAbilities';

/** The kind of the action that applies every safe fix. Users can have it run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.article`;

/** The one command of the server. */
export const APPLY_EDIT = 'article.applyEdit';

/** A hyphen may be the first sign of a marker. A full stop ends a START marker, and after that its END can be offered. */
const TRIGGERS = ['-', '.'];

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

/** The names of token types and modifiers, for a client that knows the project's own types or for any other. */
function semanticTokensLegend({ knowsTokens }: { readonly knowsTokens: boolean }): SemanticTokensLegend {
  return {
    tokenTypes: [...(knowsTokens ? TOKEN_TYPES : STANDARD_TOKEN_TYPES)],
    tokenModifiers: [...TOKEN_MODIFIERS],
  };
}
