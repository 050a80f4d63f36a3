/** The arguments, options and help of `article-format list`. */
import { type Command, Option } from 'commander';
import { LIST_FORMS } from '../choices';
import { IN_FOLDERS, inputCommand, orSettings, PATHS, ruled, where } from './options';

export function declareList(program: Command): void {
  ruled(inputCommand(program, 'list'))
    .summary('list articles, all or those that a query chooses')
    .description(`Lists articles with number, date, words, file and title. ${IN_FOLDERS}`)
    .argument('[path...]', PATHS)
    .addOption(where())
    .addOption(
      new Option('--format <form>', 'form of the list; files: the name of each file that has such an article')
        .choices(LIST_FORMS)
        .default('table'),
    )
    .option('-0, --null', 'with --format files: NUL after each name, in place of a line end')
    .addHelpText(
      'after',
      `
Fields: number, date (or day), title, text, words, file, rule, problems, and the user-defined fields of the settings.
Operators: = != < <= > >=, ~ (contains, without regard to case), !~ (does not contain). && || ! ( ) join comparisons.

  article-format list --where 'date >= 2023-10-07 && words > 200 && title ~ "Gaza"' corpus
  article-format list --where 'rule = duplicate-text' --format jsonl corpus
  article-format list --where 'words < 20' --format files -0 corpus | article-format check --files-from -`,
    )
    .action(orSettings(async (paths, options) => (await import('../commands/list')).list(paths, options)));
}
