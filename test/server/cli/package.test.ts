import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { root } from '../../../scripts/generate/index';
import { article, folder } from './commandLine';

describe('the npm package', () => {
  const cwd = folder({ 'a.txt': article('1') });
  const call = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  let tarball = '';
  before(() => {
    tarball = call('npm', 'pack', root, '--silent').trim();
  });

  it('contains the command line with all its parts, which works from there', () => {
    call('tar', 'xzf', tarball);
    const { bin } = JSON.parse(fs.readFileSync(path.join(cwd, 'package/package.json'), 'utf8'));
    const run = (...args: string[]) =>
      call(process.execPath, path.join(cwd, 'package', bin['article-format']), ...args);
    assert.equal(run('check', 'a.txt'), 'No problems in 1 file.\n');
    assert.include(run('check', '*.txt'), 'No problems');
    assert.equal(run('check', '--jobs', '2', 'a.txt'), 'No problems in 1 file.\n');
    assert.include(run('check', '--show-settings', 'a.txt'), '"settingsFile": null');
    assert.equal(run('fix', '--dry-run', 'a.txt'), '');
    assert.equal(run('format', '--layout', 'line', '--stdout', 'a.txt'), article('1'));
    assert.include(run('export', '--to', 'csv', 'a.txt'), 'number,date');
    assert.match(run('stats', 'a.txt'), /^articles +1$/m);
    run('export', '-o', 'a.jsonl', 'a.txt');
    run('import', 'a.jsonl', '-o', 'back');
    assert.equal(fs.readFileSync(path.join(cwd, 'back/a.txt'), 'utf8'), article('1'));
    assert.isTrue(fs.existsSync(path.join(cwd, 'package/dist/server/node.js')));
    assert.include(run('rule', 'glued-sentences'), 'Two sentences without a space');
    for (const file of [
      'NOTICE',
      'schemas/finding.schema.json',
      'syntaxes/article.tmLanguage.json',
      'docs/rules/README.md',
      'tree-sitter-article/src/parser.c',
      'vim/ftplugin/article.vim',
    ])
      assert.isTrue(fs.existsSync(path.join(cwd, 'package', file)), file);
  });

  it('is installed with its command, and with a man page', function installed() {
    if (process.platform === 'win32') this.skip(); // npm installs no man pages there.
    call('npm', 'install', '--global', '--offline', '--prefix', cwd, path.join(cwd, tarball));
    assert.equal(call(path.join(cwd, 'bin/article-format'), 'check', 'a.txt'), 'No problems in 1 file.\n');
    assert.isTrue(fs.existsSync(path.join(cwd, 'share/man/man1/article-format.1')));
  });
});
