/** The arguments, options and help of `article-format lsp`. */
import type { Command } from 'commander';

export function declareLsp(program: Command): void {
  program
    .command('lsp')
    .summary('start the language server, for any editor')
    .description('Starts the language server, which an editor talks to over standard input and output.')
    .requiredOption('--stdio', 'talk over standard input and output')
    .action(async () => (await import('../commands/lsp')).lsp());
}
