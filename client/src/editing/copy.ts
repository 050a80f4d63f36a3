/** The commands that copy parts of the articles at the cursors and selections. */
import * as vscode from 'vscode';
import { plural } from '../../../server/src/core/language';
import { COPY, type CopyParams } from '../../../server/src/protocol';
import { showBriefly } from '../briefly';
import type { Commands } from '../commands/commands';
import { plain } from '../connection/languageClient';
import type { ActiveArticle } from './activeArticle';

/** What is said when there is nothing to copy, and when something was copied. */
const NOTHING: Record<CopyParams['what'], string> = {
  title: vscode.l10n.t('There is no title to copy here.'),
  text: vscode.l10n.t('There is no text to copy here.'),
  citation: vscode.l10n.t('There is no citation line to copy here.'),
};
const COPIED: Record<CopyParams['what'], (count: number) => string> = {
  title: (count) => plural(count, 'Copied {0} title.', 'Copied {0} titles.'),
  text: (count) => plural(count, 'Copied {0} text.', 'Copied {0} texts.'),
  citation: (count) => plural(count, 'Copied {0} citation line.', 'Copied {0} citation lines.'),
};

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
    showBriefly(NOTHING[what]);
    return;
  }
  await vscode.env.clipboard.writeText(copies.join(editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
  showBriefly(COPIED[what](copies.length));
}
