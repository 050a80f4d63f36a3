/** Says why nothing works on a file over 50 MB: VS Code hands it to no extension, and tells nobody. */
import * as vscode from 'vscode';

/** VS Code's limit for handing a text to extensions, in bytes. */
const LARGEST_FILE = 50 * 1024 * 1024;

/** Watches the active tab, which is all that an extension gets to know of such a file. */
export function showTooLarge(context: vscode.ExtensionContext): void {
  const item = vscode.languages.createLanguageStatusItem('article.tooLarge', []);
  item.name = 'Article';
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.text = 'Over 50 MB: no article support';
  item.detail = 'VS Code hands files of this size to no extension. Split the file to work on it here.';
  const look = async () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof vscode.TabInputText ? input.uri : undefined;
    item.selector = uri && (await isTooLarge(uri)) ? { scheme: uri.scheme, pattern: uri.fsPath } : [];
  };
  context.subscriptions.push(
    item,
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  );
  void look();
}

async function isTooLarge(uri: vscode.Uri): Promise<boolean> {
  if (!/\.(txt|article)$/i.test(uri.path)) return false;
  try {
    return (await vscode.workspace.fs.stat(uri)).size > LARGEST_FILE;
  } catch {
    return false; // Gone, or not to be read: the editor says so itself.
  }
}
