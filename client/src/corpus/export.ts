/** The commands that export the corpus, or a file. The server makes a table, or what a program takes, and writes it if it can. */
import * as vscode from 'vscode';
import {
  EXPORT,
  type ExportAnswer,
  type ExportParams,
  fileOf,
  TARGET_LIST,
  type TargetName,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import type { LanguageServer } from '../connection/languageClient';
import { askAtLength } from '../connection/longRequests';
import type { ActiveArticle } from '../editing/activeArticle';
import { unsavedDocuments } from '../openDocuments';
import { nameOf } from '../uris';
import { reportExport } from './exportReport';
import { needFolder } from './obstacle';
import type { TreeRow } from './rows';

interface FormItem extends vscode.QuickPickItem, Pick<ExportParams, 'form' | 'forSpreadsheets'> {
  /** The suffixes that the file may have, the proposed one first. None if a folder is made. */
  readonly suffixes: readonly string[];
}

const forms = (): readonly FormItem[] => [
  {
    label: 'JSON Lines',
    detail: vscode.l10n.t('For programs. “article-format import” turns it back into article files, byte for byte.'),
    form: 'jsonl',
    forSpreadsheets: false,
    suffixes: ['.jsonl'],
  },
  {
    label: 'CSV',
    detail: vscode.l10n.t('For programs such as R. No value is changed.'),
    form: 'csv',
    forSpreadsheets: false,
    suffixes: ['.csv'],
  },
  {
    label: vscode.l10n.t('CSV for spreadsheets'),
    detail: vscode.l10n.t('For Excel and similar programs. Values that would run as formulas get an apostrophe.'),
    form: 'csv',
    forSpreadsheets: true,
    suffixes: ['.csv'],
  },
  ...Object.entries(TARGET_LIST).map(([form, { label, sentence, suffixes }]) => ({
    ...{ label, detail: sentence, suffixes },
    ...{ form: form as TargetName, forSpreadsheets: false },
  })),
];

export function offerExport(commands: Commands, article: ActiveArticle, server: LanguageServer): void {
  commands.registerCommand('article.exportCorpus', () => {
    needFolder();
    return exportArticles(server, undefined);
  });
  commands.registerCommand('article.exportFile', async (row?: TreeRow) => {
    const uri = row?.content.uri ?? (await article.editor()).document.uri.toString();
    await exportArticles(server, uri);
  });
}

/** Exports the corpus, or one file by its URI or the URI of its fields view. Writes only to what the dialog has confirmed. */
async function exportArticles(server: LanguageServer, only: string | undefined): Promise<void> {
  await server.ready();
  const title = only === undefined ? vscode.l10n.t('Export Corpus') : vscode.l10n.t('Export File');
  const placeHolder = vscode.l10n.t('A table with a row for each article, or what a program takes');
  const chosen = await vscode.window.showQuickPick(forms(), { title, placeHolder });
  if (!chosen) return;
  const { form, forSpreadsheets, suffixes } = chosen;
  const isFolder = suffixes.length === 0;
  const defaultUri = placeFor(only, suffixes[0] ?? `-for-${form}`);
  const filters = isFolder ? {} : { [chosen.label]: suffixes.map((suffix) => suffix.slice(1)) };
  const target = await vscode.window.showSaveDialog({
    ...{
      title: isFolder ? vscode.l10n.t('{0}: New Folder', title) : title,
      filters,
      saveLabel: vscode.l10n.t('Export'),
    },
    ...(defaultUri && { defaultUri }),
  });
  if (!target) return;
  const done = await askAtLength<ExportParams, ExportAnswer>(server, vscode.l10n.t('Exporting articles'), EXPORT, {
    ...{ form, forSpreadsheets, target: String(target), unsaved: unsavedDocuments() },
    ...(only !== undefined && { only }),
  });
  if (await isWritten(target, done.answer)) await reportExport(server, { target, isFolder, answer: done.answer });
}

/** The proposed target: beside the file or in the first folder of the workspace, with the same name and this end. */
function placeFor(only: string | undefined, end: string): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = only === undefined ? undefined : vscode.Uri.parse(fileOf(only));
  const name = file ? stemOf(nameOf(file)) : folder && nameOf(folder.uri);
  const place = file && file.scheme !== 'untitled' ? vscode.Uri.joinPath(file, '..') : folder?.uri;
  return place && vscode.Uri.joinPath(place, `${name || 'articles'}${end}`);
}

/** Writes the table if the server has not. Shows a message if there is nothing to write, or if it cannot be written. */
async function isWritten(
  target: vscode.Uri,
  { refused, isStopped, articles, content }: ExportAnswer,
): Promise<boolean> {
  if (refused !== undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not changed. {1}', nameOf(target), refused));
    return false;
  }
  if (isStopped) {
    void vscode.window.showInformationMessage(
      articles > 0
        ? vscode.l10n.t('You stopped it. Nothing was exported.')
        : vscode.l10n.t('There are no articles. Nothing was exported.'),
    );
    return false;
  }
  try {
    if (content) await vscode.workspace.fs.writeFile(target, joined(content));
    return true;
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(target), String(error)));
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

/** A file's name without its extension. */
function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
