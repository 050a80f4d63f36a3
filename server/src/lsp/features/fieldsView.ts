/** The fields view of a file: reads it, and writes the file back from it. */
import * as l10n from '@vscode/l10n';
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

/** The fields view of a file; null if the file cannot be read. */
export async function readFields(uri: string, readFile: ReadFile): Promise<FieldsView | null> {
  const bytes = await readFile(uri).catch(() => undefined);
  if (!bytes) return null;
  const obstacle = obstacleTo(bytes);
  return { text: fieldsView(decoded(bytes)), ...(obstacle && { readOnly: obstacle }) };
}

/**
 * Writes a file back from its edited view. The bytes go through `replaceFile`; if that cannot write the file, they are in
 * the answer, for the client to write. Never throws. A refusal says why, and then nothing was written.
 */
export async function writeFields(
  { uri, text: view, isNew }: WriteFieldsParams,
  readFile: ReadFile,
  replaceFile: ReplaceFile | undefined,
): Promise<WriteFieldsAnswer> {
  const bytes = await readFile(uri).catch(sentence);
  if (typeof bytes === 'string') return { refused: `${needsFile()} ${l10n.t('It cannot be read: {0}', bytes)}` };
  if (!bytes && !isNew) return { refused: `${needsFile()} ${l10n.t('It no longer exists.')}` };
  const refused = bytes && obstacleTo(bytes);
  if (refused) return { refused };
  const text = fileText(view, bytes ? decoded(bytes) : '');
  if (text === undefined) return { refused: ambiguous() };
  const content = new TextEncoder().encode((bytes && hasMark(bytes) ? '\ufeff' : '') + text);
  try {
    if (bytes && (await replaceFile?.(uri, content, bytes))) return {};
  } catch (error) {
    return { refused: `${l10n.t('The file was not changed.')} ${sentence(error)}` };
  }
  return { content: toBase64(content) };
}

function needsFile(): string {
  return l10n.t('To save this view, the white space of its file is needed.');
}

function ambiguous(): string {
  return l10n.t(
    'This file has broken markers that are read by the white space around them, which this view does not show. Edit the file itself.',
  );
}

/** Why saving the view would change bytes of the file that nobody has edited; undefined if it would not. */
function obstacleTo(bytes: Uint8Array): string | undefined {
  const codes = checkBytes(bytes).map(({ code }) => code);
  if (codes.includes('not-utf-8')) return l10n.t('This file is not UTF-8. Save it as UTF-8 first.');
  if (codes.includes('mixed-line-endings')) {
    return l10n.t(
      'This file has line endings of several kinds, and an editor would make them all the same. Save the file itself first.',
    );
  }
  if (bytes.includes(0x0d) && !bytes.includes(0x0a)) {
    return l10n.t(
      'The line endings of this file are single carriage returns, and an editor would replace them. Save the file itself first.',
    );
  }
  return isEditable(decoded(bytes)) ? undefined : ambiguous();
}

/** Decodes bytes as VS Code does: a byte order mark is not part of the text. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** What is at a position of a file or of its view. */
export function placeIn(document: ArticleDocument, position: Position): PiecePlace | null {
  return pieceAt(document.parsed, formOf(document), document.spanOf({ start: position, end: position }).start) ?? null;
}

/** The position of a place in a file or in its view. */
export function positionIn(document: ArticleDocument, place: PiecePlace): Position {
  return document.positionAt(offsetOf(document.parsed, formOf(document), place));
}

function formOf({ uri }: ArticleDocument): Form {
  return isFieldsView(uri) ? 'view' : 'file';
}
