/** The extension in VS Code's web worker host: in the browser. */
import * as vscode from 'vscode';
import { PARQUET_SCRIPT } from '../../server/src/protocol';
import { activateWith } from './extension';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async ({ extensionUri }, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const script = vscode.Uri.joinPath(extensionUri, 'dist/server/browser.js');
    const client = new LanguageClient('article', 'Article', new Worker(await addressOf(script)), options);
    client.onRequest(PARQUET_SCRIPT, () => addressOf(vscode.Uri.joinPath(extensionUri, 'dist/server/parquetRows.js')));
    return client;
  });
}

/**
 * An address of a script of the extension, for a worker. The script is read through the editor's file system, because the
 * extensions of a remote machine have `vscode-remote:` addresses, and the host makes no worker from those.
 */
async function addressOf(script: vscode.Uri): Promise<string> {
  const source = await vscode.workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([source as BlobPart], { type: 'text/javascript' }));
}
