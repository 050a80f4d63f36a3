/** Waits for what a command needs, as long as the person wants to wait. */
import * as vscode from 'vscode';
import type { Refusal } from './refusal';

/** After so many milliseconds a person wants to know what is being waited for. */
const SHOWN_AFTER = 1000;
/** After so many milliseconds it will not come any more. */
const PATIENCE = 60_000;

/**
 * The result of `work`. After a second, a notification with this title says what is being waited for, and can cancel it;
 * then this throws a CancellationError, and the token is cancelled. After a minute it throws `tooLong`; without that, it
 * waits on.
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
