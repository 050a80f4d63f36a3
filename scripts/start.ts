/**
 * Second half of `npm start`: packs the extension, installs it into a VS Code with folders of its own (never the
 * user's profile) and opens a folder, samples/ unless another is given.
 *
 * `npm start -- [FOLDER] [--browser]`: the desktop's `code`, where there is a display and one on the PATH, until its
 * window closes; otherwise, or with --browser, the embedded editor, until Ctrl+C.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { embeddedEditorRunsHere, installEmbeddedEditor } from '../test/editor/embedded/install.ts';
import { codeExecutable } from '../test/editor/embedded/paths.ts';
import { startServer } from '../test/editor/embedded/server.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folders = { userData: path.join(root, '.start/user'), extensions: path.join(root, '.start/extensions') };
const vsix = path.join(root, 'dist/article-format.vsix');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const { values, positionals } = parseArgs({
  options: { browser: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = path.resolve(positionals[0] ?? path.join(root, 'samples'));
if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  fail(`There is no folder ${folder}.`);
}

const desktop = !values.browser && hasDisplay && runs('code');
if (!desktop && !embeddedEditorRunsHere) {
  fail('No editor to start: put VS Code’s `code` on the PATH (the embedded editor runs on Linux x64 only).');
}
console.log('Packing the extension …');
execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], ...shell() });
if (desktop) {
  startDesktop();
} else {
  await startInBrowser();
}

function startDesktop(): void {
  install('code');
  console.log(`VS Code is open on ${folder}; this command ends when its window closes.`);
  const run = spawnSync('code', [...folderFlags(), '--new-window', '--wait', folder], { stdio: 'inherit', ...shell() });
  process.exitCode = run.status ?? 1;
}

async function startInBrowser(): Promise<void> {
  installEmbeddedEditor();
  install(codeExecutable);
  const server = await startServer({ ...folders, connectionToken: randomBytes(16).toString('hex') });
  const address = server.url({ folder });
  console.log(`\nVS Code with the article extension: ${address}\nCtrl+C ends it.`);
  if (hasDisplay) spawn('xdg-open', [address], { stdio: 'ignore', detached: true }).once('error', () => {});
  const ended = await new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal));
    server.process.once('exit', () => resolve('the editor ended'));
  });
  await server.stop();
  if (ended === 'the editor ended') fail('The embedded editor ended by itself.');
  process.exit(0);
}

function install(code: string): void {
  execFileSync(code, [...folderFlags(), '--install-extension', vsix, '--force'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...shell(),
  });
}

function folderFlags(): string[] {
  return ['--user-data-dir', folders.userData, '--extensions-dir', folders.extensions];
}

function runs(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore', ...shell() }).status === 0;
}

/** `code` and `npm` are command scripts on Windows, which only a shell can start. */
function shell(): { shell: boolean } {
  return { shell: process.platform === 'win32' };
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
