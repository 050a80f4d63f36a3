/** The arguments and the action of `article-format help`. Commander's own shows the help of all commands for an unknown one. */
import type { Command } from 'commander';
import { closest } from '../../core/text/closest';

export function declareHelp(program: Command): void {
  program
    .command('help')
    .summary('show the help of a command')
    .description('Shows the help of a command; without its name, the list of all commands.')
    .argument('[command]', 'name of the command')
    .action((name?: string) => {
      const { commands } = program;
      const command = name === undefined ? program : commands.find((each) => each.name() === name);
      if (command) command.outputHelp();
      else program.error(unknownCommand(name as string, commands));
    });
}

/** As Commander itself says it. */
function unknownCommand(name: string, commands: readonly Command[]): string {
  const meant = closest(
    name,
    commands.map((each) => each.name()),
  );
  return `error: unknown command '${name}'${meant === undefined ? '' : `\n(Did you mean ${meant}?)`}`;
}
