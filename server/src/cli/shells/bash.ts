import { CHOICES } from '../../core/settings';
import { CODES } from '../../corpus/rules';
import type { DescribedCommand, DescribedOption, Values } from './describedCommands';

/**
 * The completion for bash. Where nothing is to be suggested, bash completes names of files. Bash takes `=` for a word of its own.
 */
export function bashCompletion(commands: readonly DescribedCommand[], global: readonly DescribedOption[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion for bash. In ~/.bashrc: source <(article-format completion bash)
_article_format() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" before="" command="" i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${names.join('|')}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  if [[ "$cur" == "=" ]]; then before="$prev"; cur=""; fi
  if [[ "$prev" == "=" ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [[ "$before" == -* ]]; then prev="$before"
  elif [[ -n "$before" ]]; then COMPREPLY=($(compgen -W "${CHOICES.join(' ')}" -- "$cur")); return
  fi
  case "$command $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
${commands.map(commandCase).join('\n')}
    *) COMPREPLY=($(compgen -W "${[...names, ...global.flatMap(({ flags }) => flags)].join(' ')}" -- "$cur")) ;;
  esac
}
complete -o default -F _article_format article-format
`;
}

function valueCases({ name, options }: DescribedCommand): string[] {
  return options.flatMap(({ flags, value }) => {
    if (!value) return [];
    const pattern = flags.map((flag) => `"${name} ${flag}"`).join('|');
    return [`    ${pattern}) ${reply(value, flags.includes('--rule') ? CODES_OF_RULE : value.words)}return ;;`];
  });
}

/** Bash would complete the part after `=` apart from the code. */
const CODES_OF_RULE = [...CODES, 'all'];

function reply({ isList }: Values, words: readonly string[]): string {
  if (words.length === 0) return '';
  const list = `-W "${words.join(' ')}"`;
  if (!isList) return `COMPREPLY=($(compgen ${list} -- "$cur")); `;
  return `if [[ "$cur" == *,* ]]; then COMPREPLY=($(compgen -P "\${cur%,*}," ${list} -- "\${cur##*,}")); else COMPREPLY=($(compgen ${list} -- "$cur")); fi; `;
}

function commandCase({ name, options, argument }: DescribedCommand): string {
  const flags = options.flatMap((option) => option.flags).join(' ');
  const words = argument?.words.length ? `COMPREPLY=($(compgen -W "${argument.words.join(' ')}" -- "$cur"))` : ':';
  return `    ${name}) if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "${flags}" -- "$cur")); else ${words}; fi ;;`;
}
