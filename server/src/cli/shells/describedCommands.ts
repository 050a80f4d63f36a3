/** The commands and options of the command line as data, for completion and the man page. Commander has them all. */
import type { Argument, Command, Option } from 'commander';
import { CHOICES } from '../../core/settings';
import { CODES } from '../../corpus/rules';

/** What may be written: one of these, a list of these with commas, a file, or anything. */
export interface Values {
  readonly words: readonly string[];
  readonly isList: boolean;
  readonly isFile: boolean;
}

export interface DescribedOption {
  /** Such as `-o` and `--output`. */
  readonly flags: readonly string[];
  /** As in the help: `-o, --output <file>`. */
  readonly usage: string;
  readonly description: string;
  /** Undefined if it takes no value. */
  readonly value: Values | undefined;
}

export interface DescribedCommand {
  readonly name: string;
  /** `check [options] [path...]` */
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly options: readonly DescribedOption[];
  /** What its arguments are; undefined if it takes none. */
  readonly argument: Values | undefined;
}

/** All commands, in the order of the help. */
export function describedCommands(program: Command): readonly DescribedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    usage: `${command.name()} ${command.usage()}`,
    summary: command.summary(),
    description: command.description(),
    options: describedOptions(command),
    argument: argumentOf(command.registeredArguments[0]),
  }));
}

/** The options of a command or of the program, with `--help`. */
export function describedOptions(command: Command): readonly DescribedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      flags: [option.short, option.long].filter((flag) => flag !== undefined),
      usage: option.flags,
      description: option.description,
      value: valueOfOption(option),
    }));
}

/** Names in angle brackets that stand for a file or a folder. */
const FILES = ['file', 'folder', 'path', 'lock'];

function valueOfOption({ flags, argChoices, required, optional }: Option): Values | undefined {
  if (!required && !optional) return undefined;
  return valuesOf(/[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? '', argChoices);
}

function argumentOf(argument: Argument | undefined): Values | undefined {
  return argument && valuesOf(argument.name(), argument.argChoices);
}

/** By its choices, or else by its name in the help. */
function valuesOf(name: string, choices: readonly string[] | undefined): Values {
  if (choices) return { words: choices, isList: false, isFile: false };
  if (name === 'code') return { words: CODES, isList: false, isFile: false };
  if (name === 'codes') return { words: [...CODES, 'all'], isList: true, isFile: false };
  if (name === 'code=severity') {
    const words = [...CODES, 'all'].flatMap((code) => CHOICES.map((severity) => `${code}=${severity}`));
    return { words, isList: false, isFile: false };
  }
  return { words: [], isList: false, isFile: FILES.includes(name) };
}
