/** Gives the articles of file records as rows of a table, one after another. */
import type { Columns } from '../../corpus/tables/columns';
import { noLosses } from '../../corpus/tables/losses';
import type { Row } from '../../corpus/tables/rows';
import { type InputFile, nameOf } from '../input/inputFile';
import { complain } from '../output/faults';
import { isWanted, requireText } from '../reading/fileReading';
import { type FileRecord, otherKeys } from '../reading/fileRecord';
import type { LeftAlone } from '../reading/leftAlone';
import { fileRecords, inputOf } from '../reading/recordInputs';
import { isImported } from './importedName';
import type { Omissions } from './omissions';
import { type Outside, rowsIn } from './rows';

/** Collects what is in no row. */
export interface RecordsOutside extends Outside {
  readonly omissions: Omissions;
  readonly leftAlone: LeftAlone;
}

export interface RowRecords {
  readonly inputs: readonly InputFile[];
  /** Leave out records that do not look like articles, as in a folder. */
  readonly articlesOnly: boolean;
}

/**
 * The articles of the records, in order; each row has the name of its record in `file`, and `doc_id` begins with it. What is
 * missing from the rows goes to `omissions`, and records that are not articles to `leftAlone`.
 */
export async function* rowsOfRecords(
  { inputs, articlesOnly }: RowRecords,
  columns: Columns,
  outside: RecordsOutside,
): AsyncGenerator<Row> {
  for await (const record of fileRecords(inputs, complain)) {
    yield* rowsOfRecord({ ...inputOf(record), named: !articlesOnly }, record, columns, outside);
  }
}

async function* rowsOfRecord(
  input: InputFile,
  record: FileRecord,
  columns: Columns,
  { omissions, leftAlone, damaged }: RecordsOutside,
): AsyncGenerator<Row> {
  const { file, content } = record;
  const bytes = Buffer.from(content);
  const losses = noLosses();
  const part = { bytes, start: 0, end: bytes.length, healthy: undefined, first: true, final: true };
  let rows = 0;
  try {
    requireText(bytes, input.named);
    const parts = isWanted(input, bytes) ? [part] : [];
    for await (const row of rowsIn(parts, { file, stem: file, columns, losses, leaveOut: neverTorn, damaged })) {
      rows++;
      yield row;
    }
  } catch (error) {
    complain(nameOf(input), error);
    return;
  }
  if (rows === 0) leftAlone.add(input, bytes);
  else omissions.otherKeys(otherKeys(record));
  if (!isImported(file)) omissions.notImported(file, rows);
  omissions.add(file, losses);
}

/** The text of a record is always UTF-8. */
function neverTorn(): never {
  throw new Error('A text that was encoded as UTF-8 is not UTF-8.');
}
