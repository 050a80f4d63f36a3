/** What `fix` and `format` make of a document. */
import { type ParsedDocument, parse } from '../../core/parse/parser';
import { applyEdits, type Fix } from '../../core/repair/edit';
import { shifted, textOf } from '../../core/span';
import { type Layout, layoutEdits } from '../../core/writing/layouts';
import { markApart } from '../../corpus/exactText';
import { fixText } from '../../corpus/fixes';
import type { FolderTerms } from '../settings/settings';

/** A command and what it is asked for, as plain data, so that a worker can be told. */
export type Wish =
  | { readonly command: 'fix'; readonly tier: Fix['tier'] }
  | { readonly command: 'format'; readonly layout: Layout };

/** The new text of a document, which is the same text if there is nothing to do. */
export interface Changed {
  readonly text: string;
  /** What was left alone in it, as a sentence. */
  readonly leftAlone?: string;
}

/** Changes a document. It must not change any other value. */
export type Change = (text: string, terms: FolderTerms) => Changed;

/** The change that fulfils a wish. It throws if it would change a value. */
export function changeFor(wish: Wish): Change {
  if (wish.command === 'fix') return (text, terms) => fixText(text, terms, wish.tier);
  return (text) => {
    const { mark, content } = markApart(text);
    return { text: mark + formatted(content, wish.layout) };
  };
}

/** The text in a layout. Throws if its values would be read differently in that layout. */
export function formatted(text: string, layout: Layout): string {
  const parsed = parse(text);
  const lineEnd = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const edits = parsed.articles.flatMap((article, index) =>
    layoutEdits(article, layout, lineEnd).map((edit) => ({
      ...edit,
      span: shifted(edit.span, parsed.starts[index] as number),
    })),
  );
  const after = applyEdits(text, edits);
  if (edits.length > 0 && values(parsed) !== values(parse(after))) {
    throw new Error(
      'In this layout its values would be read differently. It was left as it is. Correct the problems that article-format check reports, then try again.',
    );
  }
  return after;
}

/** All values, in order, as one text. Two documents have the same text only if they have the same values. */
function values({ articles }: ParsedDocument): string {
  const fields = articles.flatMap((article) =>
    article.fields.map(({ letters, value, start, end }) => {
      const text = textOf(article.text, value);
      return [letters, start && end ? text : text.trim()]; // If a marker is lost, the white space at that end is not certain to be part of the value.
    }),
  );
  return JSON.stringify(fields);
}
