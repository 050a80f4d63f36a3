/** The arguments, options and help of `article-format lock` and `article-format verify`. */
import type { Command } from 'commander';
import { FILES, filesCommand, IN_FOLDERS, orSettings } from './options';

export function declareLock(program: Command): void {
  filesCommand(program, 'lock')
    .summary('write the digests of all files of a corpus')
    .description(
      `Writes the SHA-256 of each file, and one of all, into a file that names exactly this corpus. ${IN_FOLDERS}`,
    )
    .argument('[path...]', FILES)
    .option('-o, --output <file>', 'file to write; standard output if not given, or if it is -')
    .addHelpText(
      'after',
      `
  article-format lock -o corpus.lock corpus
  article-format verify corpus.lock`,
    )
    .action(orSettings(async (paths, options) => (await import('../commands/lock')).lock(paths, options)));
}

export function declareVerify(program: Command): void {
  program
    .command('verify')
    .summary('compare a corpus with its lock')
    .description(
      'Names the files that have changed, are missing or are new since article-format lock has written the lock. The exit code is 1 if there are any.',
    )
    .argument('<lock>', 'file that article-format lock has written')
    .action(async (file) => (await import('../commands/verify')).verify(file));
}
