/** What a handler's failure leads to: it goes to the client's log, and the user is told of the first one. */
import { type Connection, MessageType, ResponseError, ShowMessageNotification } from 'vscode-languageserver';

/** Gives a function to report failures to; a request that the client has cancelled is none. */
export function failureReport(connection: Connection): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (error instanceof ResponseError) return;
    connection.console.error(error instanceof Error ? String(error.stack) : String(error));
    if (isTold) return;
    isTold = true;
    const message =
      'Something went wrong in the article language server. Your text is safe, and all else goes on. The output “Article” says more.';
    show(connection, MessageType.Error, message);
  };
}

function show(connection: Connection, type: MessageType, message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(() => {}); // The connection is closing.
}

/** Gives a function that warns the user of something once, however often it happens. */
export function warningsOnce(connection: Connection): (warning: string) => void {
  const told = new Set<string>();
  return (warning) => {
    if (told.has(warning)) return;
    told.add(warning);
    show(connection, MessageType.Warning, warning);
  };
}

/** Why a file is left as it is, as a sentence. */
export class Obstacle extends Error {}

export const NO_FILE = 'There is no such file any more.';

/** What went wrong, for people. Node's own errors begin with their code. */
export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
