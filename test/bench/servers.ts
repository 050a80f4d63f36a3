/** The servers that are measured: ours, its floors, and its peers. */
import path from 'node:path';
import type { LanguageName } from './corpora/languages';
import { peers, results, root } from './paths';

export interface Server {
  readonly name: string;
  readonly language: LanguageName;
  /** Arguments of Node. */
  readonly command: readonly string[];
  /** What it is told when it asks for its settings, by section. */
  readonly settings?: { readonly [section: string]: unknown };
  readonly initializationOptions?: object;
  /** Answers to requests of its own, by method. */
  readonly requests?: { readonly [method: string]: (params: never) => unknown };
}

const floor = (name: string) => [path.join(results, 'floors', `${name}.cjs`), '--stdio'];
const peer = (program: string, ...args: string[]) => [path.join(peers, 'node_modules', program), ...args];
const langservers = (name: string) =>
  peer(`vscode-langservers-extracted/bin/vscode-${name}-language-server`, '--stdio');

export const ARTICLE: Server = {
  name: 'article',
  language: 'article',
  command: [path.join(root, 'dist/server/node.js'), '--stdio'],
};

/** Starts, and does nothing: the floor of a cold start. */
export const EMPTY: Server = { name: 'empty', language: 'article', command: floor('empty') };

/** Keeps the document and reads it whole: the floor of a verdict without a parser of its own. */
export const ECHO: Server = { name: 'echo', language: 'article', command: floor('echo') };

export const PEERS: readonly Server[] = [{ name: 'json', language: 'json', command: langservers('json') }];

/** All that can be started, and all that take documents. */
export const ALL: readonly Server[] = [EMPTY, ECHO, ARTICLE, ...PEERS];
export const WITH_DOCUMENTS: readonly Server[] = [ECHO, ARTICLE, ...PEERS];
