/** The arguments, options and help of `article-format import`. */
import type { Command } from 'commander';
import { force, noBackup } from './options';

export function declareImport(program: Command): void {
  program
    .command('import')
    .summary('write exported articles back into files')
    .description(
      'Writes the articles of a JSONL file, as export makes it, into the files that it names, in the line layout.',
    )
    .argument('<file>', 'JSONL file, or - for standard input')
    .requiredOption('-o, --output <folder>', 'folder to write into; nothing is ever written outside it')
    .addOption(force('overwrite files that exist, also when the folder is the root of a disk or your home folder'))
    .addOption(noBackup())
    .addHelpText(
      'after',
      `
Each row needs the columns file, number, date, title and text; a missing field is null. A user-defined field is read if
order names its column. If it is not certain that a row makes the article that is meant, nothing is written, and its line is
reported. Other columns with values are reported and left out, and the exit code is 1.

  article-format import news.jsonl -o corpus-again`,
    )
    .action(async (file, options) => (await import('../commands/import')).importRows(file, options));
}
