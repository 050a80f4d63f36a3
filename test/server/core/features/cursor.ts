/** Tests as text with a cursor: `$0` says where it is. */
import type { Article } from '../../../../server/src/core/parse/article';
import { articleIndex, parse } from '../../../../server/src/core/parse/parser';

/** The article at the cursor, and the cursor's offset in it. */
export function atCursor(textWithCursor: string): { article: Article; offset: number } {
  const offset = textWithCursor.indexOf('$0');
  if (offset === -1) throw new Error('There is no cursor $0 in the text.');
  const parsed = parse(textWithCursor.replace('$0', ''));
  const index = articleIndex(parsed, offset);
  return { article: parsed.articles[index] as Article, offset: offset - (parsed.starts[index] as number) };
}
