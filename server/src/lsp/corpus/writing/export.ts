/** Writes the articles of the corpus, or of one file, byte for byte as the command line does. */
import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { tableText } from '../../../corpus/tables/tableText';
import { type FileTarget, type FolderTarget, TARGETS } from '../../../corpus/targets';
import type { ExportAnswer, ExportParams } from '../../../protocol';
import { sentence } from '../../failures';
import type { WriteFolder, WriteParts } from '../../files';
import { FilesProgress } from '../filesProgress';
import { obstacleTo } from './exportContent';
import { ExportRows, type RowSources, Stopped } from './exportRows';

export interface CorpusExportSources extends RowSources {
  readonly connection: Connection;
  /** Undefined if files on disk cannot be written. */
  readonly writeParts: WriteParts | undefined;
  /** Undefined if folders on disk cannot be written. */
  readonly writeFolder: WriteFolder | undefined;
}

export class CorpusExport {
  constructor(private readonly sources: CorpusExportSources) {}

  async export(params: ExportParams, token: CancellationToken): Promise<ExportAnswer> {
    const { connection, readFile, writeParts } = this.sources;
    const target = params.form === 'jsonl' || params.form === 'csv' ? undefined : TARGETS[params.form];
    const progress = new FilesProgress(connection, params);
    const rows = new ExportRows(params, this.sources, { progress, token, silent: target?.silent ?? [] });
    try {
      if (target && 'write' in target) {
        const refused = await this.refusalOf(target, rows);
        return { ...rows.outcome, isStopped: false, ...(refused !== undefined && { refused }) };
      }
      const refused = await obstacleTo(params, readFile);
      if (refused) return { ...rows.outcome, isStopped: false, refused };
      const text = inParts(target ? textFor(target, rows) : tableOf(rows, params));
      if (await writeParts?.(params.target, text)) return { ...rows.outcome, isStopped: false };
      const content: string[] = [];
      for await (const part of text) content.push(part);
      return { ...rows.outcome, isStopped: false, content };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return { ...rows.outcome, isStopped: true };
    } finally {
      progress.done();
    }
  }

  /** Writes a folder. Undefined if that is done; otherwise the reason, as a sentence. */
  private async refusalOf(target: FolderTarget, rows: ExportRows): Promise<string | undefined> {
    const { writeFolder } = this.sources;
    const write = writeFolder?.(rows.params.target, async (folder) => target.write(await rows.source(), folder));
    const written = await write?.catch((error: unknown) => {
      if (error instanceof Stopped) throw error;
      return sentence(error);
    });
    if (written === true) return undefined;
    return typeof written === 'string' ? written : noDisk();
  }
}

function noDisk(): string {
  return l10n.t('A folder can be written only where the language server runs. Choose a folder there.');
}

async function* textFor(target: FileTarget, rows: ExportRows): AsyncGenerator<string> {
  yield* target.text(await rows.source());
}

async function* tableOf(rows: ExportRows, { form, forSpreadsheets }: ExportParams): AsyncGenerator<string> {
  const { rows: found, columns } = await rows.source();
  const options = { guardFormulas: forSpreadsheets, byteOrderMark: forSpreadsheets };
  const { head, line } = tableText(form === 'csv' ? 'csv' : 'jsonl', columns, options);
  yield head;
  for await (const row of found) yield line(row);
}

/** How many characters are written at a time, at least: each part costs one write to the disk. */
const PART = 64 * 1024;

async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const line of lines) {
    part += line;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield part;
}
