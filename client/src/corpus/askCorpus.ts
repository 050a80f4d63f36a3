/** Questions about the whole corpus. */
import * as vscode from 'vscode';
import { patiently } from '../commands/patiently';
import type { LanguageServer } from '../connection/languageClient';

/** The server's answer, which comes when all files have been read. A notification says so, and the server shows the progress. */
export function askCorpus<P extends object, R>(server: LanguageServer, method: string, params: P): Promise<R> {
  return patiently(vscode.l10n.t('Waiting until all articles have been read'), (token) =>
    server.answer<P, R>(method, params, token),
  );
}
