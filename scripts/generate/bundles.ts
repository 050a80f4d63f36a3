/**
 * The bundles of messages in other languages than English, `l10n/bundle.l10n.LANGUAGE.json`. The sources have the English messages,
 * which are the keys; a translator writes the values.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { AnyNode, CallExpression, Node } from 'acorn';
import { isReadable, textsIn } from './messages';
import { childrenOf, syntaxTree } from './syntaxTree';

/** The folders whose messages are in the language of the editor. */
export const LOCALIZED = [
  ...[
    'client/src',
    'client/webview',
    'server/src/core',
    'server/src/corpus',
    'server/src/protocol',
    'server/src/lsp',
    'server/src/disk',
  ],
];

/** Modules in them that have no messages for the editor. */
const NOT_LOCALIZED = [
  // It is what the calls in all others go through.
  'server/src/core/language.ts',
  // What they write is a file or a report, which is in English.
  ...['tables/columns.ts', 'files/lockText.ts', 'charts/page.ts'].map((name) => `server/src/corpus/${name}`),
  // Their errors are for those who write programs.
  ...[
    'corpus/corenlp/jsonParts.ts',
    'lsp/start/lifecycle.ts',
    'lsp/start/parameters.ts',
    'disk/git/delta.ts',
    'disk/git/pack.ts',
  ].map((name) => `server/src/${name}`),
];

/** A message of a source. */
interface Message {
  readonly key: string;
  /** Whether it is the sentence for most numbers: some languages have several for it. */
  readonly isPlural: boolean;
}

/** The content of a bundle: all messages in the order of their keys. A text that is still to be written is empty. */
export function bundle(root: string, file: string): string {
  const [, language = ''] = /\.l10n\.(.+)\.json$/.exec(file) ?? [];
  const written: Readonly<Record<string, string>> = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const keys = localizedFiles(root).flatMap((name) => keysOf(fs.readFileSync(path.join(root, name), 'utf8'), language));
  const entries = [...new Set(keys)].sort().map((key) => [key, written[key] ?? '']);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The TypeScript modules whose messages are in the language of the editor, by their path from the project's root. */
export function localizedFiles(root: string): readonly string[] {
  return LOCALIZED.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => !NOT_LOCALIZED.includes(name)),
  );
}

/** The keys that a bundle in a language needs for a module. */
export function keysOf(source: string, language: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const further = pluralCategories.filter((category) => category !== 'one' && category !== 'other');
  return messagesOf(source).flatMap(({ key, isPlural }) => [
    key,
    ...(isPlural ? further.map((category) => `${key}/${category}`) : []),
  ]);
}

/** The texts in a module that a person might read, and that are in no message. */
export function textsOutside(source: string): readonly string[] {
  const tree = syntaxTree(source);
  const messages = new Set(callsIn(tree).flatMap(messageArguments));
  return [...textsIn(tree, messages)].filter((text) => isReadable(text) || /^\p{Lu}\p{Ll}+…?$/u.test(text));
}

/** The messages that are made when a module is loaded: its language is not known then. */
export function messagesAtLoad(source: string): readonly string[] {
  return messagesOf(source, (node) => !isRunLater(node)).map(({ key }) => key);
}

/** A function, or a field of each object of a class. */
function isRunLater(node: AnyNode): boolean {
  return node.type.includes('Function') || (node.type === 'PropertyDefinition' && !node.static);
}

function messagesOf(source: string, enters?: (node: AnyNode) => boolean): readonly Message[] {
  return callsIn(syntaxTree(source), enters).flatMap((call) =>
    messageArguments(call).map((argument, index): Message => {
      const text = argument as AnyNode;
      if (text.type !== 'Literal') throw new Error(`A message must be one text in quotation marks: ${source}`);
      return { key: String(text.value), isPlural: index === 1 };
    }),
  );
}

/** The messages among the arguments of a call: the first of `l10n.t`, both sentences of `plural`. */
function messageArguments({ callee, arguments: given }: CallExpression): readonly Node[] {
  if (callee.type === 'Identifier' && callee.name === 'plural') return given.slice(1, 3);
  if (callee.type !== 'MemberExpression' || nameOf(callee.property) !== 't') return [];
  const { object } = callee;
  const name = object.type === 'MemberExpression' ? nameOf(object.property) : nameOf(object);
  return name === 'l10n' ? given.slice(0, 1) : [];
}

function nameOf(node: Node): string | undefined {
  const at = node as AnyNode;
  return at.type === 'Identifier' ? at.name : undefined;
}

/** The calls in a node, but not in those that `enters` refuses. */
function callsIn(node: Node, enters: (node: AnyNode) => boolean = () => true): CallExpression[] {
  const at = node as AnyNode;
  if (!enters(at)) return [];
  return [
    ...(at.type === 'CallExpression' ? [at] : []),
    ...childrenOf(node).flatMap((child) => callsIn(child, enters)),
  ];
}
