/** A call of the command line, from its arguments to its exit code. */
import { type Command, CommanderError } from 'commander';
import { complain, failure } from '../output/faults';
import { watchOutput } from '../output/output';

/** Does what the arguments of this process ask for. Never throws: what goes wrong is said, and is in the exit code. */
export async function run(program: Command): Promise<void> {
  watchOutput();
  process.on('uncaughtException', (error) => {
    failure(error);
    process.exit();
  });
  try {
    await program.parseAsync();
  } catch (error) {
    // Commander has said why itself. 0 after --help.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof Error && 'path' in error) complain(String(error.path), error);
    else failure(error);
  }
}
