/** The commands that export the corpus, or a file, as a table. The server makes the table, and writes it where it can. */
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
    detail: 'For programs. The command line’s “import” makes article files of it again, byte for byte.',
    form: 'jsonl',
    forSpreadsheets: false,
  },
  {
    label: 'CSV',
    detail: 'For programs such as R. All values are as they are.',
    form: 'csv',
    forSpreadsheets: false,
  },
  {
    label: 'CSV for spreadsheets',
    detail: 'For Excel and its like. What would run as a formula gets an apostrophe before it.',
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

/** Exports one file by its URI or that of its fields view, or the corpus. Only what the dialog has confirmed is written. */
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
  if (await isWritten(target, done.answer)) await tell(server, target, done.answer);
}

/** Beside the file, or in the first folder of the workspace; under its name. */
function placeFor(only: string | undefined, extension: string): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = only === undefined ? undefined : vscode.Uri.parse(fileOf(only));
  const name = file ? stemOf(nameOf(file)) : folder && nameOf(folder.uri);
  const place = file && file.scheme !== 'untitled' ? vscode.Uri.joinPath(file, '..') : folder?.uri;
  return place && vscode.Uri.joinPath(place, `${name || 'articles'}.${extension}`);
}

/** Writes what the server has not; says so when nothing is to be written, or cannot be. */
async function isWritten(
  target: vscode.Uri,
  { refused, isStopped, articles, content }: ExportAnswer,
): Promise<boolean> {
  if (refused !== undefined) {
    void vscode.window.showErrorMessage(`${nameOf(target)} was left as it is. ${refused}`);
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

/** Says what was exported; what a person should look at is named in the output. */
async function tell(server: LanguageServer, target: vscode.Uri, answer: ExportAnswer): Promise<void> {
  const { articles, files, left, lossy, unsaved } = answer;
  const short = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  for (const { uri, reason } of left) server.output.info(`${short(uri)} was left out. ${reason}`);
  for (const file of lossy)
    server.output.info(`${short(file.uri)}: ${count(file.articles, 'article')} ${lossOf(file)}`);
  for (const uri of unsaved)
    server.output.info(`${short(uri)} was exported as it is in its editor, where it is not saved.`);
  const sum = (loss: LossyFile['loss']) =>
    lossy.filter((file) => file.loss === loss).reduce((total, file) => total + file.articles, 0);
  const [damaged, unnamed] = [sum('damaged'), sum('unnamed')];
  const message = [
    `Exported ${count(articles, 'article')} from ${count(files, 'file')} to ${nameOf(target)}.`,
    unsaved.length > 0 && `${count(unsaved.length, 'file')} with unsaved changes: these are in the table.`,
    damaged > 0 && `${count(damaged, 'article')} did not come over whole, because of damage.`,
    unnamed > 0 && `${count(unnamed, 'article')} did not come over whole, because no setting names all fields.`,
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

/** What became of the articles of a file, as the rest of a sentence. */
function lossOf({ loss, letters }: LossyFile): string {
  if (loss === 'damaged') {
    return 'did not come over whole, because of damage: a marker is broken, a field is missing or there twice, or text is outside all fields and so in no column.';
  }
  if (loss === 'unnamed') {
    return `did not come over whole, because no setting names all fields (${letters.join(', ')}). The setting “article.additionalFields” gives them columns.`;
  }
  return 'came over whole, but “import” would write other white space beside the markers, or no byte order mark: it writes the line layout.';
}

/** A file's name without its extension. */
function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
