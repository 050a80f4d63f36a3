import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { assert } from 'chai';
import { completionFor } from '../../../../server/src/cli/commands/completion';
import { COMMANDS } from '../../../../server/src/cli/program/anyCall';
import { programOf } from '../../../../server/src/cli/program/program';
import { CODES } from '../../../../server/src/corpus/rules';
import { folder } from '../commandLine';

const PROGRAM = programOf('1.0.0', COMMANDS);
const SCRIPTS = {
  bash: completionFor('bash', PROGRAM),
  zsh: completionFor('zsh', PROGRAM),
  fish: completionFor('fish', PROGRAM),
};

/** What bash suggests for the last word of each line. It reads `=` as a word. */
function suggestions(...lines: readonly string[]): string[] {
  const calls = lines.map((line) => `try article-format ${line}`);
  const script = `source ./completion
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _article_format; echo "\${COMPREPLY[*]}"; }
${calls.join('\n')}`;
  const cwd = folder({ completion: SCRIPTS.bash });
  return execFileSync('bash', ['-c', script], { cwd, encoding: 'utf8' }).split('\n').slice(0, -1);
}

describe('completion', () => {
  before(function () {
    if (path.sep !== '/') this.skip();
  });

  it('in bash suggests commands, options, and their values', () => {
    const cases: Record<string, string> = {
      un: 'undo',
      '--ver': '--version',
      'check --base': '--baseline',
      'check corpus --fail-on w': 'warning',
      'check --fail-on = w': 'warning',
      'format --layout ""': 'line fields',
      'check --rule empty-fi': 'empty-field empty-file',
      'check --rule empty-field =': 'error warning information hint off',
      'check --rule empty-field = o': 'off',
      'fix --select missing-field,glued': 'missing-field,glued-sentences',
      'rule glued': 'glued-sentences',
      'completion ""': 'bash zsh fish',
      'export -o ""': '',
      'check corp': '',
    };
    assert.deepEqual(suggestions(...Object.keys(cases)), Object.values(cases));
  });

  it('has every command, option, choice and rule in each shell', () => {
    const { commands } = PROGRAM;
    const options = commands.flatMap((command) => command.options);
    for (const [shell, script] of Object.entries(SCRIPTS)) {
      const flags = options.flatMap(({ long }) => (shell === 'fish' ? `-l ${long?.slice(2)} ` : `${long}`));
      const words = [
        ...commands.map((command) => command.name()),
        ...options.flatMap(({ argChoices }) => argChoices ?? []),
        ...CODES,
      ];
      for (const word of [...flags, ...words]) assert.include(script, word, shell);
    }
  });

  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    it(`is a valid script for ${shell}`, function () {
      const { error, status, stderr } = spawnSync(shell, ['-n', 'completion'], {
        cwd: folder({ completion: SCRIPTS[shell] }),
        encoding: 'utf8',
      });
      if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') this.skip();
      assert.deepEqual([status, stderr], [0, '']);
    });
  }
});
