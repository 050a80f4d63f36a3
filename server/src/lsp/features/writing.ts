/** New articles and fields, for the commands of a client that knows our protocol. */
import type { Position, Range } from 'vscode-languageserver';
import { newArticle } from '../../core/features/newArticle';
import { wrapChoices } from '../../core/features/wrap';
import { FIELDS, fieldName } from '../../core/format';
import type { Setting } from '../../core/writing/template';
import type { NewArticle, Wrap } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { toSnippet } from './convert';

/** A snippet for a new article after the one at a position, and where to insert it. */
export function newArticleAfter(document: ArticleDocument, setting: Setting, position: Position): NewArticle {
  const { offset, template } = newArticle(document.parsed, document.offsetAt(position), setting);
  return { position: document.positionAt(offset), snippet: toSnippet(template) };
}

/** The fields in which the text of a range can be enclosed, with the edits for each; or why it cannot. */
export function wrap(document: ArticleDocument, setting: Setting, range: Range): Wrap {
  const found = wrapChoices(document.parsed, document.spanOf(range), setting);
  if (typeof found === 'string') return { fields: [], refusal: found };
  return {
    fields: found.map(({ letters, edits }) => ({
      name: fieldName(letters),
      doc: FIELDS.find(({ marker }) => marker === letters)?.doc() ?? '',
      edits: edits.map(({ span, text }) => ({ position: document.positionAt(span.start), text })),
    })),
  };
}
