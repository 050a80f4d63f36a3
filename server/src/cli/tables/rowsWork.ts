/** A worker's part in an export: the rows of some files as text, and what is said of the files. */
import type { Columns } from '../../corpus/columns';
import type { Losses } from '../../corpus/losses';
import { type CsvOptions, type TableForm, tableText } from '../../corpus/tableText';
import type { InputFile } from '../input/inputFile';
import { Cutter } from '../input/parts';
import { RANGE } from '../input/ranges';
import { LargeFile, Opening } from '../workers/opening';
import { type Told, told } from '../workers/told';
import type { RowName } from './rowNames';
import { rowsOfFile } from './rows';

/** What is the same for all units of a call. */
export interface RowsSetup {
  readonly form: TableForm;
  readonly columns: Columns;
  readonly options: CsvOptions;
}

/** Regular files, with their names in the rows. */
export type RowsUnit = readonly { readonly file: InputFile; readonly name: RowName }[];

/** What becomes of a file. */
export interface FileText {
  /** Its rows. */
  readonly text: string;
  /** What is said of it, in order. */
  readonly said: readonly Said[];
  /** If it has several names, its identity on the disk. */
  readonly identity: string | undefined;
  /** Whether it is so large that it was not read. */
  readonly isLarge: boolean;
}

export type Said =
  | { readonly complaint: Told }
  | { readonly losses: Losses }
  | { readonly isLeftAlone: true }
  | { readonly notWritten: number }
  | { readonly notImported: number };

export function rowsWork({ form, columns, options }: RowsSetup): (unit: RowsUnit) => Promise<FileText[]> {
  const { line } = tableText(form, columns, options);
  return async (unit) => {
    const cutter = new Cutter();
    const texts: FileText[] = [];
    for (const { file, name } of unit) {
      const said: Said[] = [];
      const links = new Opening(RANGE);
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
        if (!(error instanceof LargeFile)) said.push({ complaint: told(error) });
      };
      let text = '';
      for await (const row of rowsOfFile({ file, name, cutter }, columns, outside, { complain, links })) {
        text += line(row);
      }
      texts.push({ text, said, identity: links.identity, isLarge: links.large !== undefined });
    }
    return texts;
  };
}
