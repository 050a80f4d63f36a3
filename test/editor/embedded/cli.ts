/**
 * Replaces the command line of a desktop VS Code, so that runTests() of @vscode/test-electron can drive the embedded
 * editor: same flags, same exit code, and the console of the extension host on standard output.
 *
 * Additional exit codes: 70 page crashed, 71 browser gone, 72 server gone, 73 extension host died, 74 no extension
 * host for the tests, 124 no result in time (EDITOR_TIMEOUT_MS, default 900,000), 130 ended by a signal.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { node, serverMain } from './paths.ts';
import { editorEnvironment, startBrowser, startServer } from './server.ts';

const { values: flags, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string' },
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    'disable-extensions': { type: 'boolean' },
  },
}) as unknown as {
  values: {
    /** Both are always given. */
    'user-data-dir': string;
    'extensions-dir': string;
    'install-extension'?: string;
    extensionDevelopmentPath?: string[];
    extensionTestsPath?: string;
    extensionDevelopmentKind?: string;
    'disable-extensions'?: boolean;
  };
  positionals: string[];
};

/** Lines of the workbench's own log, which it writes through the same hook as the console of the extension host. */
const WORKBENCH_LOG =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|\[Service Worker\] registration|\[AgentHost|\[AccountPolicyGate\]|Updating additional builtin extensions cache|Started local extension host|Ignoring fetching additional builtin|No search provider registered|\[DefaultAccount\]|Canceled)|workbench\/workbench\.js:\d/;

process.exitCode = flags['install-extension'] ? installExtension(flags['install-extension']) : await runWorkbench();
// runTests() drops output that is still in the pipe when this process ends.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
process.exit();

function folders() {
  return { userData: path.resolve(flags['user-data-dir']), extensions: path.resolve(flags['extensions-dir']) };
}

/** With the command line of the server. */
function installExtension(vsix: string): number {
  const { userData, extensions } = folders();
  const run = spawnSync(
    node,
    [
      serverMain,
      '--accept-server-license-terms',
      ...['--extensions-dir', extensions, '--user-data-dir', userData],
      ...['--server-data-dir', path.join(userData, 'server'), '--install-extension', vsix],
    ],
    { stdio: 'inherit', env: editorEnvironment() },
  );
  return run.status ?? 1;
}

/** Shows the workbench until its tests report their exit code, or until a process ends first. */
async function runWorkbench(): Promise<number> {
  const developed = (flags.extensionDevelopmentPath ?? []).map((folder) => path.resolve(folder));
  const server = await startServer({ ...folders(), settings: extensionKinds(developed), testDriver: true });
  const { browser, page } = await startBrowser();
  let lost = false;
  let over = false;
  try {
    return await new Promise<number>((resolve, reject) => {
      const end = (code: number, reason?: string) => {
        if (over) return;
        over = true;
        if (reason) console.error(`[embedded editor] ${reason}`);
        resolve(code);
      };
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(130));
      server.process.once('exit', (code) => end(72, `the VS Code server ended with ${code}`));
      browser.on('disconnected', () => end(71, 'the browser is gone'));
      page.on('crash', () => end(70, 'the page crashed'));
      page.on('console', (message) => {
        // VS Code only logs this and then waits for ever.
        if (message.text().includes('No extension host found that can launch the test runner')) {
          end(74, message.text());
        }
      });
      const limit = Number(process.env.EDITOR_TIMEOUT_MS ?? 900_000);
      setTimeout(() => end(124, `no result within ${limit} ms`), limit).unref();

      const log = (type: string, parts: unknown[]) => {
        const text = format(...parts);
        if (over) return;
        // When the extension host dies, VS Code still reports exit code 0, which would pass.
        if (/^\[remote-connection\]\[ExtensionHost\].*(socket close|starting reconnecting)/.test(text)) lost = true;
        if (lost || WORKBENCH_LOG.test(text)) return;
        (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
      };
      const exit = (code: number) =>
        lost
          ? end(code || 73, `the extension host ended before the tests did: ${server.lastExtensionHostExit()}`)
          : end(code);

      page
        .exposeFunction('codeAutomationLog', log)
        .then(() => page.exposeFunction('codeAutomationExit', exit))
        .then(() => page.goto(workbenchUrl(server, developed)))
        .catch(reject);
    });
  } finally {
    over = true;
    await browser.close().catch(() => {});
    await server.stop();
  }
}

/**
 * The user setting that decides which host runs an extension. VS Code's own start parameter
 * `extensionDevelopmentKind` has no effect on this server (VS Code 1.139.1).
 */
function extensionKinds(developed: string[]): Record<string, unknown> {
  if (!flags.extensionDevelopmentKind) return {};
  const kinds: Record<string, string[]> = {};
  for (const folder of developed) {
    const { publisher, name } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    kinds[`${publisher}.${name}`] = [flags.extensionDevelopmentKind];
  }
  return { 'remote.extensionKind': kinds };
}

function workbenchUrl(server: Awaited<ReturnType<typeof startServer>>, developed: string[]): string {
  const payload: [string, string][] = developed.map((folder) => ['extensionDevelopmentPath', server.uri(folder)]);
  if (flags.extensionTestsPath) {
    const given = flags.extensionTestsPath;
    payload.push(['extensionTestsPath', server.uri(given.startsWith('file:') ? fileURLToPath(given) : given)]);
  }
  if (flags['disable-extensions']) payload.push(['disableExtensions', 'true']);
  payload.push(['skipWelcome', 'true']);
  const opened = positionals.find((name) => fs.existsSync(name));
  if (!opened) return server.url({ ew: 'true' }, payload);
  if (opened.endsWith('.code-workspace')) return server.url({ workspace: path.resolve(opened) }, payload);
  return server.url({ folder: path.resolve(opened) }, payload);
}
