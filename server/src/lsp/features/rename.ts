/** Renames a user-defined field in a document. */
import * as l10n from '@vscode/l10n';
import {
  type LinkedEditingRanges,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { lettersOfName, linkedLetters, ownFieldAt, renameEdits } from '../../core/features/rename';
import type { Steps } from '../../core/steps';
import type { ArticleDocument } from '../documents/document';

/** What would be renamed at a position. Throws a sentence if that is no user-defined field. */
export function renamed(document: ArticleDocument, position: Position): { range: Range; placeholder: string } {
  const at = document.articleAt(position);
  const field = at && ownFieldAt(at[0], at[2]);
  if (!field) throw refused(l10n.t('Only a user-defined field can be renamed. Put the cursor in one of its markers.'));
  return { range: document.rangeOf(field.span, at[1]), placeholder: field.letters };
}

/** The edits of all articles of the document that have the field at the position. Throws a sentence if the name cannot be used. */
export function* rename(
  document: ArticleDocument,
  position: Position,
  newName: string,
  versioned: boolean,
): Steps<WorkspaceEdit> {
  const { placeholder: from } = renamed(document, position);
  const name = lettersOfName(newName.trim());
  if ('refusal' in name) throw refused(name.refusal);
  const edits: TextEdit[] = [];
  for (const [article, base] of document.articles()) {
    yield;
    const found = renameEdits(article, from, name.letters);
    if ('refusal' in found) throw refused(found.refusal);
    for (const { span, text } of found.edits) edits.push({ range: document.rangeOf(span, base), newText: text });
  }
  const { uri, version } = document;
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

/** The letters that change together at a position: those of the START and the END of a user-defined field. */
export function linkedRanges(document: ArticleDocument, position: Position): LinkedEditingRanges | null {
  const at = document.articleAt(position);
  const spans = at && linkedLetters(at[0], at[2]);
  return spans ? { ranges: spans.map((span) => document.rangeOf(span, at[1])), wordPattern: '[A-Z-]+' } : null;
}

function refused(reason: string): Error {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
