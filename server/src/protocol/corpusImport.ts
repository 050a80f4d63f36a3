/** Articles from a table that another program has written. */
import type { PreviewField } from '../corpus/mapping/preview';
import type { LeftFile, LongRequest } from './longRequests';

export { SEPARATORS } from '../corpus/mapping/csvRows';
export { ROW_NUMBER } from '../corpus/mapping/mapping';
export type { PreviewField };

/** Request to the server: read the table with a URI, and say what an import would do. Nothing is written. */
export const READ_TABLE = 'article/corpus/readTable';

/** How a table is read. */
export interface TableReading {
  /** URI of a table in JSON Lines, CSV or Parquet. */
  readonly table: string;
  /** What separates the columns of CSV; without it, what is most often in the first line. */
  readonly separator?: string;
  /** The column of each field by the field’s name; without it, columns with known names are proposed. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The form of the dates, such as `DD/MM/YYYY`; without it, they are those of ISO 8601. */
  readonly dateForm?: string;
}

export interface ReadTableAnswer {
  /** Why the table, or the form of its dates, cannot be read, as a sentence. The rest is then empty. */
  readonly refused?: string;
  /** All columns of the table. */
  readonly all: readonly string[];
  /** The column of each field that has one, by the field’s name. */
  readonly columns: Readonly<Record<string, string>>;
  /** The names of the user-defined fields that the settings of the table or of a folder have. */
  readonly ownFields: readonly string[];
  /** The separators in the first line of CSV, that of this reading first. */
  readonly separators: readonly string[];
  /** The fields of the format without a column. */
  readonly missing: readonly string[];
  /** The first rows. */
  readonly preview: readonly (readonly PreviewField[])[];
  /** How many articles would be written; 0 if a field has no column. */
  readonly articles: number;
  /** Sentences on rows that would be left out, and on articles that a person should look at. */
  readonly problems: readonly string[];
}

/** Request to the server: write the articles of a table into a folder, a file for each row, never over a file. */
export const IMPORT = 'article/corpus/import';

export interface ImportParams extends LongRequest, TableReading {
  /** URI of the folder. */
  readonly folder: string;
}

export interface ImportAnswer {
  /** Why nothing was written, as a sentence. */
  readonly refused?: string;
  /** The user has cancelled it. What was written until then stays. */
  readonly isStopped: boolean;
  readonly written: number;
  /** How many files already held exactly their article. */
  readonly same: number;
  /** Files that were not written, such as those that already exist. */
  readonly left: readonly LeftFile[];
  /** How many rows make no article. */
  readonly rowsLeft: number;
  /** Sentences on what was changed in the values. */
  readonly notes: readonly string[];
  /** Sentences on rows that were left out, and on articles that a person should look at. */
  readonly problems: readonly string[];
}

/**
 * Request from a server in a web worker: the address of the script that reads Parquet, for `importScripts`. A worker cannot load the
 * files of the extension itself.
 */
export const PARQUET_SCRIPT = 'article/parquetScript';

/** Request to the client: write a file that does not exist. The answer is the reason if it was not, as a sentence. */
export const WRITE_NEW = 'article/writeNew';

export interface WriteNewParams {
  readonly uri: string;
  readonly text: string;
}
