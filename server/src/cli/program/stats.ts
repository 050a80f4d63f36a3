/** The arguments, options and help of `article-format stats`. */
import type { Command } from 'commander';
import { IN_FOLDERS, jobs, orSettings, PATHS, ruledCommand } from './options';

export function declareStats(program: Command): void {
  ruledCommand(program, 'stats')
    .summary('describe a corpus in figures')
    .description(`Counts articles and words, first and last day, articles by month, problems by rule. ${IN_FOLDERS}`)
    .argument('[path...]', PATHS)
    .option('--json', 'write JSON')
    .addOption(jobs())
    .action(orSettings(async (paths, options) => (await import('../commands/stats')).stats(paths, options)));
}
