/** What an import has written, and what it has left out. */
import * as vscode from 'vscode';
import type { ImportAnswer } from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { nameOf } from '../uris';
import { count } from '../wording';

interface Imported {
  readonly table: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly answer: ImportAnswer;
}

/** Shows what was imported. The output has all sentences, and names the files that were not written. */
export async function reportImport(server: LanguageServer, { table, folder, answer }: Imported): Promise<void> {
  const { refused, isStopped, written, same, left, rowsLeft, notes, problems } = answer;
  if (refused !== undefined) {
    void vscode.window.showErrorMessage(`${nameOf(table)} was not imported. ${refused}`);
    return;
  }
  for (const sentence of [...notes, ...problems]) server.output.info(`${nameOf(table)}: ${sentence}`);
  for (const { uri, reason } of left)
    server.output.info(`${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))} was not written. ${reason}`);
  const message = [
    `Imported ${count(written, 'article')} from ${nameOf(table)} into ${nameOf(folder)}.`,
    isStopped && 'You stopped it.',
    same > 0 && `${count(same, 'file')} already there.`,
    rowsLeft > 0 && `${count(rowsLeft, 'row')} left out.`,
    left.length > 0 && `${count(left.length, 'file')} not written.`,
  ];
  const isWhole = problems.length + left.length === 0 && !isStopped;
  const show = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const details = 'Show Which and Why';
  const chosen = await show(message.filter(Boolean).join(' '), ...(isWhole && notes.length === 0 ? [] : [details]));
  if (chosen === details) server.output.show();
}
