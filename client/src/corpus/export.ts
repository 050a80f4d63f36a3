/** The commands that export the corpus, or a file, as a table. The server makes the table, and writes it if it can. */
import * as vscode from 'vscode';
import { EXPORT, type ExportAnswer, type ExportParams, fileOf, type LossyFile } from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import type { LanguageServer } from '../connection/languageClient';
import { askAtLength } from '../connection/longRequests';
import type { ActiveArticle } from '../editing/activeArticle';
import { unsavedDocuments } from '../openDocuments';
import { nameOf } from '../uris';
import { count } from '../wording';
import { needFolder } from './obstacle';
import type { Row } from './rows';

interface FormItem extends vscode.QuickPickItem, Pick<ExportParams, 'form' | 'forSpreadsheets'> {}

const FORMS: readonly FormItem[] = [
  {
    label: 'JSON Lines',
    detail: 'For programs. “article-format import” turns it back into article files, byte for byte.',
    form: 'jsonl',
    forSpreadsheets: false,
  },
  {
    label: 'CSV',
    detail: 'For programs such as R. No value is changed.',
    form: 'csv',
    forSpreadsheets: false,
  },
  {
    label: 'CSV for spreadsheets',
    detail: 'For Excel and similar programs. Values that would run as formulas get an apostrophe.',
    form: 'csv',
    forSpreadsheets: true,
  },
];

export function offerExport(commands: Commands, article: ActiveArticle, server: LanguageServer): void {
  commands.registerCommand('article.exportCorpus', () => {
    needFolder();
    return exportArticles(server, undefined);
  });
  commands.registerCommand('article.exportFile', async (row?: Row) => {
    const uri = row?.content.uri ?? (await article.editor()).document.uri.toString();
    await exportArticles(server, uri);
  });
}

/** Exports the corpus, or one file by its URI or the URI of its fields view. Writes only to the file that the dialog has confirmed. */
async function exportArticles(server: LanguageServer, only: string | undefined): Promise<void> {
  await server.ready();
  const title = only === undefined ? 'Export Corpus' : 'Export File';
  const placeHolder =
    'A row for each article: number, date, title, text, file, words, digest of the text, and user-defined fields';
  const chosen = await vscode.window.showQuickPick(FORMS, { title, placeHolder });
  if (!chosen) return;
  const { form, forSpreadsheets } = chosen;
  const defaultUri = placeFor(only, form);
  const filters = form === 'jsonl' ? { 'JSON Lines': ['jsonl'] } : { CSV: ['csv'] };
  const target = await vscode.window.showSaveDialog({
    ...{ title, filters, saveLabel: 'Export' },
    ...(defaultUri && { defaultUri }),
  });
  if (!target) return;
  const done = await askAtLength<ExportParams, ExportAnswer>(server, 'Exporting articles', EXPORT, {
    ...{ form, forSpreadsheets, target: String(target), unsaved: unsavedDocuments() },
    ...(only !== undefined && { only }),
  });
  if (await isWritten(target, done.answer)) await report(server, target, done.answer);
}

/** The proposed target: beside the file or in the first folder of the workspace, with the same name. */
function placeFor(only: string | undefined, extension: string): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = only === undefined ? undefined : vscode.Uri.parse(fileOf(only));
  const name = file ? stemOf(nameOf(file)) : folder && nameOf(folder.uri);
  const place = file && file.scheme !== 'untitled' ? vscode.Uri.joinPath(file, '..') : folder?.uri;
  return place && vscode.Uri.joinPath(place, `${name || 'articles'}.${extension}`);
}

/** Writes the table if the server has not. Shows a message if there is nothing to write, or if it cannot be written. */
async function isWritten(
  target: vscode.Uri,
  { refused, isStopped, articles, content }: ExportAnswer,
): Promise<boolean> {
  if (refused !== undefined) {
    void vscode.window.showErrorMessage(`${nameOf(target)} was not changed. ${refused}`);
    return false;
  }
  if (isStopped) {
    const reason = articles > 0 ? 'You stopped it' : 'There are no articles';
    void vscode.window.showInformationMessage(`${reason}. Nothing was exported.`);
    return false;
  }
  try {
    if (content) await vscode.workspace.fs.writeFile(target, joined(content));
    return true;
  } catch (error) {
    void vscode.window.showErrorMessage(`${nameOf(target)} could not be written: ${error}`);
    return false;
  }
}

function joined(parts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const encoded = parts.map((part) => encoder.encode(part));
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of encoded) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Shows what was exported. The output names the files that a person should look at. */
async function report(server: LanguageServer, target: vscode.Uri, answer: ExportAnswer): Promise<void> {
  const { articles, files, left, lossy, unsaved } = answer;
  const short = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  for (const { uri, reason } of left) server.output.info(`${short(uri)} was left out. ${reason}`);
  for (const file of lossy) server.output.info(`${short(file.uri)}: ${outcomeOf(file)}`);
  for (const uri of unsaved) server.output.info(`${short(uri)} was exported with its unsaved changes.`);
  const sum = (loss: LossyFile['loss']) =>
    lossy.filter((file) => file.loss === loss).reduce((total, file) => total + file.articles, 0);
  const [damaged, unnamed] = [sum('damaged'), sum('unnamed')];
  const message = [
    `Exported ${count(articles, 'article')} from ${count(files, 'file')} to ${nameOf(target)}.`,
    unsaved.length > 0 && `Unsaved changes of ${count(unsaved.length, 'file')} are included.`,
    damaged > 0 && `${incomplete(damaged)} because of damage.`,
    unnamed > 0 && `${incomplete(unnamed)} because no setting names all fields.`,
    left.length > 0 && `${count(left.length, 'file')} ${left.length === 1 ? 'was' : 'were'} left out.`,
  ];
  const [open, details] = ['Open', 'Show Which and Why'];
  const isWhole = damaged + unnamed + left.length === 0;
  const show = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const buttons = isWhole && unsaved.length + lossy.length === 0 ? [open] : [details, open];
  const chosen = await show(message.filter(Boolean).join(' '), ...buttons);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', target);
  if (chosen === details) server.output.show();
}

function incomplete(articles: number): string {
  return `${count(articles, 'article')} ${articles === 1 ? 'is' : 'are'} incomplete`;
}

/** How the rows of a file differ from its articles, as a sentence. */
function outcomeOf({ loss, letters, articles }: LossyFile): string {
  if (loss === 'damaged') {
    return `${incomplete(articles)} because of damage. A marker is broken, a field is missing or appears twice, or text is outside all fields and so in no column.`;
  }
  if (loss === 'unnamed') {
    return `${incomplete(articles)} because no setting names all fields (${letters.join(', ')}). Add them to the setting “article.additionalFields” to give them columns.`;
  }
  return `${count(articles, 'article')} complete, but “import” would write other white space beside the markers, or no byte order mark, because it writes the line layout.`;
}

/** A file's name without its extension. */
function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
