/** What all commands have around them. */
import fs from 'node:fs';
import { Command } from 'commander';
import { shown } from '../output/faults';
import { suggestChoices } from './suggestChoices';

/** Adds a command to the command line. */
export type Declare = (program: Command) => void;

/** The command line of this version, with these commands. */
export function programOf(version: string, commands: readonly Declare[]): Command {
  const program = new Command('article-format')
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
    .version(version)
    .configureOutput({ outputError: (message, write) => write(`article-format: ${sentenceOf(message)}\n`) })
    .exitOverride();
  for (const declare of commands) declare(program);
  for (const { options, registeredArguments } of program.commands)
    for (const each of [...options, ...registeredArguments]) suggestChoices(each);
  return program;
}

/**
 * Turns a message of commander, `error: unknown option '--rul'\n(Did you mean --rule?)\n`, into the form of all others.
 */
function sentenceOf(message: string): string {
  const text = message.replace(/^error: /, '').trim();
  const hint = /\n\((Did you mean [^\n]*)\)$/.exec(text);
  const first = text
    .slice(0, hint?.index)
    .replace(/\.$/, '')
    .replace(/^required option (.*) not specified$/, 'add $1, which this command needs');
  const problem = `${first.charAt(0).toUpperCase()}${first.slice(1)}${first.endsWith('?') ? '' : '.'}`;
  const isFile = first.startsWith(UNKNOWN_OPTION) && fs.existsSync(first.slice(UNKNOWN_OPTION.length, -1));
  const advice = isFile ? FILE_NOT_OPTION : hint?.[1];
  return shown([problem, ...(advice ? [advice] : []), 'See --help.'].join(' '));
}

const UNKNOWN_OPTION = "unknown option '";
/** A shell that has found names by a wildcard gives them as they are. */
const FILE_NOT_OPTION = 'A file has this name: put ./ before the name, or before the wildcard.';
