/** The extension in VS Code's web worker host: in the browser. */
import * as vscode from 'vscode';
import { activateWith } from './extension';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async ({ extensionUri }, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const script = vscode.Uri.joinPath(extensionUri, 'dist/server/browser.js');
    return new LanguageClient('article', 'Article', await workerOf(script), options);
  });
}

/**
 * A worker that runs a script of the extension. The script is read through the editor's file system, because the
 * extensions of a remote machine have `vscode-remote:` addresses, and the host makes no worker from those.
 */
async function workerOf(script: vscode.Uri): Promise<Worker> {
  const source = await vscode.workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' }));
  return new Worker(address);
}
