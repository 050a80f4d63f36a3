/**
 * Runs the editor suite in a real VS Code: `tsx test/editor/run.ts node|web`.
 *
 * Default editor: the embedded one on Linux x64. VSCODE_EXECUTABLE names any desktop VS Code. With `--desktop`, and where the
 * embedded editor does not run, @vscode/test-electron downloads one.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build, type Plugin } from 'esbuild';
import { embeddedEditorRunsHere, installEmbeddedEditor } from './embedded/install.ts';
import { codeExecutable } from './embedded/paths.ts';
import { workspace } from './workspace.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const host = process.argv.includes('web') ? 'web' : 'node';

/**
 * Mocha is an ES module package, so esbuild treats its browser build as a module, too; then the UMD header of that build would
 * overwrite the exports of the bundle. Without `module` and `exports`, it sets globalThis.mocha.
 */
const mochaAsGlobal: Plugin = {
  name: 'mocha-as-global',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `var module, exports, define;\n${fs.readFileSync(file, 'utf8')}`,
      loader: 'js',
    }));
  },
};

async function bundleSuite(): Promise<string> {
  const outfile = path.join(root, `dist/test/${host}/index.js`);
  await build({
    entryPoints: [path.join(root, 'test/editor/suite/index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    external: ['vscode', 'node:child_process'],
    define: { HOST: JSON.stringify(host), ...(host === 'web' && { global: 'globalThis' }) },
    plugins: [mochaAsGlobal],
    logLevel: 'warning',
  });
  return outfile;
}

function executable(): string | undefined {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (process.argv.includes('--desktop') || !embeddedEditorRunsHere) return undefined;
  installEmbeddedEditor();
  return codeExecutable;
}

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'article-suite-'));
try {
  const vscodeExecutablePath = executable();
  await runTests({
    ...(vscodeExecutablePath && { vscodeExecutablePath }),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite(),
    launchArgs: [
      workspace(path.join(temporary, 'workspace')),
      '--disable-extensions',
      ...['--user-data-dir', path.join(temporary, 'user')],
      ...['--extensions-dir', path.join(temporary, 'extensions')],
      ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.error(`The editor suite (${host} host) failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}
