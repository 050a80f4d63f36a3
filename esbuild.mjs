/**
 * Bundles the extension into dist/: the client and the language server, each for Node and for a web worker; and the
 * command line.
 * `--production` minifies, `--watch` stays and rebuilds, `--cli` makes only the command line.
 */
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');

const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};
// jsonc-parser's `main` is UMD, whose `require` no bundler can follow; its `module` is fine.
const forNode = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const forBrowser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

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

const commandLine = {
  ...forNode,
  entryPoints: ['server/src/cli.ts'],
  outfile: 'dist/cli.js',
  minify: true, // It is read anew at each call.
  sourcemap: false,
  // tinyglobby asks for its own address, which a CommonJS module has under another name.
  banner: { js: '#!/usr/bin/env node\nconst ownUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { 'import.meta.url': 'ownUrl' },
};

const bundles = process.argv.includes('--cli')
  ? [commandLine]
  : [
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
      {
        ...forBrowser,
        entryPoints: ['client/src/browser.ts'],
        outfile: 'dist/client/browser.js',
        external: ['vscode'],
      },
      { ...forNode, entryPoints: ['server/src/node.ts'], outfile: 'dist/server/node.js' },
      commandLine,
      { ...forBrowser, entryPoints: ['server/src/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife' },
    ];

if (process.argv.includes('--watch')) {
  await Promise.all(bundles.map(async (options) => (await context({ ...options, logLevel: 'info' })).watch()));
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
