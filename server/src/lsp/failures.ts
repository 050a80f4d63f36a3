/**
 * What happens when a handler fails: each failure goes to the client's log, and the first one is also shown to the
 * user.
 */
import * as l10n from '@vscode/l10n';
import { type Connection, MessageType, ResponseError, ShowMessageNotification } from 'vscode-languageserver';

/** Makes a function that reports failures. A request that the client has cancelled is not a failure. */
export function failureReport(connection: Connection): (error: unknown) => void {
  let isShown = false;
  return (error) => {
    if (error instanceof ResponseError) return;
    connection.console.error(error instanceof Error ? String(error.stack) : String(error));
    if (isShown) return;
    isShown = true;
    const message = l10n.t(
      'The article language server had an error. Your text is safe, and you can go on working. For details, see “Article” in the Output panel.',
    );
    showMessage(connection, MessageType.Error, message);
  };
}

/** Shows a sentence to the user. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(() => {}); // The connection is closing.
}

/** Makes a function that shows each warning to the user only once, however often it is given. */
export function warningsOnce(connection: Connection): (warning: string) => void {
  const shown = new Set<string>();
  return (warning) => {
    if (shown.has(warning)) return;
    shown.add(warning);
    showMessage(connection, MessageType.Warning, warning);
  };
}

/** Says, in a sentence, why a file is left unchanged. */
export class Obstacle extends Error {}

/** The sentence about a file that is gone. */
export function noFile(): string {
  return l10n.t('This file no longer exists.');
}

/** An error's message. Those of Node itself begin with an error code, such as `ENOENT: no such file or directory`. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
