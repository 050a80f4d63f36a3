/** The handlers of the requests that LSP does not know (protocol.ts). */
import type { Connection, Position } from 'vscode-languageserver';
import {
  COMPARE_FIXES,
  COPY,
  type CompareFixesParams,
  type CopyParams,
  FIX_FILES,
  type FixFilesParams,
  NEIGHBOUR,
  NEW_ARTICLE,
  type NeighbourParams,
  type NewArticle,
  PIECE_AT,
  type PieceAtParams,
  type PiecePlace,
  PLACE,
  type PlaceParams,
  POSITION_OF,
  type PositionOfParams,
  PREVIEW_FIXES,
  type PreviewFixesParams,
  READ_FIELDS,
  RESTORE_FILES,
  type ReadFieldsParams,
  type RestoreFilesParams,
  SUMMARY,
  WRAP,
  WRITE_FIELDS,
  type Wrap,
  type WrapParams,
  type WriteFieldsParams,
} from '../protocol';
import type { CorpusFixes } from './corpusFixes';
import type { Features } from './features';
import { placeIn, positionIn, readFields, writeFields } from './fieldsView';
import type { ReadFile, ReplaceFile } from './files';
import type { DocumentSettings } from './settings';
import type { WithDocument } from './withDocument';
import { articleBehind, wrap } from './writing';

interface Services {
  readonly features: Features;
  readonly settings: DocumentSettings;
  readonly corpusFixes: CorpusFixes;
  readonly readFile: ReadFile;
  readonly replaceFile: ReplaceFile | undefined;
}

export function registerRequests(
  connection: Connection,
  withDocument: WithDocument,
  { features, settings, corpusFixes, readFile, replaceFile }: Services,
): void {
  connection.onRequest(
    SUMMARY,
    withDocument(async (document) => features.summary(document, await settings.of(document.uri)), null),
  );
  connection.onRequest(
    PLACE,
    withDocument((document, { position }: PlaceParams) => features.place(document, position), null),
  );
  connection.onRequest(
    NEIGHBOUR,
    withDocument((document, params: NeighbourParams) => features.neighbour(document, params), null),
  );
  connection.onRequest(
    COPY,
    withDocument((document, params: CopyParams) => features.copy(document, params), []),
  );
  connection.onRequest(
    NEW_ARTICLE,
    withDocument<PlaceParams, NewArticle | null>(
      async (document, { position }) => articleBehind(document, await settings.of(document.uri), position),
      null,
    ),
  );
  connection.onRequest(
    WRAP,
    withDocument<WrapParams, Wrap | null>(
      async (document, { range }) => wrap(document, await settings.of(document.uri), range),
      null,
    ),
  );
  connection.onRequest(READ_FIELDS, ({ uri }: ReadFieldsParams) => readFields(uri, readFile));
  connection.onRequest(WRITE_FIELDS, (params: WriteFieldsParams) => writeFields(params, readFile, replaceFile));
  connection.onRequest(
    PIECE_AT,
    withDocument<PieceAtParams, PiecePlace | null>((document, { position }) => placeIn(document, position), null),
  );
  connection.onRequest(
    POSITION_OF,
    withDocument<PositionOfParams, Position | null>((document, { place }) => positionIn(document, place), null),
  );
  connection.onRequest(PREVIEW_FIXES, (params: PreviewFixesParams, token) => corpusFixes.preview(params, token));
  connection.onRequest(COMPARE_FIXES, (params: CompareFixesParams) => corpusFixes.compare(params));
  connection.onRequest(FIX_FILES, (params: FixFilesParams, token) => corpusFixes.fix(params, token));
  connection.onRequest(RESTORE_FILES, (params: RestoreFilesParams, token) => corpusFixes.restore(params, token));
}
