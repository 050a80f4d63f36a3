/** The commands and their options. The code of each command except `check` is loaded only when it is called. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Severities } from '../core/rules';
import { COLUMNS } from '../corpus/columns';
import { CODES } from '../corpus/rules';
import { EXPORT_FORMS, FAIL_ON, REPORT_FORMS } from './choices';
import { check } from './commands/check';
import { shown, UsageError } from './output/faults';
import { addRule } from './settings/settings';
import type { ShowOptions } from './settings/showSettings';

/** The version of the package, inserted by the build. */
declare const VERSION: string;

const PATHS = 'files, folders, globs in quotation marks, or - for standard input';
const COLUMN_NAMES = COLUMNS.join(', ');
const IN_FOLDERS =
  'In folders, .txt and .article files that look like articles are taken, except those that .gitignore excludes. A file that you name is taken whatever it looks like.';

export const program = new Command('article-format')
  .description('Checks, fixes, formats and converts corpora in the article format (F-N-S-T-A-R-T. … T-E-X-T-E-N-D.).')
  .addHelpText(
    'after',
    `
Exit code: 0 if everything is in order, 1 if there is something to report, 2 if the call is not valid or a file could
not be read or written.

  article-format check corpus                  what is wrong in a folder
  article-format fix --diff corpus             what fixing would change
  article-format export -o news.csv corpus
  article-format COMMAND --help                help for a command`,
  )
  .version(VERSION)
  .configureOutput({ outputError: (message, write) => write(`article-format: ${sentenceOf(message)}\n`) })
  .exitOverride();

program
  .command('check')
  .summary('report problems')
  .description(`Reports problems in article files and across files. ${IN_FOLDERS}`)
  .argument('[path...]', PATHS)
  .addOption(filesFrom())
  .addOption(folders())
  .addOption(articlesOnly())
  .addOption(listSkipped())
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(isolated())
  .addOption(showSettings())
  .addOption(new Option('--format <form>', 'form of the report').choices(REPORT_FORMS).default('pretty'))
  .addOption(
    new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1').choices(FAIL_ON).default('error'),
  )
  .addOption(ruleOption())
  .addHelpText(
    'after',
    `
The nearest .articlerc.json is used, from a file's folder up to the root of its git repository, or to the folder that is
named, whichever is higher. --rule overrides it. Severities: error, warning, information, hint, off.

  article-format check corpus
  article-format check --rule glued-sentences=warning --fail-on warning corpus
  article-format check --format sarif corpus > article.sarif
  git diff --name-only --diff-filter=d -z | article-format check --articles-only --files-from -

Rules: ${CODES.join(', ')}`,
  )
  .action(orSettings(async (paths, options) => check(paths, options)));

program
  .command('fix')
  .summary('fix problems that can be fixed safely')
  .description(
    `Fixes problems in place, if there is only one way to fix them. No value changes. A file that needs no fix is not touched. ${IN_FOLDERS}`,
  )
  .argument('[path...]', `${PATHS}, which goes to standard output`)
  .addOption(filesFrom())
  .addOption(folders())
  .addOption(articlesOnly())
  .addOption(listSkipped())
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(isolated())
  .addOption(showSettings())
  .option('--suggested', 'also apply fixes that you should review')
  .option('--dry-run', 'write nothing; name the files that would change, and end with 1 if there are any')
  .option('--diff', 'write nothing; show what would change as a unified diff, and end with 1 if anything would')
  .addOption(force('write also when the root of a disk or your home folder is named'))
  .addOption(noBackup())
  .addOption(ruleOption())
  .addHelpText(
    'after',
    `
Files are replaced completely or not at all. A file that is not UTF-8, or that another program changes meanwhile, is left
alone. article-format undo restores the files.

  article-format fix --diff corpus
  article-format fix corpus
  article-format fix - < damaged.txt > fixed.txt`,
  )
  .action(orSettings(async (paths, options) => (await import('./commands/fix')).fix(paths, options)));

program
  .command('format')
  .summary('change the layout of articles')
  .description(
    `Changes the layout of articles, in place. Only the white space between markers, values and articles changes. ${IN_FOLDERS}`,
  )
  .argument('[path...]', `${PATHS}, which goes to standard output`)
  .addOption(filesFrom())
  .addOption(folders())
  .addOption(articlesOnly())
  .addOption(listSkipped())
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(isolated())
  .addOption(showSettings())
  .addOption(
    new Option(
      '--layout <layout>',
      'line: as the producers write it; fields: each marker and value on a line of its own',
    )
      .choices(['line', 'fields'])
      .makeOptionMandatory(),
  )
  .option('--check', 'write nothing; name the files that would change, and end with 1 if there are any')
  .option('--stdout', 'write to standard output')
  .addOption(force('write also when the root of a disk or your home folder is named'))
  .addOption(noBackup())
  .addHelpText(
    'after',
    `
  article-format format --layout fields article_1986.txt
  article-format format --layout line --check corpus`,
  )
  .action(orSettings(async (paths, options) => (await import('./commands/format')).format(paths, options)));

