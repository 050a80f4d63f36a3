/**
 * Bundles the extension into dist/: the client and the language server, each for Node and for a web worker; and the
 * command line.
 * `--production` minifies, `--watch` stays and rebuilds, `--cli` makes only the command line.
 */
import fs from 'node:fs';
import { build, context } from 'esbuild';

const { version } = JSON.parse(fs.readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  // All engines that this is for have them; without a word, each such expression would be made anew at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};
// jsonc-parser's `main` is UMD, whose `require` no bundler can follow; its `module` is fine.
const forNode = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const forBrowser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' }, // Brings what only Node has.
};

/**
 * The language client stays out of the extension's own bundle: everybody's plain-text files activate that one, and only
 * an article needs the other. (A web extension must be one file.)
 */
const languageClientApart = {
  name: 'language-client-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vscode-languageclient\/node$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './languageClient.js', external: true } : undefined,
    ),
};

/** Parts of the command line that are loaded when they are needed; `check`, which is called most, is in the main part. */
const PARTS = ['fix', 'format', 'export', 'import', 'undo', 'stats', 'lsp', 'glob', 'showSettings'];

/** Leaves the parts out of a bundle, which finds them in `folder`. */
const partsIn = (folder) => ({
  name: 'parts-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/\w+$/ }, ({ path, kind }) => {
      const isPart = kind === 'dynamic-import' && PARTS.includes(path.slice(2));
      return isPart ? { path: `${folder}/${path.slice(2)}.js`, external: true } : undefined;
    }),
});

/**
 * Brings the server's library in once, as its host has it. It is CommonJS, of which each file that imports it would make a
 * copy of its own, name by name: five hundred of them, before the server can answer.
 */
const libraryOnce = (host) => ({
  name: 'library-once',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^vscode-languageserver(\/\w+)?$/ }, ({ namespace }) =>
      namespace === 'once' ? undefined : { path: `vscode-languageserver/${host}`, namespace: 'once' },
    );
    onLoad({ filter: /./, namespace: 'once' }, ({ path }) => ({
      contents: `export * from '${path}';`,
      resolveDir: import.meta.dirname,
    }));
  },
});

const forCommandLine = {
  ...forNode,
  minify: true, // It is read anew at each call.
  sourcemap: false,
  // Some libraries ask for their own address, which a CommonJS module has under another name.
  define: { 'import.meta.url': 'ownUrl', VERSION: JSON.stringify(version) },
};

const commandLine = [
  {
    ...forCommandLine,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [partsIn('./cli')],
    // commander loads it for commands that are programs of their own. There are none, and it takes as long as 1,000 files.
    alias: { 'node:child_process': './server/src/cli/noPrograms.ts' },
  },
  {
    ...forCommandLine,
    entryPoints: PARTS.map((part) => `server/src/cli/${part}.ts`),
    outdir: 'dist/cli',
    banner: { js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [partsIn('.')],
  },
];

const extension = [
  {
    ...forNode,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client/node.js',
    external: ['vscode'],
    plugins: [languageClientApart],
  },
  {
    ...forNode,
    entryPoints: ['vscode-languageclient/node'],
    outfile: 'dist/client/languageClient.js',
    external: ['vscode'],
  },
  { ...forBrowser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client/browser.js', external: ['vscode'] },
  {
    ...forNode,
    entryPoints: ['server/src/node.ts'],
    outfile: 'dist/server/node.js',
    plugins: [libraryOnce('node')],
  },
  {
    ...forBrowser,
    entryPoints: ['server/src/browser.ts'],
    outfile: 'dist/server/browser.js',
    format: 'iife',
    plugins: [libraryOnce('browser')],
  },
];

const bundles = process.argv.includes('--cli') ? commandLine : [...extension, ...commandLine];

if (process.argv.includes('--watch')) {
  await Promise.all(bundles.map(async (options) => (await context({ ...options, logLevel: 'info' })).watch()));
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
