/** The article grammar in VS Code's TextMate engine, with expectations written as text. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawTheme, type IToken } from 'vscode-textmate';
import { root } from '../../scripts/generate/index';

const GRAMMAR = path.join(root, 'syntaxes/article.tmLanguage.json');

const onigLib = oniguruma
  .loadWASM(fs.readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm')))
  .then(() => oniguruma);

/** The shipped grammar file; `colors` are the colours of the theme, by their numbers in token metadata. */
export async function loadGrammar(
  theme: IRawTheme = { settings: [] },
): Promise<{ grammar: IGrammar; colors: string[] }> {
  const registry = new textmate.Registry({
    onigLib,
    theme,
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
  });
  const grammar = await registry.loadGrammar('source.article');
  assert.isNotNull(grammar);
  return { grammar, colors: registry.getColorMap() };
}

/** A line of carets, which no article has, followed by the innermost scopes of the characters above the carets. */
const EXPECTATION = /^( *)(\^+) (.*)$/;

/** Tokenizes source lines and compares the result with the expectations below each line. */
export async function expectScopes(text: string): Promise<void> {
  const { grammar } = await loadGrammar();
  let state = textmate.INITIAL;
  let tokens: IToken[] = [];
  const actual = text.split('\n').map((line) => {
    const [, indent, carets, scopes] = EXPECTATION.exec(line) ?? [];
    if (indent === undefined || carets === undefined || scopes === undefined) {
      ({ tokens, ruleStack: state } = grammar.tokenizeLine(line, state));
      return line;
    }
    const found = [...carets].map((_, i) => innermost(tokens, indent.length + i, scopes.split(' ').length));
    return `${indent}${carets} ${[...new Set(found)].join(' | ')}`;
  });
  assert.equal(actual.join('\n'), text);
}

/** The last `count` scopes at a column. */
function innermost(tokens: readonly IToken[], column: number, count: number): string {
  const token = tokens.find(({ startIndex, endIndex }) => startIndex <= column && column < endIndex);
  return token?.scopes.slice(-count).join(' ') ?? 'no text';
}
