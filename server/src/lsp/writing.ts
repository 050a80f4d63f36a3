/** New articles and fields, for the commands of a client that speaks our protocol. */
import type { Position, Range } from 'vscode-languageserver';
import { newArticle } from '../core/features/newArticle';
import { wrappings } from '../core/features/wrap';
import { FIELDS, fieldName } from '../core/format';
import type { NewArticle, Wrap } from '../protocol';
import { toSnippet } from './convert';
import type { ArticleDocument } from './document';
import { settingFor, type Terms } from './settings';

export function articleBehind(document: ArticleDocument, terms: Terms, position: Position): NewArticle {
  const { offset, template } = newArticle(document.parsed, document.offsetAt(position), settingFor(document, terms));
  return { position: document.positionAt(offset), snippet: toSnippet(template) };
}

export function wrap(document: ArticleDocument, terms: Terms, range: Range): Wrap {
  const found = wrappings(document.parsed, document.spanOf(range), settingFor(document, terms));
  if (typeof found === 'string') return { fields: [], refusal: found };
  return {
    fields: found.map(({ letters, edits }) => ({
      name: fieldName(letters),
      doc: FIELDS.find(({ marker }) => marker === letters)?.doc ?? '',
      edits: edits.map(({ span, text }) => ({ position: document.positionAt(span.start), text })),
    })),
  };
}
