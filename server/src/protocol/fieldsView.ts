/** The fields view of a file. */
import type { PiecePlace } from '../core/fieldsView/pieces';
import type { DocumentParams, Position } from './documents';

export type { PiecePlace };

/**
 * Scheme of the fields view of a file: `article-fields:/folder/a.txt?file` shows `file:///folder/a.txt` with each marker
 * and each value on a line of its own. The query is the file's own scheme.
 */
export const FIELDS_SCHEME = 'article-fields';

/** The URI of the file that a URI represents: for a fields view the file that it shows, otherwise the URI itself. */
export function fileOf(uri: string): string {
  const [, authority, path, scheme] = /^article-fields:(?:(\/\/[^/?]*)(?=[/?]))?([^?]*)\?(.+)$/.exec(uri) ?? [];
  if (path === undefined) return uri;
  return `${scheme}:${authority ?? (scheme === 'file' ? '//' : '')}${path}`;
}

/** Whether a URI is that of a fields view. */
export function isFieldsView(uri: string): boolean {
  return fileOf(uri) !== uri;
}

/** Request to the server: the fields view of a file; null if the file cannot be read. */
export const READ_FIELDS = 'article/readFields';

export interface ReadFieldsParams {
  /** URI of the file. */
  readonly uri: string;
}

export interface FieldsView {
  readonly text: string;
  /** Why the file cannot be edited in this view, as a sentence; absent if it can. */
  readonly readOnly?: string;
}

/** Request to the server: write a file after its fields view was edited. */
export const WRITE_FIELDS = 'article/writeFields';

export interface WriteFieldsParams {
  /** URI of the file. */
  readonly uri: string;
  /** The whole text of the view. */
  readonly text: string;
  /** The file does not exist any more, so it is created. */
  readonly isNew: boolean;
}

export interface WriteFieldsAnswer {
  /** Why nothing was written, as a sentence; absent if nothing prevented it. */
  readonly refused?: string;
  /** The file's new bytes as base64, if the client must write them; absent if the server has written them. */
  readonly content?: string;
}

/** Request to the server: the piece at a position of an open document, as a PiecePlace; null if there is none. */
export const PIECE_AT = 'article/pieceAt';

export interface PieceAtParams extends DocumentParams {
  readonly position: Position;
}

/** Request to the server: the position of a PiecePlace in an open document; null if the document is not open. */
export const POSITION_OF = 'article/positionOf';

export interface PositionOfParams extends DocumentParams {
  readonly place: PiecePlace;
}
