/** The command line: `article-format`. */
import { CommanderError } from 'commander';
import { complain, failure } from './cli/output/faults';
import { watchOutput } from './cli/output/output';
import { programOf } from './cli/program/program';

/** The version of the package, inserted by the build. */
declare const VERSION: string;

watchOutput();
process.on('uncaughtException', (error) => {
  failure(error);
  process.exit();
});

programOf(VERSION)
  .parseAsync()
  .catch((error: NodeJS.ErrnoException) => {
    // Commander has said why itself. 0 after --help.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error.path !== undefined) complain(error.path, error);
    else failure(error);
  });
