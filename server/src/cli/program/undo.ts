/** The arguments, options and help of `article-format undo`. */
import type { Command } from 'commander';
import { noBackup } from './options';

export function declareUndo(program: Command): void {
  program
    .command('undo')
    .summary('restore files as they were before fix, format or import')
    .description(
      'Restores the files that fix, format or import --force has replaced, byte for byte: those of the latest run for the working directory, or of the run that is named. A file that has changed since is left alone.',
    )
    .argument('[run]', 'name of a run, from --list')
    .option('--list', 'write nothing; list all runs that can be taken back')
    .addOption(noBackup())
    .addHelpText(
      'after',
      `
The last ten runs of a folder are kept, for 30 days, and at most 2 GB in all. ARTICLE_FORMAT_BACKUP=off keeps nothing.
Files that are gone or have changed do not stop undo: it lists them, and the next undo takes back the run before.

  article-format undo --list
  article-format undo`,
    )
    .action(async (run, options) => (await import('../commands/undo')).undo(run, options));
}
