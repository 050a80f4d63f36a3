/**
 * Says why nothing works on a file over 50 MB: VS Code hands it to no extension, and tells nobody. A status bar item,
 * because VS Code shows no language status for such a file either.
 */
import * as vscode from 'vscode';

/** VS Code's limit for handing a text to extensions, in bytes. */
const LARGEST_FILE = 50 * 1024 * 1024;

export const TOO_LARGE = 'VS Code hands no file over 50 MB to an extension. Split it first.';

/** Watches the active tab, which is all that an extension gets to know of such a file. */
export function showTooLarge(context: vscode.ExtensionContext): void {
  const item = vscode.window.createStatusBarItem('article.tooLarge', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Article: File Too Large';
  item.text = '$(warning) Over 50 MB: no article support';
  item.tooltip = TOO_LARGE;
  let looks = 0;
  const look = async () => {
    const own = ++looks;
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof vscode.TabInputText ? input.uri : undefined;
    const tooLarge = uri !== undefined && (await isTooLarge(uri));
    if (own !== looks) return; // Another tab has come while the disk was asked.
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

/** Whether a file that may hold articles is over that limit. */
export async function isTooLarge(uri: vscode.Uri): Promise<boolean> {
  if (!/\.(txt|article)$/i.test(uri.path)) return false;
  try {
    return (await vscode.workspace.fs.stat(uri)).size > LARGEST_FILE;
  } catch {
    return false; // Gone, or not to be read: the editor says so itself.
  }
}
