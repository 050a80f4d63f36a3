/** The arguments, options and help of `article-format lsp`. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { lsp } from '../commands/lsp';

export function declareLsp(program: Command): void {
  program
    .command('lsp')
    .summary('start the language server, for any editor')
    .description('Starts the language server, which an editor talks to over standard input and output.')
    .requiredOption('--stdio', 'talk over standard input and output')
    // Read by the server's library, from the call.
    .addOption(
      new Option(
        '--clientProcessId <number>',
        'end when the process with this number has ended; some editors pass this',
      ).argParser((value: string) => {
        if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It must be the number of a process.');
        return Number(value);
      }),
    )
    .action(lsp);
}
