/** The commands that copy something of the articles at the cursors and selections. */
import * as vscode from 'vscode';
import { COPY, type CopyParams } from '../../server/src/protocol';
import { type LanguageServer, plain } from './languageClient';
import { count, sayBriefly } from './wording';

/** What people call what is copied. */
const NAME: Record<CopyParams['what'], string> = { title: 'title', text: 'text', citation: 'citation line' };

export function registerCopying({ subscriptions }: vscode.ExtensionContext, server: LanguageServer): void {
  const { registerCommand } = vscode.commands;
  subscriptions.push(
    registerCommand('article.copyTitle', () => copy(server, 'title')),
    registerCommand('article.copyText', () => copy(server, 'text')),
    registerCommand('article.copyCitation', () => copy(server, 'citation')),
  );
}

/** Of several articles, each on a line of its own; the clipboard stays as it is when there is nothing to copy. */
async function copy(server: LanguageServer, what: CopyParams['what']): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selections } = editor;
  const ranges = selections.map(({ start, end }) => ({ start: plain(start), end: plain(end) }));
  const copies = (await server.ask<CopyParams, string[]>(COPY, document, { ranges, what })) ?? [];
  if (copies.length === 0) {
    sayBriefly(`There is no ${NAME[what]} to copy here.`);
    return;
  }
  await vscode.env.clipboard.writeText(copies.join(document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
  sayBriefly(`Copied ${count(copies.length, NAME[what])}.`);
}
