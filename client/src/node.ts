/** The extension in VS Code's Node host: on the desktop and on remote machines. */
import * as vscode from 'vscode';
import { activateWith } from './extension';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async ({ extensionUri }, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = vscode.Uri.joinPath(extensionUri, 'dist/server/node.js').fsPath;
    return new LanguageClient('article', 'Article', { module, transport: TransportKind.ipc }, options);
  });
}
