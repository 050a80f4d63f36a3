/** Requests over many files, which take a while. */
import * as vscode from 'vscode';
import type { ProgressType } from 'vscode-languageclient';
import type { LongRequest } from '../../../server/src/protocol';
import { Refusal } from '../commands/refusal';
import type { LanguageServer } from './languageClient';

/** Only a type to the compiler: the library's own object would bring the library into everybody's bundle. */
const REPORTS = {} as ProgressType<{ message?: string; percentage?: number }>;

let requests = 0;

/**
 * An answer of the server that takes a while, with a notification that tells how far it is and can cancel it; then the
 * answer says what was done until then. Throws a Refusal when there is none.
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
    let told = 0;
    const listening = client.onProgress(REPORTS, workDoneToken, ({ message, percentage = told }) => {
      progress.report({ ...(message && { message }), increment: percentage - told });
      told = percentage;
    });
    try {
      const answer = await client.sendRequest<R>(method, { ...params, workDoneToken }, token);
      return { answer, isCancelled: token.isCancellationRequested };
    } catch (error) {
      server.output.error(String(error));
      if (!client.isRunning()) throw new Refusal('The article language server has ended in the meantime. Try again.');
      throw new Refusal(`${title} did not succeed: ${message(error)}`);
    } finally {
      listening.dispose();
    }
  });
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
