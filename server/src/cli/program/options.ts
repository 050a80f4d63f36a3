/** What several commands have in common: options, and texts of the help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Severities } from '../../core/rules';
import { COLOR_CHOICES } from '../output/color';
import { UsageError } from '../output/faults';
import { addCodes, addRule } from '../settings/ruleArguments';
import type { ShowOptions } from '../settings/showSettings';

export const FILES = 'files, folders, or globs in quotation marks';
export const PATHS = 'files, folders, globs in quotation marks, or - for standard input';
export const IN_FOLDERS =
  'In folders, .txt and .article files that look like articles are taken, except those that .gitignore excludes. A file that you name is taken whatever it looks like.';

/** A command that takes article files, and standard input. */
export function inputCommand(program: Command, name: string): Command {
  return filesCommand(program, name).addOption(
    new Option(
      '--stdin-filename <name>',
      'treat standard input (-) as this file: use its name in the output, and the settings of its folder',
    ),
  );
}

/** A command that takes article files: with the options that say which, and which settings apply to them. */
export function filesCommand(program: Command, name: string): Command {
  return program
    .command(name)
    .addOption(
      new Option(
        '--files-from <file>',
        'take more paths from a file, or from - (standard input): one per line, or separated by NUL; they must be names of files, not globs',
      ),
    )
    .addOption(new Option('--folders', 'also take folders in that list'))
    .addOption(new Option('--articles-only', 'also leave out named files that do not look like articles'))
    .addOption(new Option('--list-skipped', 'list all files that are left alone, with the reasons, on standard error'))
    .addOption(
      new Option('--config <file>', 'use this settings file for all files, instead of .articlerc.json').conflicts(
        'isolated',
      ),
    )
    .addOption(new Option('--isolated', 'use no settings file'))
    .addOption(
      new Option(
        '--show-settings <path>',
        'show the settings of a file or folder, and the file that they come from, and exit',
      ),
    );
}

/** `others` are the options of the command that make no sense with records. */
export function recordsOption(...others: readonly string[]): Option {
  return new Option(
    '--records',
    'read files as records: a JSON object on each line, with the name of a file in file and its text in content; from the files that are named, or from standard input',
  ).conflicts(['stdinFilename', ...others]);
}

export function jobs(): Option {
  return new Option(
    '--jobs <number>',
    'how many workers share the work; without it, as many as the processor runs at once, if there is enough to do',
  ).argParser((value: string) => {
    if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('It must be a number from 1 to 999.');
    return Number(value);
  });
}

export function failOnOption(): Option {
  return new Option(
    '--fail-on <what>',
    'what makes the exit code 1: problem, if anything is incomplete, left out or left alone; or never, for engines that take it for a failure',
  )
    .choices(['problem', 'never'])
    .default('problem');
}

/** Makes the action of a command that does not end with 1 if `--fail-on never` says so. 2 stays 2. */
export function orNever<Options extends { readonly failOn?: string }>(action: Action<Options>): Action<Options> {
  return async (paths, options) => {
    await action(paths, options);
    if (options.failOn === 'never' && process.exitCode === 1) process.exitCode = 0;
  };
}

export function force(what: string): Option {
  return new Option('--force', what);
}

export function noBackup(): Option {
  return new Option('--no-backup', 'keep no copies: undo cannot restore what is overwritten');
}

export function dateFormat(what: string): Option {
  return new Option('--date-format <form>', `the form of the dates, such as DD/MM/YYYY or D de MMMM de YYYY; ${what}`);
}

export function where(): Option {
  return new Option(
    '--where <query>',
    'only the articles that this query chooses, such as: words > 200 && title ~ "Gaza"',
  );
}

export function colorOption(): Option {
  return new Option('--color <when>', 'auto: on a terminal, unless NO_COLOR or FORCE_COLOR is set')
    .choices(COLOR_CHOICES)
    .default('auto');
}

type Action<Options> = (paths: readonly string[], options: Options) => Promise<void>;

/** Makes the action of a command that shows settings instead if the call asks for them. */
export function orSettings<Options>(action: Action<Options>): Action<Options | ShowOptions> {
  return async (paths, options) => {
    const isAsked = typeof options === 'object' && options !== null && 'showSettings' in options;
    if (isAsked) (await import('../settings/showSettings')).showSettings(paths, options);
    else await action(paths, options as Options);
  };
}

/** A command that applies rules to articles: with the options that say which rules, and how serious. */
export function ruled(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--rule <code=severity>',
        'set a rule for this call, or all of them with all=severity; may be given more than once, and the last counts',
      ).argParser(reading((value, before?: Severities) => addRule(value, before))),
    )
    .addOption(
      new Option('--select <codes>', 'only these rules, separated by commas, also those that are off').argParser(
        reading(addCodes),
      ),
    )
    .addOption(new Option('--ignore <codes>', 'none of these rules, separated by commas').argParser(reading(addCodes)));
}

type Reader<Value> = (value: string, before: Value | undefined) => Value;

/** Reads an argument, and passes the reason on to commander if it is not valid. */
function reading<Value>(read: Reader<Value>): Reader<Value> {
  return (value, before) => {
    try {
      return read(value, before);
    } catch (error) {
      throw error instanceof UsageError ? new InvalidArgumentError(error.message) : error;
    }
  };
}
