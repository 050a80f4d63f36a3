/** The command line: `article-format`. */
import { CommanderError } from 'commander';
import { complain } from './cli/faults';
import { program } from './cli/program';

// Whoever reads the output may stop before its end, as `head` does. Unix programs then end with 128 + SIGPIPE.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

program.parseAsync().catch((error: NodeJS.ErrnoException) => {
  if (error instanceof CommanderError) {
    // It has said why itself. 0 after --help.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  if (error.path !== undefined) {
    complain(error.path, error);
    return;
  }
  process.stderr.write(`article-format: ${error.message}\n`);
  process.exitCode = 2;
});
