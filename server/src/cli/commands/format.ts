/**
 * `article-format format`: brings articles into a layout. Only white space between markers, values and articles
 * changes.
 */
import { type ParsedDocument, parse } from '../../core/parse/parser';
import { applyEdits } from '../../core/repair/edit';
import { shifted, textOf } from '../../core/span';
import { type Layout, layoutEdits } from '../../core/writing/layouts';
import { markApart } from '../../corpus/exactText';
import { type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FormatOptions extends Omit<RewriteOptions, 'command' | 'mode' | 'rule'> {
  readonly layout: Layout;
  readonly check?: boolean;
  readonly stdout?: boolean;
}

export function format(paths: readonly string[], { layout, check, stdout, ...options }: FormatOptions): Promise<void> {
  const mode = stdout ? 'stdout' : check ? 'list' : 'write';
  return rewrite(paths, { ...options, command: 'format', mode }, (text) => {
    const { mark, content } = markApart(text);
    return { text: mark + formatted(content, layout) };
  });
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
