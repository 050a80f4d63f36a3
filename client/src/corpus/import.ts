/** The command that makes articles of a table. Nothing is written before a person has seen how its columns are read. */
import * as vscode from 'vscode';
import { plural } from '../../../server/src/core/language';
import {
  IMPORT,
  type ImportAnswer,
  type ImportParams,
  READ_TABLE,
  type ReadTableAnswer,
  ROW_NUMBER,
  type TableReading,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import type { LanguageServer } from '../connection/languageClient';
import { askAtLength } from '../connection/longRequests';
import { nameOf } from '../uris';
import { reportImport } from './importReport';

const TITLE = vscode.l10n.t('Import Articles');

/** What is called how, and what it is for. */
const FIELDS: Readonly<Record<string, string>> = {
  number: vscode.l10n.t('the number of the article, which also names its file'),
  date: vscode.l10n.t('the day of publication'),
  title: vscode.l10n.t('the headline'),
  text: vscode.l10n.t('the body of the article'),
};

export function offerImport(commands: Commands, server: LanguageServer): void {
  commands.registerCommand('article.importArticles', () => importArticles(server));
}

async function importArticles(server: LanguageServer): Promise<void> {
  await server.ready();
  const place = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [table] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Articles: Table'),
      openLabel: vscode.l10n.t('Read Table'),
      filters: { [vscode.l10n.t('Tables')]: ['jsonl', 'ndjson', 'csv', 'tsv'] },
      ...(place && { defaultUri: place }),
    })) ?? [];
  if (!table) return;
  const reading = await agreedReading(server, table);
  if (!reading) return;
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Articles: Folder'),
      openLabel: vscode.l10n.t('Import Here'),
      ...{ canSelectFiles: false, canSelectFolders: true },
      ...(place && { defaultUri: place }),
    })) ?? [];
  if (!folder) return;
  const params = { ...reading, folder: String(folder) };
  const done = await askAtLength<ImportParams, ImportAnswer>(
    server,
    vscode.l10n.t('Importing articles'),
    IMPORT,
    params,
  );
  await reportImport(server, { table, folder, answer: done.answer });
}

interface ReadingItem extends vscode.QuickPickItem {
  /** What choosing it does: another reading, or undefined if it is cancelled. Absent for the item that imports. */
  readonly change?: () => Promise<TableReading | undefined>;
}

/** Shows how a table is read, until a person agrees. Undefined if that is cancelled. */
async function agreedReading(server: LanguageServer, table: vscode.Uri): Promise<TableReading | undefined> {
  const token = new vscode.CancellationTokenSource().token;
  let reading: TableReading = { table: String(table) };
  for (;;) {
    const answer = await server.answer<TableReading, ReadTableAnswer>(READ_TABLE, reading, token);
    if (answer.refused !== undefined) {
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be imported. {1}', nameOf(table), answer.refused));
      return undefined;
    }
    reading = { ...reading, columns: answer.columns };
    const current = reading;
    const chosen = await vscode.window.showQuickPick<ReadingItem>(itemsFor(answer, current), {
      ...{ title: `${TITLE}: ${nameOf(table)}`, matchOnDescription: true, ignoreFocusOut: true },
      placeHolder: vscode.l10n.t('Choose a field to change its column, or import'),
    });
    if (!chosen) return undefined;
    if (!chosen.change) return current;
    reading = (await chosen.change()) ?? current;
  }
}

/** The item that imports, if each field has a column, and an item for each field and for the form of the dates. */
function itemsFor(
  { all, columns, missing, preview, articles, problems }: ReadTableAnswer,
  reading: TableReading,
): ReadingItem[] {
  const start: ReadingItem = {
    label: `$(check) ${plural(articles, 'Import {0} article', 'Import {0} articles')}`,
    ...(problems.length > 0 && { detail: problems.join(' ') }),
  };
  const valuesOf = (name: string) =>
    preview.flatMap((fields) =>
      fields.filter((field) => field.name === name).map(({ value }) => value || vscode.l10n.t('(empty)')),
    );
  const fields = Object.keys(FIELDS).map((name): ReadingItem => {
    const column = columns[name];
    return {
      label: `$(symbol-field) ${name}`,
      description:
        column === undefined ? vscode.l10n.t('no column: choose one') : vscode.l10n.t('from {0}', shownColumn(column)),
      detail: valuesOf(name).join('  ·  ') || FIELDS[name] || '',
      change: async () => {
        const other = await otherColumn(name, all);
        return other === undefined ? undefined : { ...reading, columns: { ...columns, [name]: other } };
      },
    };
  });
  const { dateForm } = reading;
  const dates: ReadingItem = {
    label: `$(calendar) ${vscode.l10n.t('form of the dates')}`,
    description: dateForm ?? vscode.l10n.t('YYYY-MM-DD, with or without a time (ISO 8601)'),
    change: async () => {
      const form = await otherForm(dateForm);
      if (form === undefined) return undefined;
      const { dateForm: _, ...rest } = reading;
      return form === '' ? rest : { ...rest, dateForm: form };
    },
  };
  return [
    ...(missing.length === 0 && articles > 0 ? [start] : []),
    ...fields,
    dates,
    ...remarks(missing, articles, problems),
  ];
}

/** Why nothing can be imported yet. */
function remarks(missing: readonly string[], articles: number, problems: readonly string[]): ReadingItem[] {
  if (missing.length > 0 || articles > 0) return [];
  const label = `$(warning) ${vscode.l10n.t('No row makes an article')}`;
  return [{ label, detail: problems.join(' '), change: async () => undefined }];
}

function shownColumn(column: string): string {
  return column === ROW_NUMBER ? vscode.l10n.t('the order of the rows') : column;
}

async function otherColumn(name: string, all: readonly string[]): Promise<string | undefined> {
  const byRow =
    name === 'number' ? [{ label: `$(list-ordered) ${vscode.l10n.t('number the rows')}`, column: ROW_NUMBER }] : [];
  const items = [...byRow, ...all.map((column) => ({ label: column, column }))];
  const placeHolder = vscode.l10n.t('The column with {0}', FIELDS[name] ?? '');
  return (await vscode.window.showQuickPick(items, { title: `${TITLE}: ${name}`, placeHolder }))?.column;
}

/** Empty for the form of ISO 8601; undefined if that is cancelled. */
function otherForm(dateForm: string | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...{ title: vscode.l10n.t('Import Articles: Dates'), value: dateForm ?? '', ignoreFocusOut: true },
    prompt: vscode.l10n.t(
      'DD/MM/YYYY, MM/DD/YYYY, D MMM YYYY … Leave it empty for YYYY-MM-DD, with or without a time.',
    ),
  });
}
