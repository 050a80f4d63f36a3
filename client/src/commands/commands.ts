/** Registers commands, and shows why one could not run. */
import * as vscode from 'vscode';
import { messageOf, Refusal, ServerRefusal } from './refusal';

/** What commands need of the language server. */
export interface Restartable {
  /** Shows a problem, with a button that starts the server again. */
  offerRestart(problem: string): void;
  readonly output: vscode.LogOutputChannel;
}

/** Registers commands that may throw a Refusal. */
export class Commands {
  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Restartable,
  ) {}

  /** Registers a command until the extension is deactivated. Its caller gets what `run` gives. */
  // biome-ignore lint/suspicious/noExplicitAny: a caller may pass any arguments.
  registerCommand(name: string, run: (...given: any[]) => unknown): void {
    const command = vscode.commands.registerCommand(name, async (...given) => {
      try {
        return await run(...given);
      } catch (error) {
        this.showError(error);
        return undefined;
      }
    });
    this.context.subscriptions.push(command);
  }

  /** Shows why something was not done; shows nothing if a person has cancelled it. */
  showError(error: unknown): void {
    if (error instanceof vscode.CancellationError) return;
    if (error instanceof ServerRefusal) {
      this.server.offerRestart(error.message);
    } else if (error instanceof Refusal) {
      void vscode.window.showInformationMessage(error.message);
    } else {
      this.server.output.error(String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('The command failed: {0}', messageOf(error)));
    }
  }
}
