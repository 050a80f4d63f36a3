/** `article-format import`: writes the articles of a table into files. */
import fs from 'node:fs';
import path from 'node:path';
import { counted } from '../../core/language';
import { dayOf } from '../../core/text/date';
import { columnsFor } from '../../corpus/tables/columns';
import { isFullDisk } from '../../disk/reasons';
import { ensureFolder } from '../../disk/writing/ensureFolder';
import { removeLeftovers } from '../../disk/writing/replaceFile';
import { importedFiles } from '../imports/importedFiles';
import { mappedFiles } from '../imports/mappedFiles';
import { mappedReport } from '../imports/mappedReport';
import { type MappingOptions, mappingFor } from '../imports/mappingFor';
import { type NamedFiles, type OpenTable, openTable, type TableOptions } from '../imports/table';
import { refuseWholeDisk } from '../input/wholeDisk';
import { AFTER_FULL_DISK, complain, shown, UsageError } from '../output/faults';
import { Interruption } from '../output/interruption';
import { STDOUT } from '../output/output';
import { plural } from '../output/plural';
import { FolderSettings } from '../settings/settings';
import { type BackupOptions, backupFor } from '../writing/backup';
import { overwrittenSizes, placeFor, writeImported } from '../writing/importedFile';

export interface ImportOptions extends BackupOptions, MappingOptions, TableOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** What a table makes, and what is to be said of it when that is written. */
interface Import {
  readonly files: () => NamedFiles;
  /** Sentences on what was not written as it is in the table, and on what a person should look at. */
  readonly report: () => { readonly notes: readonly string[]; readonly problems: readonly string[] };
}

/**
 * Reads all rows first, and writes nothing if the table cannot be read. Of a table of `export`, nothing is written either if one row
 * cannot be made into an article; of any other, that row is left out.
 */
export async function importRows(rows: string, options: ImportOptions): Promise<void> {
  const { output, force = false } = options;
  requirePlace(output, force);
  const table = openTable(rows, options);
  const { files, report } = await importOf(table, options);
  ensureFolder(output);
  const folder = fs.realpathSync.native(output);
  await removeLeftovers(folder);
  const backup = force ? backupFor({ command: 'import', folder }, options) : undefined;
  const needed = backup ? await overwrittenSizes(folder, files()) : [];
  await backup?.requireRoom(needed, async () => needed);
  let [written, same, total] = [0, 0, 0];
  let isFull = false;
  const interruption = new Interruption(() => {
    const undo = backup?.isUsed ? ' article-format undo takes back what was overwritten.' : '';
    return `${plural(written, 'file')} written.${undo} Run the same command again to write the others.`;
  });
  await interruption.during(async () => {
    for await (const [name, content] of files()) {
      total++;
      if (isFull) continue;
      await interruption.turn();
      try {
        await interruption.toItsEnd(async () => {
          const isWritten = await writeImported(placeFor(folder, name), Buffer.from(content), { force, backup });
          if (isWritten) written++;
          else same++;
        });
      } catch (error) {
        complain(name, error);
        isFull = isFullDisk(error);
      }
    }
  });
  const { notes, problems } = report();
  const isEmpty = total === 0 && problems.length === 0;
  const outcome = `${counted(written)} of ${counted(total)} files written.${alreadyThere(same)}`;
  process.stderr.write(
    isEmpty ? `${shown(rows)}: There are no rows.\n` : `${total === 0 ? 'No files written.' : outcome}\n`,
  );
  if (isFull) process.stderr.write(`${AFTER_FULL_DISK}\n`);
  for (const note of notes) process.stderr.write(`${note}\n`);
  for (const problem of problems) process.stderr.write(`article-format: ${problem}\n`);
  if (problems.length > 0) process.exitCode ??= 1;
}

/** Files that already hold exactly their articles, as after an import that was interrupted. */
function alreadyThere(files: number): string {
  return files === 0 ? '' : ` ${plural(files, 'file')} already there, with the same articles.`;
}

async function importOf(table: OpenTable, options: ImportOptions): Promise<Import> {
  const fields = new UserDefinedFields();
  const chosen = await mappingFor(table, options, () => fields.of(options.output, path.dirname(table.file)));
  if (!chosen) {
    const { files, leftOut } = await importedFiles(table);
    return { files, report: () => ({ notes: [], problems: leftOutSentences(leftOut) }) };
  }
  const { files, found } = await mappedFiles(table, chosen.mapping, chosen);
  return { files, report: () => mappedReport(table, chosen.mapping, found, fields.of(options.output)) };
}

/** The user-defined fields that settings files name, each of which is read once. */
class UserDefinedFields {
  private readonly settings = new FolderSettings(dayOf(new Date()), {}, complain);

  /** The letters of those in some folders. */
  of(...folders: readonly string[]): readonly string[] {
    const terms = folders.map((folder) => this.settings.of({ folder, root: folder }));
    return columnsFor(terms.flatMap(({ context }) => context.additionalFields)).letters;
  }
}

function leftOutSentences(leftOut: ReadonlySet<string>): readonly string[] {
  if (leftOut.size === 0) return [];
  const names = [...leftOut].map((column) => shown(column) || '(without a name)').join(', ');
  return [`Left out, because they are not fields that the order of their row names: ${names}`];
}

/** Throws a UsageError if the output is no folder to write into. */
function requirePlace(output: string, force: boolean): void {
  if (output === STDOUT)
    throw new UsageError('import writes files. Name a folder with -o. For a folder with the name -, write ./-');
  if (output === '') throw new UsageError('-o needs the name of a folder.');
  if (fs.statSync(output, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(
      `${shown(output)} is not a folder, and import writes files into a folder. Name a folder with -o.`,
    );
  }
  if (!force) refuseWholeDisk(output);
}
