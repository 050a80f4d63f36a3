/** The servers that are measured: ours, its floors, and its peers. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LanguageName } from './corpora/languages';
import { peers, results, root } from './paths';

const MarkdownIt = createRequire(path.join(peers, 'package.json'))('markdown-it');

export interface Server {
  readonly name: string;
  readonly language: LanguageName;
  /** Arguments of Node. */
  readonly command: readonly string[];
  /** The settings that it gets when it asks for them, by section. */
  readonly settings?: { readonly [section: string]: unknown };
  readonly initializationOptions?: object;
  /** Answers to its own requests, by method, computed from the document’s text. */
  readonly requests?: { readonly [method: string]: (text: string) => unknown };
}

const floor = (name: string) => [path.join(results, 'floors', `${name}.cjs`), '--stdio'];
const peer = (program: string, ...args: string[]) => [path.join(peers, 'node_modules', program), ...args];
const langservers = (name: string) =>
  peer(`vscode-langservers-extracted/bin/vscode-${name}-language-server`, '--stdio');

const MARKDOWN_VALIDATION = {
  enabled: true,
  referenceLinks: { enabled: 'warning' },
  fragmentLinks: { enabled: 'warning' },
  fileLinks: { enabled: 'ignore', markdownFragmentLinks: 'ignore' },
  unusedLinkDefinitions: { enabled: 'hint' },
  duplicateLinkDefinitions: { enabled: 'warning' },
  ignoredLinks: [],
};

export const ARTICLE: Server = {
  name: 'article',
  language: 'article',
  command: [path.join(root, 'dist/server/node.js'), '--stdio'],
};

/** The same, started by the command, as other editors do. */
const COMMAND: Server = {
  name: 'article-format lsp',
  language: 'article',
  command: [path.join(root, 'dist/cli.js'), 'lsp', '--stdio'],
};

/** Starts and does nothing: the floor of a cold start. */
export const EMPTY: Server = { name: 'empty', language: 'article', command: floor('empty') };

/** Keeps the document and reads all of it, without a parser: the floor of a verdict. */
const ECHO: Server = { name: 'echo', language: 'article', command: floor('echo') };

const markdown = new MarkdownIt();

/**
 * The peers, started as their editors start them, with their checks switched on. TOML is not among them, because the npm
 * build of @taplo/cli does not contain the language server.
 */
const PEERS: readonly Server[] = [
  { name: 'json', language: 'json', command: langservers('json') },
  { name: 'html', language: 'html', command: langservers('html') },
  { name: 'css', language: 'css', command: langservers('css') },
  {
    name: 'markdown',
    language: 'markdown',
    command: langservers('markdown'),
    settings: { markdown: { validate: MARKDOWN_VALIDATION } },
    // This server leaves parsing to the editor.
    requests: {
      'markdown/parse': (text) => markdown.parse(text, {}),
      'markdown/findMarkdownFilesInWorkspace': () => [],
      'markdown/fs/stat': () => undefined,
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/watcher/create': () => null,
      'markdown/fs/watcher/delete': () => null,
    },
  },
  {
    name: 'yaml',
    language: 'yaml',
    command: peer('yaml-language-server/bin/yaml-language-server', '--stdio'),
    settings: { yaml: { validate: true, schemaStore: { enable: false } } },
  },
  {
    name: 'dockerfile',
    language: 'dockerfile',
    command: peer('dockerfile-language-server-nodejs/bin/docker-langserver', '--stdio'),
  },
];
/** All servers that can be started, and those that accept documents. */
export const ALL: readonly Server[] = [EMPTY, ECHO, ARTICLE, COMMAND, ...PEERS];
export const WITH_DOCUMENTS: readonly Server[] = [ECHO, ARTICLE, ...PEERS];
