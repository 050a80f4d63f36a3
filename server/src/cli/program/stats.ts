/** The arguments, options and help of `article-format stats`. */
import { type Command, Option } from 'commander';
import { IN_FOLDERS, inputCommand, jobs, orSettings, PATHS, ruled } from './options';

export function declareStats(program: Command): void {
  ruled(inputCommand(program, 'stats'))
    .summary('describe a corpus in figures')
    .description(
      `Counts articles and words, first and last day, articles by month, what is repeated, and problems by rule. ${IN_FOLDERS}`,
    )
    .argument('[path...]', PATHS)
    .option('--json', 'write JSON')
    .addOption(new Option('--html <file>', 'write a page with charts and their tables').conflicts('json'))
    .addOption(jobs())
    .option('--near-duplicates', 'also look for texts that are nearly the same')
    .action(orSettings(async (paths, options) => (await import('../commands/stats')).stats(paths, options)));
}
