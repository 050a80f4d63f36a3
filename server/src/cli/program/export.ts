/** The arguments, options and help of `article-format export`. */
import { type Command, Option } from 'commander';
import { COLUMNS } from '../../corpus/tables/columns';
import { TARGET_LIST, TARGET_NAMES } from '../../corpus/targets/list';
import { EXPORT_FORMS } from '../choices';
import { failOnOption, IN_FOLDERS, inputCommand, jobs, orNever, orSettings, PATHS, recordsOption } from './options';

export function declareExport(program: Command): void {
  inputCommand(program, 'export')
    .summary('write articles as a table')
    .description(`Writes a row for each article: ${COLUMNS.join(', ')}. ${IN_FOLDERS}`)
    .argument('[path...]', PATHS)
    .addOption(
      new Option('--to <form>', 'form of the table; without it, the suffix of the file decides').choices(EXPORT_FORMS),
    )
    .option(
      '-o, --output <file>',
      'file to write, .jsonl, .csv or .parquet; standard output if not given, or if it is -',
    )
    .addOption(
      new Option('--for <target>', 'write what this program takes: a file, or a new folder that -o names')
        .choices(TARGET_NAMES)
        .conflicts(['to', 'guardFormulas', 'byteOrderMark', 'header']),
    )
    .option('--guard-formulas', 'CSV: put an apostrophe before what a spreadsheet would run as a formula')
    .option('--byte-order-mark', 'CSV: begin with a byte order mark, which Excel needs to recognise UTF-8')
    .option('--no-header', 'CSV: leave out the line with the names of the columns, to append to a table')
    .addOption(failOnOption())
    .addOption(recordsOption())
    .addOption(jobs())
    .addHelpText(
      'after',
      `
Values are written as they are, with their white space. sha256 is the digest of the text, doc_id is unique, and day is the date
if that is a valid day. A user-defined field that is listed in additionalFields of an .articlerc.json has a column before
doc_id, such as byline for B-Y-L-I-N-E; then order gives the order of the fields. The exit code is 1 if any part of an article
is in no column.

With --for, the articles are written for a program:

${TARGET_NAMES.map((name) => `  ${name.padEnd(14)}${TARGET_LIST[name].sentence}`).join('\n')}

  article-format export -o news.csv corpus
  article-format export --guard-formulas --byte-order-mark -o for-excel.csv corpus
  article-format export --to parquet -o news.parquet corpus
  article-format export corpus | jq -r .title
  article-format export --for corenlp -o for-corenlp corpus
  article-format export --for tif -o for-r.csv corpus`,
    )
    .action(
      orSettings(orNever(async (paths, options) => (await import('../commands/export')).exportRows(paths, options))),
    );
}
