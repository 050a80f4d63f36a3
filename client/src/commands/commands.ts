/** How a command is registered: one that can do nothing says why, in one place. */
import * as vscode from 'vscode';
import { Refusal, ServerRefusal } from './refusal';

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

  /** Registers a command by its name, for as long as the extension runs. */
  // biome-ignore lint/suspicious/noExplicitAny: a command gets what its caller hands over.
  registerCommand(name: string, run: (...given: any[]) => unknown): void {
    const command = vscode.commands.registerCommand(name, async (...given) => {
      try {
        await run(...given);
      } catch (error) {
        this.tell(error);
      }
    });
    this.context.subscriptions.push(command);
  }

  /** Says why something was not done; nothing where a person has cancelled it. */
  tell(error: unknown): void {
    if (error instanceof vscode.CancellationError) return;
    if (error instanceof ServerRefusal) {
      this.server.offerRestart(error.message);
    } else if (error instanceof Refusal) {
      void vscode.window.showInformationMessage(error.message);
    } else {
      this.server.output.error(String(error));
      void vscode.window.showErrorMessage(`This did not succeed: ${error instanceof Error ? error.message : error}`);
    }
  }
}
