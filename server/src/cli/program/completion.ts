/** The arguments, options and help of `article-format completion`. */
import { Argument, type Command } from 'commander';
import { SHELLS } from '../choices';

export function declareCompletion(program: Command): void {
  program
    .command('completion')
    .summary('write the completion script for a shell')
    .description('Writes a script by which a shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
  bash, in ~/.bashrc:  source <(article-format completion bash)
  zsh:                 article-format completion zsh > FOLDER/_article-format, where FOLDER is in $fpath
  fish:                article-format completion fish > ~/.config/fish/completions/article-format.fish`,
    )
    .action(async (shell) => (await import('../commands/completion')).completion(shell, program));
}
