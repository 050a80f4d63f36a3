/** What an import has written, and what it has left out. */
import * as vscode from 'vscode';
import { plural } from '../../../server/src/core/language';
import type { ImportAnswer } from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { nameOf } from '../uris';

interface Imported {
  readonly table: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly answer: ImportAnswer;
}

/** Shows what was imported. The output has all sentences, and names the files that were not written. */
export async function reportImport(server: LanguageServer, { table, folder, answer }: Imported): Promise<void> {
  const { refused, isStopped, written, same, left, rowsLeft, notes, problems } = answer;
  if (refused !== undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported. {1}', nameOf(table), refused));
    return;
  }
  for (const sentence of [...notes, ...problems]) server.output.info(`${nameOf(table)}: ${sentence}`);
  for (const { uri, reason } of left) {
    const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    server.output.info(vscode.l10n.t('{0} was not written. {1}', file, reason));
  }
  const message = [
    plural(
      written,
      'Imported {0} article from {1} into {2}.',
      'Imported {0} articles from {1} into {2}.',
      nameOf(table),
      nameOf(folder),
    ),
    isStopped && vscode.l10n.t('You stopped it.'),
    same > 0 && plural(same, '{0} file already there.', '{0} files already there.'),
    rowsLeft > 0 && plural(rowsLeft, '{0} row left out.', '{0} rows left out.'),
    left.length > 0 && plural(left.length, '{0} file not written.', '{0} files not written.'),
  ];
  const isWhole = problems.length + left.length === 0 && !isStopped;
  const show = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const details = vscode.l10n.t('Show Which and Why');
  const chosen = await show(message.filter(Boolean).join(' '), ...(isWhole && notes.length === 0 ? [] : [details]));
  if (chosen === details) server.output.show();
}
