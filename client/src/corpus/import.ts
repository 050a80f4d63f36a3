/** The command that makes articles of a table. Nothing is written before a person has seen how its columns are read. */
import * as vscode from 'vscode';
import { allOf, plural } from '../../../server/src/core/language';
import {
  IMPORT,
  type ImportAnswer,
  type ImportParams,
  READ_TABLE,
  type ReadTableAnswer,
  ROW_NUMBER,
  SEPARATORS,
  type TableReading,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import type { LanguageServer } from '../connection/languageClient';
import { askAtLength } from '../connection/longRequests';
import { nameOf } from '../uris';
import { reportImport } from './importReport';

const TITLE = vscode.l10n.t('Import Articles');

/** The suffixes of tables. */
const TABLES = ['csv', 'tsv', 'parquet', 'jsonl', 'ndjson'];

/** The fields of the format, and what they are for. */
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
      filters: { [vscode.l10n.t('Tables')]: TABLES },
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
  let last: TableReading | undefined;
  let reading: TableReading = { table: String(table) };
  for (;;) {
    const answer = await server.answer<TableReading, ReadTableAnswer>(READ_TABLE, reading, token);
    if (answer.refused !== undefined) {
      const name = nameOf(table);
      if (!last) {
        void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be imported. {1}', name, answer.refused));
        return undefined;
      }
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be read like this. {1}', name, answer.refused));
      reading = last; // The table can be read; what was changed last is wrong.
      continue;
    }
    const [separator] = answer.separators;
    const current = { ...reading, columns: answer.columns, ...(separator !== undefined && { separator }) };
    last = current;
    const chosen = await vscode.window.showQuickPick<ReadingItem>(itemsFor(answer, current), {
      ...{ title: `${TITLE}: ${nameOf(table)}`, matchOnDescription: true, ignoreFocusOut: true },
      placeHolder: vscode.l10n.t('Choose a field to change its column, or import'),
    });
    if (!chosen) return undefined;
    if (!chosen.change) return current;
    reading = (await chosen.change()) ?? current;
  }
}

/** The item that imports, if each field has a column, and an item for each field and whatever else can be changed. */
function itemsFor(answer: ReadTableAnswer, reading: TableReading): ReadingItem[] {
  const { missing, ownFields, articles, problems } = answer;
  const start: ReadingItem = {
    label: `$(check) ${plural(articles, 'Import {0} article', 'Import {0} articles')}`,
    ...(problems.length > 0 && { detail: problems.join(' ') }),
  };
  return [
    ...(missing.length === 0 && articles > 0 ? [start] : []),
    ...[...Object.keys(FIELDS), ...ownFields].map((name) => fieldItem(name, answer, reading)),
    dateItem(reading),
    ...separatorItems(answer, reading),
    ...remarks(missing, articles, problems),
  ];
}

function fieldItem(name: string, { all, columns, preview }: ReadTableAnswer, reading: TableReading): ReadingItem {
  const column = columns[name];
  const none =
    name in FIELDS
      ? vscode.l10n.t('no column: choose one')
      : vscode.l10n.t('not imported: choose a column, if there is one');
  const values = preview.flatMap((fields) =>
    fields.filter((field) => field.name === name).map(({ value }) => value || vscode.l10n.t('(empty)')),
  );
  return {
    label: `$(symbol-field) ${name}`,
    description: column === undefined ? none : originOf(column),
    detail: values.join('  ·  ') || FIELDS[name] || USER_DEFINED,
    change: async () => {
      const other = await otherColumn(name, all);
      if (other === undefined) return undefined;
      const { [name]: _, ...others } = columns;
      return { ...reading, columns: other === null ? others : { ...others, [name]: other } };
    },
  };
}

function dateItem(reading: TableReading): ReadingItem {
  const { dateForm, ...rest } = reading;
  return {
    label: `$(calendar) ${vscode.l10n.t('form of the dates')}`,
    description: dateForm ?? vscode.l10n.t('YYYY-MM-DD, with or without a time (ISO 8601)'),
    change: async () => {
      const form = await otherForm(dateForm);
      if (form === undefined) return undefined;
      return form === '' ? rest : { ...rest, dateForm: form };
    },
  };
}

/** For CSV: what separates the columns. With another separator there are other columns, so they are proposed again. */
function separatorItems({ separators }: ReadTableAnswer, { columns: _, ...reading }: TableReading): ReadingItem[] {
  const [current, ...others] = separators.map((separator) => SEPARATORS[separator]?.() ?? separator);
  if (current === undefined) return [];
  const doubt = vscode.l10n.t('{0}; the first line also has {1}', current, allOf(others));
  return [
    {
      label: `$(split-horizontal) ${vscode.l10n.t('separator of the columns')}`,
      description: others.length > 0 ? doubt : current,
      change: async () => {
        const items = Object.entries(SEPARATORS).map(([separator, label]) => ({ label: label(), separator }));
        const title = vscode.l10n.t('Import Articles: Separator');
        const chosen = await vscode.window.showQuickPick(items, { title });
        return chosen && { ...reading, separator: chosen.separator };
      },
    },
  ];
}

/** Why nothing can be imported yet. */
function remarks(missing: readonly string[], articles: number, problems: readonly string[]): ReadingItem[] {
  if (missing.length > 0 || articles > 0) return [];
  const label = `$(warning) ${vscode.l10n.t('No row makes an article')}`;
  return [{ label, detail: problems.join(' '), change: async () => undefined }];
}

function originOf(column: string): string {
  return column === ROW_NUMBER ? vscode.l10n.t('from the order of the rows') : vscode.l10n.t('from {0}', column);
}

const USER_DEFINED = vscode.l10n.t('a user-defined field');

/** Null if the field is not to be imported; undefined if that is cancelled. */
async function otherColumn(name: string, all: readonly string[]): Promise<string | null | undefined> {
  const byRow =
    name === 'number' ? [{ label: `$(list-ordered) ${vscode.l10n.t('number the rows')}`, column: ROW_NUMBER }] : [];
  const none = name in FIELDS ? [] : [{ label: `$(circle-slash) ${vscode.l10n.t('do not import')}`, column: null }];
  const items = [...byRow, ...none, ...all.map((column) => ({ label: column, column }))];
  const placeHolder = vscode.l10n.t('The column with {0}', FIELDS[name] ?? USER_DEFINED);
  return (await vscode.window.showQuickPick(items, { title: `${TITLE}: ${name}`, placeHolder }))?.column;
}

/** Empty for the form of ISO 8601; undefined if that is cancelled. */
function otherForm(dateForm: string | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...{ title: vscode.l10n.t('Import Articles: Dates'), value: dateForm ?? '', ignoreFocusOut: true },
    prompt: vscode.l10n.t(
      'DD/MM/YYYY, MM/DD/YYYY, D de MMMM de YYYY … Leave it empty for YYYY-MM-DD, with or without a time.',
    ),
  });
}
