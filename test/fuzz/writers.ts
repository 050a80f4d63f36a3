/** Everything that writes people's files, each with test files and a way to call it. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fieldsView } from '../../server/src/core/fieldsView/fieldsView';
import { COLUMNS } from '../../server/src/corpus/tables/columns';
import { EXPORT, type ExportAnswer, type ExportParams } from '../../server/src/protocol/corpusExport';
import {
  FIX_FILES,
  PREVIEW_FIXES,
  type PreviewFixesAnswer,
  type WrittenFiles,
} from '../../server/src/protocol/corpusFixes';
import { WRITE_FIELDS } from '../../server/src/protocol/fieldsView';
import { BIN } from '../server/cli/commandLine';
import { articleText } from '../server/core/articles';
import { Server } from './server';

/** How Node is started. */
export interface Start {
  readonly options: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface Writer {
  readonly name: string;
  /** The contents of the files before it runs, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is a table; it leaves out what cannot be read. */
  readonly table?: string;
  /** Runs in a folder until all is done or the process ends. Returns whether it reported that all is done. */
  run(folder: string, start: Start): Promise<boolean>;
}

const article = (number: number) =>
  articleText([String(number), '2024-04-09', 'Truce in sight', 'Talks go on. '.repeat(number ** 5)]);
const damaged = (number: number) => article(number).replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D,');

/** The largest one takes several writes. */
const NUMBERS = [1, 3, 9];
const filesOf = (text: (number: number) => string) =>
  Object.fromEntries(NUMBERS.map((number) => [`article_${number}.txt`, text(number)]));

const TABLE = 'table.csv';
/** An export replaces only a table that an export has written. */
const OLDER_TABLE = `${COLUMNS.join()}\r\n`;

/** The row that `export` makes of an article. */
const row = (number: number) => {
  const text = 'Talks go on. '.repeat(number ** 5);
  return JSON.stringify({ number: String(number), date: '2024-04-09', title: 'Truce', text, file: `${number}.txt` });
};

export const WRITERS: readonly Writer[] = [
  { name: 'fix', files: filesOf(damaged), run: commandLine('fix', '.') },
  { name: 'format', files: filesOf(article), run: commandLine('format', '--layout', 'fields', '.') },
  {
    name: 'export',
    files: { ...filesOf(article), [TABLE]: OLDER_TABLE },
    table: TABLE,
    run: commandLine('export', '--to', 'csv', '-o', TABLE, '.'),
  },
  {
    name: 'import',
    files: { 'rows.jsonl': NUMBERS.map(row).join('\n'), '1.txt': article(2) },
    run: commandLine('import', '--force', 'rows.jsonl', '-o', '.'),
  },
  { name: 'fields view', files: filesOf(article), run: inServer(saveViews) },
  { name: 'fixes of the corpus', files: filesOf(damaged), run: inServer(fixCorpus) },
  {
    name: 'export of the corpus',
    files: { ...filesOf(article), [TABLE]: OLDER_TABLE },
    table: TABLE,
    run: inServer(exportCorpus),
  },
];

function commandLine(...args: readonly string[]): Writer['run'] {
  return (cwd, { options, env }) => {
    const child = spawn(process.execPath, [...options, BIN, ...args], {
      cwd,
      stdio: 'ignore',
      // Beside the folder, so that writing the copies is interrupted, too.
      env: { ...process.env, XDG_STATE_HOME: `${cwd}-state`, LOCALAPPDATA: `${cwd}-state`, ...env },
    });
    return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
  };
}

function inServer(work: (server: Server, folder: string) => Promise<boolean>): Writer['run'] {
  return async (folder, { options, env }) => {
    const folders = [pathToFileURL(folder).href];
    const server = await Server.start('server/src/node.ts', options, { env, folders });
    const isDone = await work(server, folder);
    await server.end();
    return isDone;
  };
}

/** Edits the date in the fields view of each file, and saves it. */
async function saveViews(server: Server, folder: string): Promise<boolean> {
  let refused = 0;
  for (const number of NUMBERS) {
    const uri = pathToFileURL(path.join(folder, `article_${number}.txt`)).href;
    const text = fieldsView(article(number)).replace('2024-04-09', '2024-04-10');
    const answer = await server.request<{ refused?: string }>(WRITE_FIELDS, { uri, text, isNew: false });
    if (!answer || answer.refused !== undefined) refused++;
  }
  return refused === 0;
}

/** The copies of the files are beside the folder. */
async function fixCorpus(server: Server, folder: string): Promise<boolean> {
  const preview = await server.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] });
  const copies = pathToFileURL(`${folder}-copies`).href;
  const params = { files: preview?.files ?? [], copies, open: [] };
  const fixed = await server.request<WrittenFiles>(FIX_FILES, params);
  return fixed?.written.length === NUMBERS.length;
}

async function exportCorpus(server: Server, folder: string): Promise<boolean> {
  const target = pathToFileURL(path.join(folder, TABLE)).href;
  const params: ExportParams = { form: 'csv', forSpreadsheets: false, target, unsaved: [] };
  const answer = await server.request<ExportAnswer>(EXPORT, params);
  return answer?.files === NUMBERS.length && answer.refused === undefined;
}

/** The contents of the files of a folder, by name. */
export function contentOf(folder: string): ReadonlyMap<string, string> {
  return new Map(fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}