program
  .command('export')
  .summary('write articles as a table')
  .description(`Writes a row for each article: ${COLUMN_NAMES}. ${IN_FOLDERS}`)
  .argument('[path...]', PATHS)
  .addOption(filesFrom())
  .addOption(folders())
  .addOption(articlesOnly())
  .addOption(listSkipped())
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(isolated())
  .addOption(showSettings())
  .addOption(
    new Option('--to <form>', 'form of the table; without it, the suffix of the file decides').choices(EXPORT_FORMS),
  )
  .option('-o, --output <file>', 'file to write, .jsonl, .csv or .parquet; standard output if not given, or if it is -')
  .option('--guard-formulas', 'CSV: put an apostrophe before what a spreadsheet would run as a formula')
  .option('--byte-order-mark', 'CSV: begin with a byte order mark, which Excel needs to recognise UTF-8')
  .addHelpText(
    'after',
    `
Values are written as they are, with their white space. sha256 is the digest of the text. A user-defined field that is listed
in additionalFields of an .articlerc.json has a column before index, such as byline for B-Y-L-I-N-E; then order gives the
order of the fields. The exit code is 1 if any part of an article is in no column.

  article-format export -o news.csv corpus
  article-format export --guard-formulas --byte-order-mark -o for-excel.csv corpus
  article-format export --to parquet -o news.parquet corpus
  article-format export corpus | jq -r .title`,
  )
  .action(orSettings(async (paths, options) => (await import('./commands/export')).exportRows(paths, options)));

program
  .command('import')
  .summary('write exported articles back into files')
  .description(
    'Writes the articles of a JSONL file, as export makes it, into the files that it names, in the line layout.',
  )
  .argument('<file>', 'JSONL file, or - for standard input')
  .requiredOption('-o, --output <folder>', 'folder to write into; nothing is ever written outside it')
  .addOption(force('overwrite files that exist, also when the folder is the root of a disk or your home folder'))
  .addOption(noBackup())
  .addHelpText(
    'after',
    `
Each row needs the columns file, number, date, title and text; a missing field is null. A user-defined field is read if
order names its column. If it is not certain that a row makes the article that is meant, nothing is written, and its line is
reported. Other columns with values are reported and left out, and the exit code is 1.

  article-format import news.jsonl -o corpus-again`,
  )
  .action(async (file, options) => (await import('./commands/import')).importRows(file, options));

program
  .command('undo')
  .summary('restore files as they were before fix, format or import')
  .description(
    'Restores the files that fix, format or import --force has replaced, byte for byte: those of the latest run for the working directory, or of the run that is named. A file that has changed since is left alone.',
  )
  .argument('[run]', 'name of a run, from --list')
  .option('--list', 'write nothing; list all runs that can be taken back')
  .addOption(noBackup())
  .addHelpText(
    'after',
    `
The last ten runs of a folder are kept, for 30 days, and at most 2 GB in all. ARTICLE_FORMAT_BACKUP=off keeps nothing.
Files that are gone or have changed do not stop undo: it lists them, and the next undo takes back the run before.

  article-format undo --list
  article-format undo`,
  )
  .action(async (run, options) => (await import('./commands/undo')).undo(run, options));

program
  .command('stats')
  .summary('describe a corpus in figures')
  .description(`Counts articles and words, first and last day, articles by month, problems by rule. ${IN_FOLDERS}`)
  .argument('[path...]', PATHS)
  .addOption(filesFrom())
  .addOption(folders())
  .addOption(articlesOnly())
  .addOption(listSkipped())
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(isolated())
  .addOption(showSettings())
  .option('--json', 'write JSON')
  .addOption(ruleOption())
  .action(orSettings(async (paths, options) => (await import('./commands/stats')).stats(paths, options)));

program
  .command('lsp')
  .summary('start the language server, for any editor')
  .description('Starts the language server, which an editor talks to over standard input and output.')
  .requiredOption('--stdio', 'talk over standard input and output')
  .action(async () => (await import('./commands/lsp')).lsp());

/**
 * Turns a message of commander, `error: unknown option '--rul'\n(Did you mean --rule?)\n`, into the form of all others.
 */
function sentenceOf(message: string): string {
  const text = message.replace(/^error: /, '').trim();
  const hint = /\n\((Did you mean [^\n]*)\)$/.exec(text);
  const first = text.slice(0, hint?.index).replace(/\.$/, '');
  const problem = `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
  return shown([problem, ...(hint?.[1] ? [hint[1]] : []), 'See --help.'].join(' '));
}

function filesFrom(): Option {
  return new Option(
    '--files-from <file>',
    'take more paths from a file, or from - (standard input): one per line, or separated by NUL; they must be names of files, not globs',
  );
}

function folders(): Option {
  return new Option('--folders', 'also take folders in that list');
}

function listSkipped(): Option {
  return new Option('--list-skipped', 'list all files that are left alone, with the reasons, on standard error');
}

function force(what: string): Option {
  return new Option('--force', what);
}

function noBackup(): Option {
  return new Option('--no-backup', 'keep no copies: undo cannot restore what is overwritten');
}

function articlesOnly(): Option {
  return new Option('--articles-only', 'also leave out named files that do not look like articles');
}

function stdinFilename(): Option {
  return new Option(
    '--stdin-filename <name>',
    'treat standard input (-) as this file: use its name in the output, and the settings of its folder',
  );
}

function config(): Option {
  return new Option('--config <file>', 'use this settings file for all files, instead of .articlerc.json').conflicts(
    'isolated',
  );
}

function isolated(): Option {
  return new Option('--isolated', 'use no settings file');
}

function showSettings(): Option {
  return new Option(
    '--show-settings <path>',
    'show the settings of a file or folder, and the file that they come from, and exit',
  );
}

type Action<Options> = (paths: readonly string[], options: Options) => Promise<void>;

/** Makes the action of a command that shows settings instead if the call asks for them. */
function orSettings<Options>(action: Action<Options>): Action<Options | ShowOptions> {
  return async (paths, options) => {
    const isAsked = typeof options === 'object' && options !== null && 'showSettings' in options;
    if (isAsked) (await import('./settings/showSettings')).showSettings(paths, options);
    else await action(paths, options as Options);
  };
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
