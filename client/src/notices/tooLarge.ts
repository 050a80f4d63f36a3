/**
 * Says why there is no support for a file over 50 MB: VS Code gives it to no extension, and shows no message about that. This
 * is a status bar item, because VS Code shows no language status for such a file either.
 */
import * as vscode from 'vscode';

/** The size in bytes of the largest file that VS Code gives to extensions. */
const LARGEST_FILE = 50 * 1024 * 1024;

export const TOO_LARGE = vscode.l10n.t('VS Code does not give extensions files over 50 MB. Split the file first.');

/** Watches the active tab: an extension learns nothing else about such a file. */
export function showTooLarge(context: vscode.ExtensionContext): void {
  const item = vscode.window.createStatusBarItem('article.tooLarge', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Article: File Too Large');
  item.text = `$(warning) ${vscode.l10n.t('Over 50 MB: no article support')}`;
  item.tooltip = TOO_LARGE;
  let looks = 0;
  const look = async () => {
    const own = ++looks;
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof vscode.TabInputText ? input.uri : undefined;
    const tooLarge = uri !== undefined && (await isTooLarge(uri));
    if (own !== looks) return; // The active tab has changed meanwhile.
    if (tooLarge) item.show();
    else item.hide();
  };
  context.subscriptions.push(
    item,
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  );
  void look();
}

/** Whether a file that may contain articles is over that limit. */
export async function isTooLarge(uri: vscode.Uri): Promise<boolean> {
  if (!/\.(txt|article)$/i.test(uri.path)) return false;
  try {
    return (await vscode.workspace.fs.stat(uri)).size > LARGEST_FILE;
  } catch {
    return false; // Deleted or unreadable: the editor itself says so.
  }
}
