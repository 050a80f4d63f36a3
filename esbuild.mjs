/**
 * Bundles into dist/: the client and the language server, each for Node and for a web worker, and the command line.
 * `--production` minifies, `--watch` keeps running and rebuilds, `--cli` bundles only the command line.
 */
import fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { build, context } from 'esbuild';

const { version } = JSON.parse(fs.readFileSync(new URL('package.json', import.meta.url), 'utf8'));
/** The files of the sample corpus, which the extension copies. */
const sampleFiles = fs
  .readdirSync('sample-corpus', { recursive: true })
  .filter((path) => /\.\w+$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  define: { VERSION: JSON.stringify(version) },
  // All target engines support them. Without this line, esbuild compiles each such expression again at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};
// The `main` of jsonc-parser is UMD, whose `require` no bundler can follow; its `module` works.
// `require` is faster than `import`, which reads all of a file to find its names.
const forNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  supported: { ...common.supported, 'dynamic-import': false },
};
const forBrowser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
};

/**
 * Keeps the language client out of the extension's main bundle: any plain-text file activates that bundle, but only
 * articles need the language client. (A web extension must be one file.)
 */
const languageClientApart = {
  name: 'language-client-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vscode-languageclient\/node$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './languageClient.js', external: true } : undefined,
    ),
};

/** Parts of the command line that are loaded when they are needed, some of them by workers. `check`, which is called most, is in `anyCall`. */
const PARTS = [
  ...['program/anyCall', 'program/serverCall'],
  ...['fix', 'format', 'export', 'import', 'undo'].map((command) => `commands/${command}`),
  ...['stats', 'list', 'sample', 'lock', 'verify', 'rule', 'completion'].map((command) => `commands/${command}`),
  ...['sarif', 'github', 'gitlab', 'junit', 'csv'].map((form) => `reporters/${form}`),
  ...['reporters/statistics', 'check/baseline', 'commands/writeBaseline'],
  ...['input/glob', 'settings/showSettings', 'check/shared/checkWorker', 'tables/rowsWorker', 'writing/changeWorker'],
  'tables/parquetRows',
];

/** Leaves the parts out of a bundle, which loads them from `folder`. */
const partsIn = (folder) => ({
  name: 'parts-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.{1,2}\// }, ({ path, kind }) => {
      const isPart = kind === 'dynamic-import' && PARTS.some((part) => basename(part) === basename(path));
      return isPart ? { path: `${folder}/${basename(path)}.js`, external: true } : undefined;
    }),
});

/**
 * Bundles what many files import once, and the server's library in its host's version. They are CommonJS: without this, each
 * importing file copies all their names, five hundred of that library, before the first line of the program.
 */
const namesOnce = (host) => ({
  name: 'names-once',
  setup: ({ onResolve, onLoad }) => {
    const once = (filter, pathOf) =>
      onResolve({ filter }, ({ path, namespace }) =>
        namespace === 'once' ? undefined : { path: pathOf(path), namespace: 'once' },
      );
    once(/^vscode-languageserver(\/\w+)?$/, () => `vscode-languageserver/${host}`);
    once(/^@vscode\/l10n$/, (path) => path);
    once(/^node:(fs|path)$/, (path) => path);
    onLoad({ filter: /./, namespace: 'once' }, ({ path }) => ({
      contents: `export * from '${path}';${path.startsWith('node:') ? ` export { default } from '${path}';` : ''}`,
      resolveDir: import.meta.dirname,
    }));
  },
});

/**
 * Cuts the server for Node in two: `initialize` is answered before the services are loaded. Both parts use one copy of the server's
 * library.
 */
const servicesApart = {
  name: 'services-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^vscode-languageserver\/node$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './library.js', external: true },
    );
    onResolve({ filter: /\/nodeServices$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './nodeServices.js', external: true } : undefined,
    );
  },
};

/** Keeps what reads Parquet out of the server's bundle. In a web worker, it is another script, which must add no names to all others. */
const parquetApart = {
  name: 'parquet-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/parquetRows$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './parquetRows.js', external: true } : undefined,
    ),
};

const forCommandLine = {
  ...forNode,
  minify: true, // It is loaded at each call.
  sourcemap: false,
};

const commandLine = [
  {
    ...forCommandLine,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [partsIn('./cli')],
  },
  {
    ...forCommandLine,
    entryPoints: PARTS.map((part) => ({ in: `server/src/cli/${part}.ts`, out: basename(part) })),
    outdir: 'dist/cli',
    // Some libraries read their own address, which a CommonJS module has under another name.
    define: { ...common.define, 'import.meta.url': 'ownUrl' },
    banner: { js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [partsIn('.'), namesOnce('node')],
    // commander loads it for commands that are separate programs. There are none, and loading takes as long as 1,000 files.
    alias: { 'node:child_process': './server/src/cli/noPrograms.ts' },
  },
];

/** What the client has besides its code. */
const ofClient = { external: ['vscode'], define: { ...common.define, SAMPLE_FILES: JSON.stringify(sampleFiles) } };

const extension = [
  {
    ...forNode,
    ...ofClient,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client/node.js',
    plugins: [languageClientApart],
  },
  {
    ...forNode,
    entryPoints: ['vscode-languageclient/node'],
    outfile: 'dist/client/languageClient.js',
    external: ['vscode'],
  },
  { ...forBrowser, ...ofClient, entryPoints: ['client/src/browser.ts'], outfile: 'dist/client/browser.js' },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['client/webview/overview.ts', 'client/webview/overview.css'],
    outdir: 'dist/client',
  },
  {
    ...forNode,
    entryPoints: ['server/src/node.ts', 'server/src/nodeServices.ts'],
    outdir: 'dist/server',
    plugins: [namesOnce('node'), servicesApart, parquetApart],
  },
  {
    ...forNode,
    entryPoints: ['vscode-languageserver/node'],
    outfile: 'dist/server/library.js',
  },
  {
    ...forBrowser,
    ...{ platform: 'node', conditions: ['browser'] }, // So Node finds its exports, and it needs nothing of Node.
    entryPoints: ['server/src/corpus/mapping/parquetRows.ts'],
    outfile: 'dist/server/parquetRows.js',
    banner: { js: '(() => {' },
    footer: { js: '})();' },
  },
  {
    ...forBrowser,
    entryPoints: ['server/src/browser.ts'],
    inject: ['server/src/buffer.ts'], // For the libraries of CSV.
    outfile: 'dist/server/browser.js',
    format: 'iife',
    plugins: [namesOnce('browser')],
  },
];

const bundles = process.argv.includes('--cli') ? commandLine : [...extension, ...commandLine];

if (process.argv.includes('--watch')) {
  await Promise.all(bundles.map(async (options) => (await context({ ...options, logLevel: 'info' })).watch()));
} else {
  const built = await Promise.all(bundles.map((options) => build({ ...options, metafile: true, write: false })));
  for (const { path, contents } of built.flatMap(({ outputFiles }) => outputFiles)) writeWhole(path, contents);
  if (!process.argv.includes('--cli')) fs.writeFileSync('dist/packages.json', `${JSON.stringify(packagesIn(built))}\n`);
}

/** Puts a file in place at once: tests that run a bundle meanwhile read the former one or this one, never a part. */
function writeWhole(path, contents) {
  fs.mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  fs.writeFileSync(part, contents);
  fs.renameSync(part, path);
}

/** The folders of the packages of which something is in a bundle: NOTICE is made from them. */
function packagesIn(built) {
  const outputs = built.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const files = outputs.flatMap(({ inputs }) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0));
  const folders = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter(Boolean);
  return [...new Set(folders)].sort();
}
