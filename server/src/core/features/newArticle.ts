/** A new article after the one at the cursor. */
import { articleIndex, type ParsedDocument } from '../parse/parser';
import { isBlank } from '../span';
import { articleTemplate, lacking, placeholders, type Setting, spacingFor, type Template } from '../writing/template';

export interface NewArticle {
  /** Where it is inserted, in offsets of the document. */
  readonly offset: number;
  readonly template: Template;
}

/** An article with blanks, the next free number and today's date, in the layout of the document. */
export function newArticle(parsed: ParsedDocument, offset: number, setting: Setting): NewArticle {
  const index = articleIndex(parsed, offset);
  const { text, final } = parsed.articles[index] ?? { text: '', final: true };
  const wanted = spacingFor(parsed, index, setting);
  const isFirst = index === 0 && isBlank(text, 0, text.length);
  return {
    offset: (parsed.starts[index] ?? 0) + text.length,
    template: [
      lacking(text, text.length, 'before', isFirst ? wanted.lead : wanted.border),
      ...articleTemplate(placeholders(parsed, index, setting), wanted),
      final ? wanted.tail : wanted.border,
    ],
  };
}
