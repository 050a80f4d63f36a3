/**
 * `npm run test:editors`: the editors of docs/other-editors.md that are installed here, with the settings of that page, open a damaged
 * article, wait for its problem, apply the fix and save. The bytes are compared. Nothing is installed; what is not there is named.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeAfter } from '../page';

const root = path.resolve(import.meta.dirname, '../..');
const DRIVERS = import.meta.dirname;
const PAGE = 'other-editors.md';

/** Signs that take two UTF-16 units are before the fault, and no line end is at the end. */
const HEALTHY =
  ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. 🕊️ Truce 🎉 “soon” T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks 🕊 failed. T-E-X-T-E-N-D. ';
const DAMAGED = HEALTHY.replace('T-E-X-T-E-N-D.', 'T–E-X-T-E-N-D.');

interface Editor {
  readonly name: string;
  readonly program: string;
  /** The oldest version that the page names. */
  readonly oldest: number;
  /** What to know if it is not installed, as a sentence. */
  readonly missing?: string;
  /** Why it cannot be tried here, as a sentence. */
  readonly lacks?: () => string | undefined;
  /** How it is started; `home` is a folder for its settings. */
  readonly command: (home: string) => readonly [string, ...string[]];
}

/** Writes settings into the home folder, and gives the name of the file. */
function written(home: string, name: string, content: string, mode?: number): string {
  const file = path.join(home, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content, { mode });
  return file;
}

const driver = (name: string) => path.join(DRIVERS, name);
const vimPlugin = process.env.VIM_LSP ?? path.join(os.homedir(), '.vim/pack/lsp/start/lsp');

const EDITORS: readonly Editor[] = [
  {
    ...{ name: 'Neovim', program: 'nvim', oldest: 0.11 },
    command: (home) => {
      const settings = written(home, 'init.lua', codeAfter(PAGE, 'Neovim'));
      return ['nvim', '--clean', '--headless', '-u', settings, '-c', `luafile ${driver('neovim.lua')}`];
    },
  },
  {
    ...{ name: 'Emacs', program: 'emacs', oldest: 28 },
    lacks: () =>
      spawnSync('emacs', ['-q', '--batch', '-f', 'package-initialize', '-l', 'eglot']).status === 0
        ? undefined
        : 'It has no eglot.',
    command: (home) => {
      const settings = written(home, 'init.el', codeAfter(PAGE, 'Emacs'));
      return ['emacs', '-q', '--batch', '-f', 'package-initialize', '-l', settings, '-l', driver('emacs.el')];
    },
  },
  {
    ...{ name: 'Vim', program: 'vim', oldest: 9 },
    lacks: () => {
      if (fs.existsSync(path.join(vimPlugin, 'plugin/lsp.vim'))) return undefined;
      return `The plugin yegappan/lsp is not in ${vimPlugin}; VIM_LSP can name its folder.`;
    },
    command: (home) => {
      const paths = codeAfter(PAGE, 'Vim').replace('/path/to/article-format', root);
      const settings = written(home, 'vimrc', `set nocompatible rtp^=${vimPlugin}\n${paths}\nfiletype plugin on\n`);
      return ['vim', '-N', '-i', 'NONE', '-n', '--not-a-term', '-u', settings, '-S', driver('vim.vim')];
    },
  },
  {
    ...{ name: 'Kate', program: 'kate', oldest: 0 },
    lacks: () => {
      const needed = ['xvfb-run', 'xdotool', 'dbus-run-session', 'gdbus'];
      const missing = needed.filter((each) => spawnSync('which', [each]).status !== 0);
      return missing.length === 0 ? undefined : `It is driven by ${missing.join(', ')}, which is not installed.`;
    },
    command: (home) => {
      const said = `tee '${home}/asked' | '${path.join(programs, 'article-format')}' "$@" | tee '${home}/answers'`;
      const server = written(home, 'bin/article-format', `#!/bin/sh\n${said}\n`, 0o755);
      const syntax = '.local/share/org.kde.syntax-highlighting/syntax/article.xml';
      written(home, syntax, codeAfter(PAGE, 'Kate takes'));
      written(
        home,
        'kate/lspclient/settings.json',
        codeAfter(PAGE, 'and this in *Settings > Configure Kate > LSP Client'),
      );
      // What the page says of Open/Save; and the answer to the question whether Kate may start the server.
      const saving =
        '[KTextEditor Document]\nRemove Spaces=0\nNewline at End of File=false\nLine Length Limit=100000\n';
      const allowed = `[lspclient]\nAllowedServerCommandLines=${server} lsp --stdio\n`;
      written(home, 'katerc', `[Kate Plugins]\nlspclientplugin=true\n${allowed}${saving}`);
      return ['xvfb-run', '-a', 'dbus-run-session', '--', 'sh', driver('kate.sh')];
    },
  },
  {
    ...{ name: 'Helix', program: 'hx', oldest: 0 },
    missing: 'Debian 12 has no package of it.',
    lacks: () => 'No script can drive it.',
    command: () => ['hx'],
  },
];

execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'article-editors-'));
process.once('exit', () => fs.rmSync(work, { recursive: true, force: true }));
const programs = path.join(work, 'bin');
fs.mkdirSync(programs);
const command = `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist/cli.js')}' "$@"\n`;
fs.writeFileSync(path.join(programs, 'article-format'), command, { mode: 0o755 });

/** The version of an editor; undefined if it is not installed. */
function versionOf(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' }, // Kate asks for a display even for that.
  });
  return status === 0 ? (/\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0] ?? '0') : undefined;
}

/** Tries an editor, and says what became of it. True unless bytes are wrong. */
function tryOut({ name, program, oldest, missing, lacks, command }: Editor): boolean {
  const version = versionOf(program);
  if (version === undefined) return said([`${name} is not installed.`, missing].filter(Boolean).join(' '));
  if (isOlder(version, oldest)) return said(`${name} ${version} is too old: ${oldest} is needed.`);
  const reason = lacks?.();
  if (reason) return said(`${name} ${version} was not tried. ${reason}`);
  const home = fs.mkdtempSync(path.join(work, `${program}-`));
  const article = path.join(home, 'corpus/article_1986.txt');
  fs.mkdirSync(path.dirname(article));
  fs.writeFileSync(article, DAMAGED);
  const [started, ...args] = command(home);
  const run = spawnSync(started, args, {
    cwd: home,
    encoding: 'utf8',
    timeout: 60_000,
    input: '',
    env: {
      ...process.env,
      ...{ HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, TERM: 'dumb', ARTICLE: article },
      SAID: path.join(home, 'said'),
      PATH: `${programs}${path.delimiter}${process.env.PATH}`,
    },
  });
  const after = fs.readFileSync(article, 'utf8');
  const sizes = `${Buffer.byteLength(DAMAGED)} bytes before, ${Buffer.byteLength(after)} after`;
  if (after === HEALTHY)
    return said(`${name} ${version}: the fix was applied, and every other byte is as it was (${sizes}).`);
  const log = fs.existsSync(path.join(home, 'said')) ? fs.readFileSync(path.join(home, 'said'), 'utf8') : '';
  said(`${name} ${version}: the bytes are wrong (${sizes}).\n${log}${run.stderr.slice(-2000)}`);
  return false;
}

function isOlder(version: string, oldest: number): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [ownMajor = 0, ownMinor = 0] = String(oldest).split('.').map(Number);
  return major < ownMajor || (major === ownMajor && minor < ownMinor);
}

function said(sentence: string): true {
  console.log(sentence);
  return true;
}

const results = EDITORS.map(tryOut);
process.exitCode = results.every(Boolean) ? 0 : 1;
