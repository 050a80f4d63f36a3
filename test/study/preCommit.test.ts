/** The hooks for pre-commit, run by pre-commit itself. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { root } from '../../scripts/generate/index';
import { article, folder } from '../server/cli/commandLine';
import { commandFolder } from './pages';
import { outputOf, python, unlessMissing } from './programs';

/** So many that pre-commit would share them among processes, and part articles with the same number. */
const PAIRS = 32;

describe('the hooks for pre-commit', () => {
  let program = '';
  before(
    unlessMissing(() => {
      program = python('pre_commit');
    }),
  );

  /** Runs a hook of this project on files that are in the index. */
  function hook(name: string, cwd: string) {
    outputOf('git', ['init', '-q'], { cwd });
    outputOf('git', ['add', '--all'], { cwd });
    const env = {
      ...process.env,
      PATH: `${commandFolder()}${path.delimiter}${process.env.PATH}`,
      PRE_COMMIT_HOME: folder({}),
    };
    const args = ['-m', 'pre_commit', 'try-repo', root, name, '--all-files'];
    return spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  }

  it('compares all files, whatever their names, and leaves out none without a word', () => {
    const pairs = Array.from({ length: PAIRS }, (_, i) => {
      const content = article(String(i + 1));
      return { [`article_${i + 1}.txt`]: content, [`-again ${i + 1}.txt`]: content };
    });
    const cwd = folder(Object.assign({ 'wide.article': Buffer.from(`\ufeff${article('99')}`, 'utf16le') }, ...pairs));
    const { status, stdout } = hook('article-format-check', cwd);
    assert.equal(status, 1);
    assert.match(stdout, /^- exit code: 2$/m);
    assert.match(stdout, /^article-format: wide\.article: This is UTF-16/m);
    assert.lengthOf(stdout.match(/duplicate-number$/gm) ?? [], 2 * PAIRS);
  });

  it('fix', () => {
    const cwd = folder({ '-a.txt': article('1').replace('D-A-T-E-E-N-D.', 'D–A-T-E-E-N-D.') });
    const { stdout } = hook('article-format-fix', cwd);
    assert.match(stdout, /^- files were modified by this hook$/m);
    assert.equal(fs.readFileSync(path.join(cwd, '-a.txt'), 'utf8'), article('1'));
  });
});
