/**
 * Second half of `npm start`: packages the extension, installs it into a VS Code with its own settings folders (never the
 * user's profile) and opens a folder. Without an argument, that is samples/, with the real article open.
 *
 * `npm start -- [FOLDER] [--browser]`: if there is a display and `code` is on the PATH, it starts the desktop's VS Code and
 * ends when its window closes; otherwise, or with --browser, it runs the embedded editor until Ctrl+C.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { embeddedEditorRunsHere, installEmbeddedEditor } from '../test/editor/embedded/install.ts';
import { codeExecutable } from '../test/editor/embedded/paths.ts';
import { startServer } from '../test/editor/embedded/server.ts';
import { SEED } from '../test/editor/workspace.ts';
import { folderFlags, installExtension, packExtension, shell } from './vsix.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folders = { userData: path.join(root, '.start/user'), extensions: path.join(root, '.start/extensions') };
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const { values, positionals } = parseArgs({
  options: { browser: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const samples = path.join(root, 'samples');
const folder = path.resolve(positionals[0] ?? samples);
if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  fail(`The folder ${folder} does not exist.`);
}

/** A newcomer sees an article at once. */
const shown = folder === samples ? [path.join(samples, SEED)] : [];
const desktop = !values.browser && hasDisplay && runs('code');
if (!desktop && !embeddedEditorRunsHere) {
  fail('There is no editor to start. Put VS Code’s `code` on the PATH (the embedded editor runs on Linux x64 only).');
}
console.log('Packaging the extension …');
const vsix = packExtension();
if (desktop) {
  startDesktop();
} else {
  await startInBrowser();
}

function startDesktop(): void {
  installExtension('code', vsix, folders);
  console.log(`VS Code is open on ${folder}; this command ends when that window closes.`);
  const run = spawnSync('code', [...folderFlags(folders), '--new-window', '--wait', folder, ...shown], {
    stdio: 'inherit',
    ...shell,
  });
  process.exitCode = run.status ?? 1;
}

async function startInBrowser(): Promise<void> {
  installEmbeddedEditor();
  installExtension(codeExecutable, vsix, folders);
  const server = await startServer({ ...folders, connectionToken: randomBytes(16).toString('hex') });
  const address = server.url(
    { folder },
    shown.map((file) => ['openFile', server.uri(file)]),
  );
  console.log(`\nVS Code with the article extension: ${address}\nCtrl+C ends it.`);
  if (hasDisplay) spawn('xdg-open', [address], { stdio: 'ignore', detached: true }).once('error', () => {});
  const ended = await new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal));
    server.process.once('exit', () => resolve('the editor ended'));
  });
  await server.stop();
  if (ended === 'the editor ended') fail('The embedded editor has ended unexpectedly.');
  process.exit(0);
}

function runs(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore', ...shell }).status === 0;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
