/** Requests over many files, which take a while. */
import * as vscode from 'vscode';
import type { ProgressType } from 'vscode-languageclient';
import type { LongRequest } from '../../../server/src/protocol';
import { messageOf, Refusal } from '../commands/refusal';
import type { LanguageServer } from './languageClient';

/** Only its type is used. Importing the library's own object would put the library into the main bundle. */
const REPORTS = {} as ProgressType<{ message?: string; percentage?: number }>;

let requests = 0;

/**
 * Asks the server for something that takes a while. A notification shows the progress, with a button to cancel; the answer
 * then says what was done until the cancellation. Throws a Refusal if there is no answer.
 */
export async function askAtLength<P extends LongRequest, R>(
  server: LanguageServer,
  title: string,
  method: string,
  params: Omit<P, 'workDoneToken'>,
): Promise<{ answer: R; isCancelled: boolean }> {
  const client = await server.ready();
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const workDoneToken = `article-${++requests}`;
    let reported = 0;
    const listening = client.onProgress(REPORTS, workDoneToken, ({ message, percentage = reported }) => {
      progress.report({ ...(message && { message }), increment: percentage - reported });
      reported = percentage;
    });
    try {
      const answer = await client.sendRequest<R>(method, { ...params, workDoneToken }, token);
      return { answer, isCancelled: token.isCancellationRequested };
    } catch (error) {
      server.output.error(String(error));
      if (!client.isRunning())
        throw new Refusal(vscode.l10n.t('The article language server has stopped in the meantime. Try again.'));
      throw new Refusal(vscode.l10n.t('{0} failed: {1}', title, messageOf(error)));
    } finally {
      listening.dispose();
    }
  });
}
