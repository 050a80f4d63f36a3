/** Waits for what a command needs, until the person cancels. */
import * as vscode from 'vscode';
import type { Refusal } from './refusal';

/** After this many milliseconds a notification says what the command is waiting for. */
const SHOWN_AFTER = 1000;
/** After this many milliseconds the result is not expected any more. */
const PATIENCE = 60_000;

/**
 * The result of `work`. After a second, a notification with this title appears, with a button to cancel: then the token is
 * cancelled, and this throws a CancellationError. After a minute it throws `tooLong`; without `tooLong`, it
 * keeps waiting.
 */
export async function patiently<R>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<R>,
  tooLong?: Refusal,
): Promise<R> {
  const cancelling = new vscode.CancellationTokenSource();
  let stop: (reason: Error) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason);
      cancelling.cancel();
    };
  });
  const end = Promise.race([work(cancelling.token), stopped]);
  const timers = [setTimeout(() => show(title, end, () => stop(new vscode.CancellationError())), SHOWN_AFTER)];
  if (tooLong) timers.push(setTimeout(() => stop(tooLong), PATIENCE));
  try {
    return await end;
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function show(title: string, end: Promise<unknown>, cancel: () => void): void {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  void vscode.window.withProgress(options, (_, token) => {
    token.onCancellationRequested(cancel);
    return end.then(
      () => {},
      () => {},
    );
  });
}
