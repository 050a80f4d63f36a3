/** A kind of warning that a person can switch off, for all workspaces. */
import * as vscode from 'vscode';

const NEVER = vscode.l10n.t('Do Not Show Again');

export class Warning {
  /** `name` is the key under which it is remembered that the warning is off. */
  constructor(
    private readonly state: vscode.Memento,
    private readonly name: string,
  ) {}

  async show(message: string): Promise<void> {
    if (this.state.get<boolean>(this.name, false)) return;
    const chosen = await vscode.window.showWarningMessage(message, NEVER);
    if (chosen === NEVER) await this.state.update(this.name, true);
  }
}
