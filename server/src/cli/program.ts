/** The commands and their options. What a command does is loaded when it is called. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Severities } from '../core/rules';
import { CODES } from '../corpus/rules';
import { FAIL_ON } from './check';
import { UsageError } from './faults';
import { REPORTERS } from './reporters';
import { addRule } from './settings';

const PATHS = 'files, folders, globs in quotation marks, or - for standard input';
const IN_FOLDERS =
  'In folders, .txt and .article files that look like articles are taken, but none that .gitignore names; a file that you name is taken whatever it looks like.';

export const program = new Command('article-format')
  .description('Checks, mends, formats and converts corpora in the article format (F-N-S-T-A-R-T. … T-E-X-T-E-N-D.).')
  .addHelpText(
    'after',
    `
Exit code: 0 when all is well, 1 when there is something to report, 2 when the call makes no sense or a file could not
be read or written.

  article-format check corpus                  what is wrong in a folder
  article-format fix --diff corpus             what fixing would change
  article-format export --to csv -o news.csv corpus
  article-format COMMAND --help                all about a command`,
  )
  .showHelpAfterError('(article-format --help tells more)')
  .exitOverride();

program
  .command('check')
  .summary('say what is wrong')
  .description(`Says what is wrong in article files, and across them. ${IN_FOLDERS}`)
  .argument('[path...]', PATHS)
  .addOption(filesFrom())
  .addOption(new Option('--format <form>', 'form of the report').choices(Object.keys(REPORTERS)).default('pretty'))
  .addOption(
    new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1').choices(FAIL_ON).default('error'),
  )
  .addOption(ruleOption())
  .addHelpText(
    'after',
    `
An .articlerc.json in a file's folder, or in one above it up to the working directory, sets rules for all files below;
--rule goes before it. Severities: error, warning, information, hint, off.

  article-format check corpus
  article-format check --rule glued-sentences=warning --fail-on warning corpus
  article-format check --format sarif corpus > article.sarif
  git diff --name-only -z | article-format check --files-from -

Rules: ${CODES.join(', ')}`,
  )
  .action(async (paths, options) => (await import('./check')).check(paths, options));

function filesFrom(): Option {
  return new Option(
    '--files-from <file>',
    'take more paths from a file, or from - (standard input): one a line, or separated by NUL',
  );
}

function ruleOption(): Option {
  return new Option('--rule <code=severity>', 'set a rule for this call; may be given more than once').argParser(
    (value: string, rules: Severities | undefined) => {
      try {
        return addRule(value, rules);
      } catch (error) {
        throw error instanceof UsageError ? new InvalidArgumentError(error.message) : error;
      }
    },
  );
}
