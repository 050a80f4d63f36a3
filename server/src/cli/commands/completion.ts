/** `article-format completion`: writes the script by which a shell completes commands, options and values. */
import type { Command } from 'commander';
import type { SHELLS } from '../choices';
import { bashCompletion } from '../shells/bash';
import {
  type DescribedCommand,
  type DescribedOption,
  describedCommands,
  describedOptions,
} from '../shells/describedCommands';
import { fishCompletion } from '../shells/fish';
import { zshCompletion } from '../shells/zsh';

type Shell = (typeof SHELLS)[number];

const SCRIPTS: Readonly<
  Record<Shell, (commands: readonly DescribedCommand[], global: readonly DescribedOption[]) => string>
> = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

export function completion(shell: Shell, program: Command): void {
  process.stdout.write(completionFor(shell, program));
}

export function completionFor(shell: Shell, program: Command): string {
  return SCRIPTS[shell](describedCommands(program), describedOptions(program));
}
