/** The syntax trees of the sources. */
import { type Node, type Program, parse } from 'acorn';
import esbuild from 'esbuild';

/** The syntax tree of a TypeScript module, without its types and comments. */
export function syntaxTree(source: string): Program {
  const { code } = esbuild.transformSync(source, { loader: 'ts', target: 'esnext' });
  return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
}

/** The nodes directly below a node, in their order. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
