/** The arguments, options and help of `article-format check`. */
import { type Command, Option } from 'commander';
import { CODES } from '../../corpus/rules';
import { FAIL_ON, REPORT_FORMS } from '../choices';
import { check } from '../commands/check';
import { colorOption, IN_FOLDERS, inputCommand, jobs, orSettings, PATHS, recordsOption, ruled } from './options';

export function declareCheck(program: Command): void {
  ruled(inputCommand(program, 'check'))
    .summary('report problems')
    .description(`Reports problems in article files and across files. ${IN_FOLDERS}`)
    .argument('[path...]', PATHS)
    .addOption(new Option('--format <form>', 'form of the report').choices(REPORT_FORMS).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1')
        .choices(FAIL_ON)
        .default('error'),
    )
    .option('--statistics', 'report how many problems each rule finds, and not the problems')
    .option('--quiet', 'report problems and nothing else; what cannot be read is still reported')
    .addOption(colorOption())
    .option('--output-file <file>', 'write the report to a file; standard output if it is -')
    .option('--baseline <file>', 'report only problems that this file does not accept')
    .addOption(
      new Option(
        '--write-baseline <file>',
        'write a file that accepts all problems of this call, and report none',
      ).conflicts(['baseline', 'outputFile', 'statistics']),
    )
    .addOption(recordsOption())
    .addOption(jobs())
    .addHelpText(
      'after',
      `
The nearest .articlerc.json is used, from a file's folder up to the root of its git repository, or to the folder that is
named, whichever is higher. --rule overrides it. Severities: error, warning, information, hint, off.

  article-format check corpus
  article-format check --rule glued-sentences=warning --fail-on warning corpus
  article-format check --format sarif corpus > article.sarif
  git diff --name-only --diff-filter=d -z | article-format check --articles-only --files-from -

Rules: ${CODES.join(', ')}`,
    )
    .action(orSettings(async (paths, options) => check(paths, options)));
}
