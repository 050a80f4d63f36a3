/** The interface of a target: a program, or a kind of program, that articles are exported for. */
import * as l10n from '@vscode/l10n';
import type { Columns } from '../tables/columns';
import type { Omission } from '../tables/losses';
import type { Row } from '../tables/rows';

/** Why an article is left out, as programs read it in a table. */
export type Reason = 'no TEXT field' | 'empty text' | 'damage' | 'no valid date';

/** Such a reason as people read it, in a few words. */
export function reasonInWords(reason: Reason): string {
  switch (reason) {
    case 'no TEXT field':
      return l10n.t('no TEXT field');
    case 'empty text':
      return l10n.t('empty text');
    case 'damage':
      return l10n.t('damage');
    case 'no valid date':
      return l10n.t('no valid date');
  }
}

/** The articles of an export, and where a target names those that it leaves out. */
export interface TargetSource {
  readonly rows: AsyncIterable<Row>;
  readonly columns: Columns;
  /** Whether the row does not hold all of its article, because of damage. */
  isDamaged(row: Row): boolean;
  /** Called for each article that is left out. */
  leaveOut(row: Row, reason: Reason): void;
}

interface AnyTarget {
  /** What need not be reported of an export for this target, because nothing of it is missing there, or it is left out. */
  readonly silent: readonly Omission[];
}

/** A target that takes one file. */
export interface FileTarget extends AnyTarget {
  /** The names in the first record of the file, by which an earlier one is known. */
  names(columns: Columns): readonly string[];
  /** The content of the file, in parts. */
  text(source: TargetSource): AsyncGenerator<string>;
}

/** A target that takes a folder. */
export interface FolderTarget extends AnyTarget {
  write(source: TargetSource, folder: NewFolder): Promise<void>;
}

export type Target = FileTarget | FolderTarget;

/** A folder that is being made. Names have slashes between their parts, and are safe on every system. */
export interface NewFolder {
  /** Creates a file. */
  write(name: string, text: string): Promise<void>;
  /** Adds to the end of a file, which is created at the first call. */
  append(name: string, text: string): Promise<void>;
}

/** What only `import` needs is of no use to other programs. */
export const IMPORT_ONLY: readonly Omission[] = ['spaced', 'hidden'];

/** The columns of an article apart from its text, `doc_id` first. */
export function metadataColumns({ names }: Columns): readonly string[] {
  return ['doc_id', ...names.filter((name) => name !== 'doc_id' && name !== 'text')];
}

/** The values of these columns. */
export function valuesOf(row: Row, columns: readonly string[]): Record<string, string | number | null> {
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
}

/** The articles with a text. All others are left out: there is nothing in them to read or to mark. */
export async function* withText({ rows, leaveOut }: TargetSource): AsyncGenerator<RowWithText> {
  for await (const row of rows) {
    if (row.text === null) leaveOut(row, 'no TEXT field');
    else if (row.text.trim() === '') leaveOut(row, 'empty text');
    else yield row as RowWithText;
  }
}

type RowWithText = Row & { readonly text: string };
