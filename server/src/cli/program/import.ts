/** The arguments, options and help of `article-format import`. */
import { type Command, Option } from 'commander';
import { EXPORT_FORMS } from '../choices';
import { dateFormat, force, noBackup } from './options';

export function declareImport(program: Command): void {
  program
    .command('import')
    .summary('write the articles of a table into files')
    .description(
      'Writes the articles of a table into files, in the line layout: of a table that export has written, into the files that it names; of any other, by --map, into a file for each row.',
    )
    .argument('<file>', 'table, .jsonl, .csv or .parquet, or - for standard input')
    .requiredOption('-o, --output <folder>', 'folder to write into; nothing is ever written outside it')
    .option(
      '--map <fields>',
      'which column is which field, such as number=id,date=date_publish,title=title,text=maintext; number=# numbers the rows',
    )
    .addOption(dateFormat('without it, dates are those of ISO 8601'))
    .option('--yes', 'without --map: use the columns that are proposed, and do not ask')
    .addOption(
      new Option('--from <form>', 'form of the table; without it, its first bytes and its suffix decide').choices(
        EXPORT_FORMS,
      ),
    )
    .option('--separator <character>', 'CSV: what separates the columns; without it, the first line decides')
    .addOption(force('overwrite files that exist, also when the folder is the root of a disk or your home folder'))
    .addOption(noBackup())
    .addHelpText(
      'after',
      `
Each row of a table that export has written needs the columns file, number, date, title and text; a missing field is null. A
user-defined field is read if order names its column. If it is not certain that a row makes the article that is meant, nothing is
written, and its line is reported. Other columns with values are reported and left out, and the exit code is 1.

With --map, each row becomes a file, article_NUMBER.txt. A row that would make no article, or a damaged one, is left out and
reported with the reason; so are articles that look cut off, and the exit code is 1. Line breaks in values become spaces. Without
--map, columns are proposed and shown, and you are asked.

  article-format import news.jsonl -o corpus-again
  article-format import scraped.csv --map 'number=id,date=date_publish,title=title,text=maintext' -o corpus`,
    )
    .action(async (file, options) => (await import('../commands/import')).importRows(file, options));
}
