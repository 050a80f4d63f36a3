import type { DescribedCommand, DescribedOption, Values } from './describedCommands';

/** The completion for zsh. */
export function zshCompletion(commands: readonly DescribedCommand[], global: readonly DescribedOption[]): string {
  return `#compdef article-format
# Completion for zsh. Save it as _article-format in a folder of $fpath.
_article-format() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    if [[ $words[2] == -* ]]; then
      _arguments ${global.flatMap(specs).join(' ')}
    else
      _describe command commands
    fi
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] == _article-format ]]; then _article-format "$@"; else compdef _article-format article-format; fi
`;
}

function commandCase({ name, options, argument }: DescribedCommand): string {
  const rest = argument ? [quoted(`*:${actionOf('argument', argument)}`)] : [];
  return `    ${name})\n      _arguments \\\n${[...options.flatMap(specs), ...rest].map((spec) => `        ${spec}`).join(' \\\n')}\n      ;;`;
}

/** Its specification for _arguments, for each flag. */
function specs({ flags, description, value }: DescribedOption): string[] {
  const explained = `[${description.replace(/[[\]\\:]/g, '\\$&')}]`;
  return flags.map((flag) => {
    if (!value) return quoted(`${flag}${explained}`);
    return quoted(`*${flag}${flag.startsWith('--') ? '=' : ''}${explained}:${actionOf('value', value)}`);
  });
}

function actionOf(what: string, { words, isList, isFile }: Values): string {
  if (isFile) return `${what}:_files`;
  if (isList) return `${what}:_sequence compadd - ${words.join(' ')}`;
  return words.length > 0 ? `${what}:(${words.join(' ')})` : `${what}: `;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
