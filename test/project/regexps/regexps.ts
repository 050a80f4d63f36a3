/** All regular expressions of sources, grammar and configuration. */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { AnyNode, Node } from 'acorn';
import esbuild from 'esbuild';
import { root } from '../../../scripts/generate/index';
import { childrenOf, syntaxTree } from '../../../scripts/generate/syntaxTree';

export interface RegExpOfProject {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Leaves out expressions that functions build: they contain only one class of characters, or a number. */
export function regExps(): RegExpOfProject[] {
  const modules = ['server/src', 'client/src'].flatMap((folder) => filesIn(folder, '.ts'));
  const nodes = modules.flatMap((file) => nodesOf(file).map((node) => ({ file, node })));
  const literals = nodes.flatMap(({ file, node }) => {
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    return regex ? [{ file, source: regex.pattern, flags: regex.flags }] : [];
  });
  const constructing = nodes.filter(({ node }) => node.type === 'NewExpression' && isRegExp(node.callee));
  return [...literals, ...constructed([...new Set(constructing.map(({ file }) => file))]), ...inJson()];
}

function isRegExp(node: AnyNode): boolean {
  return node.type === 'Identifier' && node.name === 'RegExp';
}

/** All nodes of the syntax tree of a module. */
function nodesOf(file: string): AnyNode[] {
  const below = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(below)];
  return below(syntaxTree(read(file))) as AnyNode[];
}

/** Used instead of a file name for expressions that are built from others. */
export const CONSTRUCTED = 'made with new RegExp';

/** The expressions that these modules build with `new RegExp` when they are loaded. */
function constructed(files: readonly string[]): RegExpOfProject[] {
  const found: RegExpOfProject[] = [];
  for (const file of files) {
    const entryPoints = [path.join(root, file)];
    const { outputFiles } = esbuild.buildSync({ entryPoints, bundle: true, format: 'iife', write: false });
    const recording = class extends RegExp {
      constructor(source: string | RegExp, flags?: string) {
        super(source, flags);
        // String methods copy a regular expression with its constructor.
        if (typeof source === 'string') found.push({ file: CONSTRUCTED, source, flags: flags ?? '' });
      }
    };
    vm.runInNewContext(outputFiles[0]?.text ?? '', { RegExp: recording, console });
  }
  return found;
}

const KEYS = ['match', 'begin', 'end', 'while', 'pattern', 'firstLine'];

/** The expressions of the grammar and the configuration; their engines read them like JavaScript. */
function inJson(): RegExpOfProject[] {
  const files = [
    'package.json',
    'language-configuration.json',
    ...filesIn('syntaxes', '.json'),
    ...filesIn('schemas', '.json'),
  ];
  return files.flatMap((file) => patternsIn(JSON.parse(read(file))).map((source) => ({ file, source, flags: 'u' })));
}

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (KEYS.includes(key) ? [inner] : []) : patternsIn(inner),
  );
}

function filesIn(folder: string, extension: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(file, extension);
    return file.endsWith(extension) ? [file] : [];
  });
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
