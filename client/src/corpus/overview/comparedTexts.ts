/**
 * Shows two texts side by side, one sentence a line, in read-only documents with their own scheme; and, so that long sentences are
 * wrapped, with their own language, which VS Code knows by the end of the name.
 */
import * as vscode from 'vscode';
import type { ComparedPair } from '../../../../server/src/protocol';

const SCHEME = 'article-sentences';
const ENDING = '.article-sentences';

export class ComparedTexts implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  /** Part of the URIs: each comparison shows the state of its own time. */
  private comparisons = 0;

  register({ subscriptions }: vscode.ExtensionContext): void {
    subscriptions.push(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(String(uri))),
    );
  }

  async show([one, other]: ComparedPair): Promise<void> {
    this.comparisons++;
    const sides = [one, other].map(({ name, lines }, side) => {
      const query = `${this.comparisons}.${side}`;
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', '-')}${ENDING}`, query });
      this.texts.set(String(uri), lines);
      return uri;
    });
    await vscode.commands.executeCommand('vscode.diff', ...sides, `${one.name} ↔ ${other.name}`);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.texts.get(String(uri)) ?? vscode.l10n.t('The texts are not kept. Compare them again in the corpus overview.')
    );
  }
}
