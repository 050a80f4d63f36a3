import type { DescribedCommand, DescribedOption } from './describedCommands';

/** The completion for fish. Fish completes names of files unless `-f` says that there are none. */
export function fishCompletion(commands: readonly DescribedCommand[], global: readonly DescribedOption[]): string {
  const lines = [
    '# Completion for fish. Save it as ~/.config/fish/completions/article-format.fish',
    ...global.map((option) => optionLine('__fish_use_subcommand', option)),
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines({ name, summary, options, argument }: DescribedCommand): string[] {
  const seen = `__fish_seen_subcommand_from ${name}`;
  const words =
    argument && argument.words.length > 0 ? [`${line(seen)} -f -a ${quoted(argument.words.join(' '))}`] : [];
  return [
    `${line('__fish_use_subcommand')} -f -a ${name} -d ${quoted(summary)}`,
    ...words,
    ...options.map((option) => optionLine(seen, option)),
  ];
}

function optionLine(when: string, { flags, description, value }: DescribedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const values = !value
    ? ''
    : value.words.length > 0
      ? ` -x -a ${quoted(value.words.join(' '))}`
      : value.isFile
        ? ' -r -F'
        : ' -x';
  return `${line(when)} ${names.join(' ')} -d ${quoted(description)}${values}`;
}

function line(when: string): string {
  return `complete -c article-format -n ${quoted(when)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
