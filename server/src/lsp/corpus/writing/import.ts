/** Makes article files of a table, as the command line does by `--map`. */
import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { dayOf } from '../../../core/text/date';
import { fileIn } from '../../../corpus/files/uris';
import { readerOf } from '../../../corpus/mapping/dateForm';
import { MappedRows } from '../../../corpus/mapping/mappedRows';
import { inOrder, type Mapping, MappingError, missingIn } from '../../../corpus/mapping/mapping';
import { parquetFault } from '../../../corpus/mapping/parquetFault';
import { PREVIEWED, previewOf } from '../../../corpus/mapping/preview';
import { proposalFor } from '../../../corpus/mapping/proposal';
import type { RowNoun } from '../../../corpus/mapping/rowProblems';
import { type BadRow, isBad, type TableRow } from '../../../corpus/mapping/tableRow';
import { readTextTable, type TextTable } from '../../../corpus/mapping/textRows';
import { columnOf, columnsFor, lettersOf } from '../../../corpus/tables/columns';
import { formOfSuffix } from '../../../corpus/tables/tableText';
import {
  type ImportAnswer,
  type ImportParams,
  type LeftFile,
  type ReadTableAnswer,
  type TableReading,
  WRITE_NEW,
  type WriteNewParams,
} from '../../../protocol';
import { noFile, Obstacle, sentence } from '../../failures';
import type { ReadFile, WriteNew } from '../../files';
import type { Host } from '../../host';
import type { DocumentSettings } from '../../settings';
import { FilesProgress } from '../filesProgress';

export interface CorpusImportSources {
  readonly connection: Connection;
  readonly readFile: ReadFile;
  /** Undefined if files on disk cannot be written. */
  readonly writeNew: WriteNew | undefined;
  readonly settings: DocumentSettings;
  /** Undefined if Parquet cannot be read. */
  readonly parquet: Host['parquet'];
  readonly now: () => Date;
}

/** A table that has been read, and how. */
interface ReadTable extends TextTable {
  readonly noun: RowNoun;
  readonly ownFields: readonly string[];
  readonly mapping: Mapping;
  /** All its rows have been taken. */
  readonly found: MappedRows;
  readonly files: readonly { readonly name: string; readonly article: string }[];
}

export class CorpusImport {
  constructor(private readonly sources: CorpusImportSources) {}

  /** What an import would do. */
  async read(params: TableReading): Promise<ReadTableAnswer> {
    try {
      const { rows, separators, noun, ownFields, mapping, found, files } = await this.readTable(params);
      const first = rows.filter((row) => !isBad(row)).slice(0, PREVIEWED) as readonly TableRow[];
      return {
        all: [...new Set(rows.flatMap((row) => (isBad(row) ? [] : Object.keys(row.values))))],
        columns: Object.fromEntries(mapping.map(({ letters, column }) => [columnOf(letters), column])),
        ...{ missing: missingIn(mapping), separators, ownFields: ownFields.map(columnOf) },
        preview: first.map((row) => previewOf(row, mapping)),
        articles: files.length,
        problems: found.problemSentences(noun, 'editor'),
      };
    } catch (error) {
      return { ...NOTHING, refused: reasonOf(error) };
    }
  }

  async import(params: ImportParams, token: CancellationToken): Promise<ImportAnswer> {
    const progress = new FilesProgress(this.sources.connection, params);
    const left: LeftFile[] = [];
    let [written, same] = [0, 0];
    try {
      const { files, found, noun } = await this.readTable(params);
      const answer = () => {
        const rowsLeft = found.leftOut.rows;
        const notes = [...found.changeSentences(), ...found.otherColumnSentences()];
        return { written, same, left, rowsLeft, notes, problems: found.problemSentences(noun, 'editor') };
      };
      for (const [index, { name, article }] of files.entries()) {
        if (token.isCancellationRequested) return { ...answer(), isStopped: true };
        progress.at(index, files.length);
        const uri = fileIn(params.folder, name);
        if (await this.holds(uri, article)) {
          same++;
          continue;
        }
        const reason = await this.write(uri, article);
        if (reason === undefined) written++;
        else left.push({ uri, reason });
      }
      return { ...answer(), isStopped: false };
    } catch (error) {
      return { refused: reasonOf(error), isStopped: false, written, same, left, rowsLeft: 0, notes: [], problems: [] };
    } finally {
      progress.done();
    }
  }

