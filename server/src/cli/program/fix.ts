/** The arguments, options and help of `article-format fix`. */
import type { Command } from 'commander';
import {
  dateFormat,
  failOnOption,
  force,
  IN_FOLDERS,
  inputCommand,
  jobs,
  noBackup,
  orNever,
  orSettings,
  PATHS,
  recordsOption,
  ruled,
} from './options';

export function declareFix(program: Command): void {
  ruled(inputCommand(program, 'fix'))
    .summary('fix problems that can be fixed safely')
    .description(
      `Fixes problems in place, if there is only one way to fix them. No value changes. A file that needs no fix is not touched. ${IN_FOLDERS}`,
    )
    .argument('[path...]', `${PATHS}, which goes to standard output`)
    .option('--suggested', 'also apply fixes that you should review')
    .addOption(dateFormat('those that have it are also written as YYYY-MM-DD'))
    .option('--dry-run', 'write nothing; name the files that would change, and end with 1 if there are any')
    .option('--diff', 'write nothing; show what would change as a unified diff, and end with 1 if anything would')
    .addOption(force('write also when the root of a disk or your home folder is named'))
    .addOption(noBackup())
    .addOption(jobs())
    .addOption(failOnOption())
    .addOption(recordsOption('dryRun', 'diff'))
    .addHelpText(
      'after',
      `
Files are replaced completely or not at all. A file that is not UTF-8, or that another program changes meanwhile, is left
alone. article-format undo restores the files. --records changes no file: it writes each record to standard output, with its
content fixed.

  article-format fix --diff corpus
  article-format fix corpus
  article-format fix --date-format DD/MM/YYYY --diff corpus
  article-format fix - < damaged.txt > fixed.txt`,
    )
    .action(orSettings(orNever(async (paths, options) => (await import('../commands/fix')).fix(paths, options))));
}
