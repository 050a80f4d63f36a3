/**
 * The matches of a global expression in a text, in order, as `matchAll` gives them; no match may be empty. `matchAll` copies
 * the expression at each call, which for a long expression takes longer than to search a short text.
 */
export function* matches(text: string, expression: RegExp): Generator<RegExpExecArray> {
  for (let from = 0; ; from = expression.lastIndex) {
    // Others may search with the same expression before the next match is asked for.
    expression.lastIndex = from;
    const match = expression.exec(text);
    if (!match) return;
    const end = expression.lastIndex;
    yield match;
    expression.lastIndex = end;
  }
}