  /** Whether there is a file that holds exactly this text, as after an import that was stopped. */
  private async holds(uri: string, text: string): Promise<boolean> {
    const bytes = await this.sources.readFile(uri).catch(() => undefined);
    return bytes !== undefined && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) === text;
  }

  /** Undefined if a file was written; otherwise the reason, as a sentence. */
  private async write(uri: string, text: string): Promise<string | undefined> {
    try {
      if (await this.sources.writeNew?.(uri, text)) return undefined;
    } catch (error) {
      return sentence(error);
    }
    const params: WriteNewParams = { uri, text };
    return (await this.sources.connection.sendRequest<string | null>(WRITE_NEW, params)) ?? undefined;
  }

  /** Throws an Obstacle or a MappingError, with a sentence. */
  private async readTable({ table, separator, columns, dateForm }: TableReading): Promise<ReadTable> {
    const form = /\.tsv$/i.test(table) ? 'csv' : formOfSuffix(table);
    if (form === undefined) throw new Obstacle(isOther());
    const bytes = await this.sources.readFile(table);
    if (!bytes) throw new Obstacle(noFile());
    const read = form === 'parquet' ? await this.readParquet(bytes) : readTextTable(bytes, form, separator);
    const good = read.rows.filter((row): row is TableRow => !isBad(row));
    if (good.length === 0) throw new Obstacle(noRows(read.rows));
    const ownFields = await this.ownFieldsFor(table);
    const readDate = dateForm === undefined ? undefined : readerOf(dateForm);
    const mapping = columns ? mappingOf(columns) : proposed(good, ownFields);
    const found = new MappedRows(mapping, { readDate, today: dayOf(this.sources.now()) });
    const isComplete = missingIn(mapping).length === 0;
    const files = isComplete ? read.rows.flatMap((row) => found.take(row) ?? []) : [];
    return { ...read, noun: form === 'parquet' ? 'row' : 'line', ownFields, mapping, found, files };
  }

  private async readParquet(bytes: Uint8Array): Promise<TextTable> {
    const { parquet } = this.sources;
    if (!parquet) throw new Obstacle(l10n.t('Parquet cannot be read here. Save the table as CSV or JSON Lines.'));
    const { parquetRowsIn } = await parquet();
    try {
      return { rows: await parquetRowsIn(bytes), separators: [] };
    } catch (error) {
      throw new Obstacle(parquetFault(error));
    }
  }

  /** The letters of the user-defined fields where the table is, and in the folders, where its articles will probably be. */
  private async ownFieldsFor(table: string): Promise<readonly string[]> {
    const { settings } = this.sources;
    const places = [table, ...settings.folders.map(({ uri }) => fileIn(uri, 'article.txt'))];
    const terms = await Promise.all(places.map((place) => settings.of(place)));
    return columnsFor(terms.flatMap(({ context }) => context.additionalFields)).letters;
  }
}

const NOTHING: ReadTableAnswer = {
  ...{ all: [], columns: {}, ownFields: [], separators: [], missing: [], preview: [], articles: 0, problems: [] },
};

function isOther(): string {
  return l10n.t(
    'Tables are read in JSON Lines (.jsonl, .ndjson), CSV (.csv, .tsv) and Parquet (.parquet). Save it as one of these.',
  );
}

function proposed(rows: readonly TableRow[], ownFields: readonly string[]): Mapping {
  const first = rows.slice(0, PREVIEWED).map(({ values }) => values);
  return proposalFor([...new Set(first.flatMap(Object.keys))], first, ownFields);
}

function mappingOf(columns: Readonly<Record<string, string>>): Mapping {
  return inOrder(
    Object.entries(columns).flatMap(([name, column]) => {
      const letters = lettersOf(name);
      return letters === undefined ? [] : [{ letters, column }];
    }),
  );
}

function noRows(rows: readonly (TableRow | BadRow)[]): string {
  const [bad] = rows.filter(isBad);
  if (!bad) return l10n.t('It has no rows.');
  const { what, todo } = bad.problem;
  return `${l10n.t('No row can be read: {0}.', what())} ${todo()}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof MappingError || error instanceof Obstacle) return error.message;
  return sentence(error);
}
