/** The arguments, options and help of `article-format rule`. */
import type { Command } from 'commander';
import { colorOption } from './options';

export function declareRule(program: Command): void {
  program
    .command('rule')
    .summary('explain a rule, or list all')
    .description(
      'Shows what a rule finds and why, with an example and its fixes. Without a code, lists all rules with their severities.',
    )
    .argument('[code]', 'code of the rule')
    .addOption(colorOption())
    .addHelpText(
      'after',
      `
  article-format rule
  article-format rule glued-sentences`,
    )
    .action(async (code, options) => (await import('../commands/rule')).rule(code, options));
}
