/** The commands that copy parts of the articles at the cursors and selections. */
import * as vscode from 'vscode';
import { COPY, type CopyParams } from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { plain } from '../connection/languageClient';
import { count, showBriefly } from '../wording';
import type { ActiveArticle } from './activeArticle';

/** The name of each part in messages. */
const NAME: Record<CopyParams['what'], string> = { title: 'title', text: 'text', citation: 'citation line' };

export function registerCopying(commands: Commands, article: ActiveArticle): void {
  commands.registerCommand('article.copyTitle', () => copy(article, 'title'));
  commands.registerCommand('article.copyText', () => copy(article, 'text'));
  commands.registerCommand('article.copyCitation', () => copy(article, 'citation'));
}

/** Copies one line for each article. The clipboard is not changed when there is nothing to copy. */
async function copy(article: ActiveArticle, what: CopyParams['what']): Promise<void> {
  const { editor, answer: copies } = await article.ask<CopyParams, string[]>(COPY, ({ selections }) => ({
    ranges: selections.map(({ start, end }) => ({ start: plain(start), end: plain(end) })),
    what,
  }));
  if (copies.length === 0) {
    showBriefly(`There is no ${NAME[what]} to copy here.`);
    return;
  }
  await vscode.env.clipboard.writeText(copies.join(editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
  showBriefly(`Copied ${count(copies.length, NAME[what])}.`);
}
