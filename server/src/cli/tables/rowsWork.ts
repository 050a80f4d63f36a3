/** A worker's part in an export: the rows of some files as text, and what is said of the files. */
import type { Columns } from '../../corpus/tables/columns';
import type { Losses } from '../../corpus/tables/losses';
import { type CsvOptions, type TableForm, tableText } from '../../corpus/tables/tableText';
import type { InputFile } from '../input/inputFile';
import { Cutter } from '../reading/parts';
import { LargeFile, Opening } from '../workers/opening';
import { type PlainError, plainError } from '../workers/plainError';
import type { RowName } from './rowNames';
import { type RangeOfRows, type RangeText, rowsOfRange, type Survey, type SurveyUnit, surveyOf } from './rowRanges';
import { rowsOfFile } from './rows';

/** What is the same for all units of a call. */
export interface RowsSetup {
  readonly form: TableForm;
  readonly columns: Columns;
  readonly options: CsvOptions;
  /** A file with more bytes is left to be read in ranges. */
  readonly large: number;
}

/** Regular files, with their names in the rows. */
export type RowsOfFiles = readonly { readonly file: InputFile; readonly name: RowName }[];

export type RowsUnit =
  | { readonly files: RowsOfFiles }
  | { readonly survey: SurveyUnit }
  | { readonly range: RangeOfRows };

/** What is made of a unit of each kind. */
export type RowsResult = readonly FileText[] | Survey | RangeText;

/** What becomes of a file. */
export interface FileText {
  /** Its rows. */
  readonly text: string;
  /** What is said of it, in order. */
  readonly said: readonly Said[];
  /** If it has several names, its identity on the disk. */
  readonly identity: string | undefined;
  /** Its length, if it is so large that it was not read. */
  readonly large: number | undefined;
}

export type Said =
  | { readonly complaint: PlainError }
  | { readonly losses: Losses }
  | { readonly isLeftAlone: true }
  | { readonly notWritten: number }
  | { readonly notImported: number };

/** Workers that make rows. */
export interface RowsWorkers {
  readonly size: number;
  run(unit: RowsUnit): Promise<RowsResult>;
}

export function rowsWork({ form, columns, options, large }: RowsSetup): (unit: RowsUnit) => Promise<RowsResult> {
  const { line } = tableText(form, columns, options);
  return async (unit) => {
    if ('survey' in unit) return surveyOf(unit.survey);
    if ('range' in unit) return await rowsOfRange(unit.range, columns, line);
    const cutter = new Cutter();
    const texts: FileText[] = [];
    for (const { file, name } of unit.files) {
      const said: Said[] = [];
      const links = new Opening(large);
      const outside = {
        leftAlone: { add: () => said.push({ isLeftAlone: true }) },
        omissions: {
          add: (_file: string, losses: Losses) => said.push({ losses }),
          notWritten: (_file: string, notWritten: number) => said.push({ notWritten }),
          notImported: (_file: string, notImported: number) => said.push({ notImported }),
          leftOut: () => {}, // Only articles of streams are.
        },
      };
      const complain = (_file: string, error: unknown) => {
        if (!(error instanceof LargeFile)) said.push({ complaint: plainError(error) });
      };
      let text = '';
      for await (const row of rowsOfFile({ file, name, cutter }, columns, outside, { complain, links })) {
        text += line(row);
      }
      texts.push({ text, said, identity: links.identity, large: links.large });
    }
    return texts;
  };
}
