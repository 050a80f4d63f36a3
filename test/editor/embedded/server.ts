/** Starts the embedded editor: the VS Code server, and a headless Chromium that shows its workbench. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { chromium, chromiumHome, home, node, serverMain } from './paths.ts';

/** Switches off everything that draws over the editor, takes its focus or needs a network. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.fontFamily': 'DejaVu Sans Mono, monospace',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface ServerOptions {
  /** Folder of the editor's settings and state. */
  userData: string;
  /** Folder of the installed extensions. */
  extensions: string;
  /** User settings to add to those already in `userData`. */
  settings?: Record<string, unknown>;
  /** Folders open in Restricted Mode until the user trusts them, as on a desktop. Default: every folder is trusted. */
  restrictedMode?: boolean;
  /** The test driver lets the page run an extension's tests; it also hides notifications. */
  testDriver?: boolean;
  /** The address of the page must contain this secret. Without one, everybody on this machine can connect. */
  connectionToken?: string;
  /** The editor's language; English if there is none. Texts of VS Code itself stay in English. */
  language?: string;
}

export interface Server {
  process: ChildProcess;
  authority: string;
  /** The address of the workbench. `payload` contains start parameters of VS Code. */
  url(query?: Record<string, string>, payload?: [string, string][]): string;
  /** The editor's URI for a file or folder of this machine. */
  uri(file: string): string;
  /** The extension host processes that run now. */
  extensionHosts(): number[];
  /** The processes of our language server that run now. */
  languageServers(): number[];
  /** How the last extension host process ended, as the server logged it. */
  lastExtensionHostExit(): string | undefined;
  /** Ends the server and all its children, and removes its temporary folder. */
  stop(): Promise<void>;
}

/** The environment for a process of the embedded editor: its Node first, no gallery, no variables of an outer VS Code. */
export function editorEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    PATH: path.dirname(node) + path.delimiter + process.env.PATH,
  };
  for (const name of Object.keys(env)) {
    if (/^(VSCODE_|ELECTRON_)/.test(name) && name !== 'VSCODE_TEST_OPTIONS') {
      delete env[name];
    }
  }
  return env;
}

/** Starts the VS Code server on a free port of the loopback interface. Throws, with the path of the log, if it ends at once. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'article-editor-'));
  writeSettings(options);
  if (options.language) installLanguage(options.userData, options.language);
  const port = await freePort();
  const child = spawn(
    node,
    [
      '--require',
      path.join(home, 'tether.cjs'),
      serverMain,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(options.connectionToken ? ['--connection-token', options.connectionToken] : ['--without-connection-token']),
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(options.restrictedMode ? [] : ['--disable-workspace-trust']),
      ...['--server-data-dir', path.join(temporary, 'server')],
      ...['--user-data-dir', options.userData, '--extensions-dir', options.extensions],
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    // Its own process group, which stop() and the tether can end together.
    {
      env: { ...editorEnvironment(), EDITOR_TETHER: '1', TMPDIR: temporary },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const logFile = path.join(temporary, 'server.log');
  const log = fs.createWriteStream(logFile);
  child.stderr.pipe(log, { end: false });
  let lastExit: string | undefined;

  const stop = async () => {
    const ended = new Promise<void>((resolve) => {
      child.exitCode !== null || child.signalCode ? resolve() : child.once('exit', () => resolve());
    });
    signalGroup(child, 'SIGTERM');
    const limit = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
    await ended;
    clearTimeout(limit);
    signalGroup(child, 'SIGKILL');
    log.end();
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  };

  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      log.write(data);
      lastExit = /Extension Host Process exited with (.*)/.exec(data.toString())?.[1] ?? lastExit;
      if (data.includes('agent listening')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The VS Code server ended with ${code}:\n${fs.readFileSync(logFile, 'utf8')}`));
    });
  }).catch(async (error) => {
    await stop();
    throw error;
  });

  const authority = `127.0.0.1:${port}`;
  return {
    process: child,
    authority,
    stop,
    extensionHosts: () => processesOf(child.pid as number, 'type=extensionHost'),
    languageServers: () => processesOf(child.pid as number, 'dist/server/node.js'),
    lastExtensionHostExit: () => lastExit,
    uri: (file) => `vscode-remote://${authority}${path.resolve(file).split('/').map(encodeURIComponent).join('/')}`,
    url: (query = {}, payload = []) => {
      const parameters = new URLSearchParams({
        ...(options.connectionToken ? { tkn: options.connectionToken } : {}),
        ...query,
        ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
      });
      return `http://${authority}/?${parameters}`;
    },
  };
}

/** Opens a headless Chromium with one empty page. */
export async function startBrowser(viewport = { width: 1400, height: 900 }): Promise<{ browser: Browser; page: Page }> {
  const browser = await playwright.launch({
    executablePath: chromium,
    handleSIGINT: false,
    handleSIGTERM: false,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: path.join(chromiumHome, 'lib'),
      FONTCONFIG_PATH: path.join(chromiumHome, 'fonts'),
    },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const context = await browser.newContext({ viewport });
  return { browser, page: await context.newPage() };
}

function writeSettings({ userData, settings }: ServerOptions): void {
  const file = path.join(userData, 'User/settings.json');
  const own = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...own, ...settings }, null, 2));
}

/**
 * Sets the language of VS Code, as a language pack and *Configure Display Language* do. This language pack is empty, so VS Code's own
 * texts stay in English.
 */
function installLanguage(userData: string, language: string): void {
  const texts = path.join(userData, 'language-pack.json');
  fs.writeFileSync(texts, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'test.language-pack' }, version: '1.0.0' }];
  const pack = { hash: language, label: language, extensions, translations: { vscode: texts } };
  fs.writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
  fs.writeFileSync(path.join(userData, 'User/argv.json'), JSON.stringify({ locale: language }));
}

/** The processes of a group whose calls contain a text: from /proc, because the embedded editor is for Linux only. */
function processesOf(group: number, text: string): number[] {
  const isOne = (id: string) => {
    try {
      const [, , , , ownGroup] = fs
        .readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/\(.*\)/, 'name')
        .split(' ');
      return Number(ownGroup) === group && fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(text);
    } catch {
      return false; // Ended meanwhile.
    }
  };
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOne(name))
    .map(Number);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid as number), signal);
  } catch {
    // The group is already gone.
  }
}
