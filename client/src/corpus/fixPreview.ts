/** Shows what fixes would change before anything is written, in read-only documents with their own scheme. */
import * as vscode from 'vscode';
import { type BeforeAndAfter, COMPARE_FIXES, type CompareFixesParams } from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { LANGUAGE } from '../documents';
import { openDocuments } from '../openDocuments';

const SCHEME = 'article-fixed';
type Side = 'before' | 'after';

export class FixPreview implements vscode.TextDocumentContentProvider {
  /** Part of the URIs: VS Code keeps documents, and each preview must show the state of its own time. */
  private previews = 0;
  /** That of the editor which `show` has opened; VS Code adds the number of files. */
  private title = '';

  constructor(private readonly server: LanguageServer) {}

  register({ subscriptions }: vscode.ExtensionContext): void {
    subscriptions.push(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidOpenTextDocument((document) => {
        const isOurs = document.uri.scheme === SCHEME && document.languageId !== LANGUAGE;
        if (isOurs) void vscode.languages.setTextDocumentLanguage(document, LANGUAGE).then(undefined, () => {});
      }),
    );
  }

  /** Shows the differences of these files in one editor: after safe fixes, or after their dates of a form were corrected. */
  async show(files: readonly vscode.Uri[], dateForm: string | undefined): Promise<void> {
    this.previews++;
    this.title = dateForm === undefined ? vscode.l10n.t('Safe Fixes') : vscode.l10n.t('Corrected Dates');
    const side = (file: vscode.Uri, name: Side) => this.sideOf(file, name, dateForm);
    const sides = files.map((file) => [file, side(file, 'before'), side(file, 'after')]);
    await vscode.commands.executeCommand('vscode.changes', this.title, sides);
  }

  /** Closes the editor that `show` has opened, because it is out of date. */
  async close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ label }) => label.startsWith(`${this.title} (`)));
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const { file = '', side = '', dateForm } = Object.fromEntries(new URLSearchParams(query));
    const client = await this.server.client();
    const params: CompareFixesParams = {
      uri: file,
      open: openDocuments(),
      ...(dateForm !== undefined && { dateForm }),
    };
    const text = await client.sendRequest<BeforeAndAfter | null>(COMPARE_FIXES, params);
    return (
      text?.[side as Side] ??
      vscode.l10n.t('This file has changed, so its fixes cannot be shown. Run the command again.')
    );
  }

  private sideOf(file: vscode.Uri, side: Side, dateForm: string | undefined): vscode.Uri {
    const asked = { file: String(file), side, preview: String(this.previews) };
    const query = new URLSearchParams({ ...asked, ...(dateForm !== undefined && { dateForm }) });
    return vscode.Uri.from({ scheme: SCHEME, path: file.path, query: String(query) });
  }
}
