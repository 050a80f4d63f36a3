/** The commands. The code of each command except `check` is loaded only when it is called. */
import { Command } from 'commander';
import { shown } from '../output/faults';
import { declareCheck } from './check';
import { declareCompletion } from './completion';
import { declareExport } from './export';
import { declareFix } from './fix';
import { declareFormat } from './format';
import { declareImport } from './import';
import { declareList } from './list';
import { declareLock, declareVerify } from './lock';
import { declareLsp } from './lsp';
import { declareRule } from './rule';
import { declareSample } from './sample';
import { declareStats } from './stats';
import { suggestChoices } from './suggestChoices';
import { declareUndo } from './undo';

/** Every command, in the order of the help. */
const COMMANDS = [
  declareCheck,
  declareFix,
  declareFormat,
  declareExport,
  declareImport,
  declareUndo,
  declareStats,
  declareList,
  declareSample,
  declareLock,
  declareVerify,
  declareRule,
  declareLsp,
  declareCompletion,
];

/** The command line of this version. */
export function programOf(version: string): Command {
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
  for (const declare of COMMANDS) declare(program);
  for (const { options } of program.commands) for (const option of options) suggestChoices(option);
  return program;
}

/**
 * Turns a message of commander, `error: unknown option '--rul'\n(Did you mean --rule?)\n`, into the form of all others.
 */
function sentenceOf(message: string): string {
  const text = message.replace(/^error: /, '').trim();
  const hint = /\n\((Did you mean [^\n]*)\)$/.exec(text);
  const first = text.slice(0, hint?.index).replace(/\.$/, '');
  const problem = `${first.charAt(0).toUpperCase()}${first.slice(1)}${first.endsWith('?') ? '' : '.'}`;
  return shown([problem, ...(hint?.[1] ? [hint[1]] : []), 'See --help.'].join(' '));
}
