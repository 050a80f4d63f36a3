/** The arguments, options and help of `article-format format`. */
import { type Command, Option } from 'commander';
import { force, IN_FOLDERS, inputCommand, jobs, noBackup, orSettings, PATHS } from './options';

export function declareFormat(program: Command): void {
  inputCommand(program, 'format')
    .summary('change the layout of articles')
    .description(
      `Changes the layout of articles, in place. Only the white space between markers, values and articles changes. ${IN_FOLDERS}`,
    )
    .argument('[path...]', `${PATHS}, which goes to standard output`)
    .addOption(
      new Option(
        '--layout <layout>',
        'line: as the producers write it; fields: each marker and value on a line of its own',
      )
        .choices(['line', 'fields'])
        .makeOptionMandatory(),
    )
    .option('--check', 'write nothing; name the files that would change, and end with 1 if there are any')
    .addOption(new Option('--stdout', 'write to standard output').conflicts('check'))
    .addOption(force('write also when the root of a disk or your home folder is named'))
    .addOption(noBackup())
    .addOption(jobs())
    .addHelpText(
      'after',
      `
  article-format format --layout fields article_1986.txt
  article-format format --layout line --check corpus`,
    )
    .action(orSettings(async (paths, options) => (await import('../commands/format')).format(paths, options)));
}
