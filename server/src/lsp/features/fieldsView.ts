/** The fields view of files: reading one, and writing the file back. */

import type { Position } from 'vscode-languageserver';
import { fieldsView, fileText, isEditable } from '../../core/fieldsView/fieldsView';
import { type Form, offsetOf, pieceAt } from '../../core/fieldsView/pieces';
import { checkBytes } from '../../core/fileFindings';
import {
  type FieldsView,
  isFieldsView,
  type PiecePlace,
  toBase64,
  type WriteFieldsAnswer,
  type WriteFieldsParams,
} from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import { sentence } from '../failures';
import type { ReadFile, ReplaceFile } from '../files';

/** The fields view of a file; null when the file cannot be read. */
export async function readFields(uri: string, readFile: ReadFile): Promise<FieldsView | null> {
  const bytes = await readFile(uri).catch(() => undefined);
  if (!bytes) return null;
  const obstacle = obstacleTo(bytes);
  return { text: fieldsView(decoded(bytes)), ...(obstacle && { readOnly: obstacle }) };
}

/**
 * Writes a file back after its view was edited to `view`: through `replaceFile` where that knows the file, otherwise the
 * answer holds the bytes for the client to write. Never throws; a refusal says why, and then nothing was written.
 */
export async function writeFields(
  { uri, text: view, isNew }: WriteFieldsParams,
  readFile: ReadFile,
  replaceFile: ReplaceFile | undefined,
): Promise<WriteFieldsAnswer> {
  const bytes = await readFile(uri).catch(sentence);
  if (typeof bytes === 'string') return { refused: `The file cannot be read, and its white space is needed. ${bytes}` };
  if (!bytes && !isNew) return { refused: 'There is no such file any more, and its white space is needed.' };
  const refused = bytes && obstacleTo(bytes);
  if (refused) return { refused };
  const text = fileText(view, bytes ? decoded(bytes) : '');
  if (text === undefined) return { refused: AMBIGUOUS };
  const content = new TextEncoder().encode((bytes && hasMark(bytes) ? '\ufeff' : '') + text);
  try {
    if (bytes && (await replaceFile?.(uri, content, bytes))) return {};
  } catch (error) {
    return { refused: `The file was left as it is: ${sentence(error)}` };
  }
  return { content: toBase64(content) };
}

const AMBIGUOUS =
  'White space is part of how this file’s broken markers are read, so that the file would not say the same as this view. Edit it as a file.';

/** Why a file cannot be written back from its view without changing bytes that nobody has edited. */
function obstacleTo(bytes: Uint8Array): string | undefined {
  const codes = checkBytes(bytes).map(({ code }) => code);
  if (codes.includes('not-utf-8')) return 'This file is not UTF-8. Save it as UTF-8 first.';
  if (codes.includes('mixed-line-endings')) {
    return 'This file has line ends of several kinds, which an editor would make all alike.';
  }
  if (bytes.includes(0x0d) && !bytes.includes(0x0a)) {
    return 'The line ends of this file are single carriage returns, which an editor would replace.';
  }
  return isEditable(decoded(bytes)) ? undefined : AMBIGUOUS;
}

/** As VS Code decodes a file: a byte order mark is not part of the text. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** What stands at a position of a file or of its view. */
export function placeIn(document: ArticleDocument, position: Position): PiecePlace | null {
  return pieceAt(document.parsed, formOf(document), document.spanOf({ start: position, end: position }).start) ?? null;
}

/** Where a place is in a file or in its view. */
export function positionIn(document: ArticleDocument, place: PiecePlace): Position {
  return document.positionAt(offsetOf(document.parsed, formOf(document), place));
}

function formOf({ uri }: ArticleDocument): Form {
  return isFieldsView(uri) ? 'view' : 'file';
}
