/** docs/messages.md: every text that the program can show, file by file, to be read through when messages change. */
import fs from 'node:fs';
import path from 'node:path';
import type { AnyNode, Expression, Literal, Node, TemplateLiteral } from 'acorn';
import { block } from './markdown';
import { childrenOf, syntaxTree } from './syntaxTree';

const FOLDERS = [
  'server/src/core',
  'server/src/corpus',
  'server/src/lsp',
  'server/src/disk',
  'server/src/cli',
  'client/src',
];

/** `article-format --help` shows the texts of these files. */
const HELP = 'server/src/cli/program/';

/** Properties of rules that docs/rules shows, and examples, which no message quotes. */
const NOT_MESSAGES = ['example', 'finds', 'why'];

/** The page. The sources are below `root`, the project's folder. */
export function messages(root: string): string {
  const files = FOLDERS.flatMap((folder) => filesIn(root, folder)).filter((file) => !file.startsWith(HELP));
  return `# Messages

What the program can say, in the order of the sources: every text in them with at least two words. \`…\` is what the program
fills in, \`(a | b)\` is one of several texts, \`[a]\` may be missing. The descriptions of the rules are in
[rules](rules/README.md), the help of the command line is in \`article-format --help\`.

Each message says in plain international English what is wrong, then what to do, with the word from the file.

${files.flatMap((file) => section(file, fs.readFileSync(path.join(root, file), 'utf8'))).join('\n\n')}
`;
}

function section(file: string, source: string): string[] {
  const texts = textsOf(source);
  return texts.length === 0 ? [] : [`## ${file}\n\n${block(texts.join('\n'))}`];
}

/** The texts with at least two words in a TypeScript module, each once, as the page shows them. */
export function textsOf(source: string): readonly string[] {
  return [...new Set(textsIn(syntaxTree(source)))].filter(isReadable);
}

/** At least two words, one after the other: neither a name nor a regular expression, nor the first bytes of a file, nor an icon. */
export function isReadable(text: string): boolean {
  const words = text.replace(/\$\([a-z-]+\)/g, '');
  return !/\p{Cc}/u.test(words) && /\p{L}{2}[\p{Pe}\p{Pf}.,:;!?]* [\p{Ps}\p{Pi}]*(?:\p{L}|…)|… \p{L}{2}/u.test(words);
}

/** The texts at and below a node, without those of some nodes. A text that is part of a longer one is only in that one. */
export function* textsIn(node: Node, without: ReadonlySet<Node> = new Set()): Generator<string> {
  const at = node as AnyNode;
  if (at.type === 'ImportDeclaration' || without.has(node)) return;
  if (at.type === 'Property' && at.key.type === 'Identifier' && NOT_MESSAGES.includes(at.key.name)) return;
  if (isText(at)) yield written(at).trim().replaceAll('\n', ' ⏎ ');
  for (const child of isText(at) ? hiddenIn(at) : childrenOf(at)) yield* textsIn(child, without);
}

type Text = (Literal & { value: string }) | TemplateLiteral;

function isText(node: AnyNode): node is Text {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** A text as the page shows it. */
function written(text: Text): string {
  if (text.type === 'Literal') return text.value.replaceAll(/\{\d\}/g, '…');
  return text.quasis
    .map(({ value }, index) => {
      const expression = text.expressions[index];
      return `${value.cooked}${expression ? filledIn(expression) : ''}`;
    })
    .join('');
}

/** What an expression puts into a text. */
function filledIn(expression: Expression): string {
  const choices = choicesIn(expression);
  if (!choices) return '…';
  const texts = choices.map(written);
  const given = texts.filter((text) => text !== '');
  const shown = given.length > 1 ? `(${given.join(' | ')})` : given.join();
  return given.length < texts.length ? `[${shown}]` : shown;
}

/** The texts from which an expression chooses; undefined if it may give anything else. */
function choicesIn(expression: Expression): Text[] | undefined {
  if (isText(expression)) return [expression];
  if (expression.type !== 'ConditionalExpression') return undefined;
  const [some, others] = [choicesIn(expression.consequent), choicesIn(expression.alternate)];
  return some && others && [...some, ...others];
}

/** The expressions in a text that `written` does not show. */
function hiddenIn(text: Text): Expression[] {
  if (text.type === 'Literal') return [];
  return text.expressions.flatMap((expression) => choicesIn(expression)?.flatMap(hiddenIn) ?? [expression]);
}

function filesIn(root: string, folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
