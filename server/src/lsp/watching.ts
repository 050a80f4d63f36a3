/** Which changes the server asks the client to report. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { EXCLUDING_SECTIONS } from './corpus/folders/settings';
import type { ClientAbilities } from './start/clientAbilities';

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
