/** Shows what fixes would change before anything is written, in read-only documents with their own scheme. */
import * as vscode from 'vscode';
import { type BeforeAndAfter, COMPARE_FIXES, type CompareFixesParams } from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { LANGUAGE } from '../documents';
import { openDocuments } from '../openDocuments';

const SCHEME = 'article-fixed';
/** VS Code adds the number of files. */
const TITLE = vscode.l10n.t('Safe Fixes');
type Side = 'before' | 'after';

export class FixPreview implements vscode.TextDocumentContentProvider {
  /** Part of the URIs: VS Code keeps documents, and each preview must show the state of its own time. */
  private previews = 0;

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

  /** Shows the differences of these files in one editor. */
  async show(files: readonly vscode.Uri[]): Promise<void> {
    this.previews++;
    const sides = files.map((file) => [file, this.sideOf(file, 'before'), this.sideOf(file, 'after')]);
    await vscode.commands.executeCommand('vscode.changes', TITLE, sides);
  }

  /** Closes the editor that `show` has opened, because it is out of date. */
  async close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ label }) => label.startsWith(`${TITLE} (`)));
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const { file = '', side = '' } = Object.fromEntries(new URLSearchParams(query));
    const client = await this.server.client();
    const params: CompareFixesParams = { uri: file, open: openDocuments() };
    const text = await client.sendRequest<BeforeAndAfter | null>(COMPARE_FIXES, params);
    return text?.[side as Side] ?? '';
  }

  private sideOf(file: vscode.Uri, side: Side): vscode.Uri {
    const query = new URLSearchParams({ file: String(file), side, preview: String(this.previews) });
    return vscode.Uri.from({ scheme: SCHEME, path: file.path, query: String(query) });
  }
}
