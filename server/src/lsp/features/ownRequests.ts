/** The handlers of our own requests about one document (protocol/). */
import type { Connection, Position, TextEdit } from 'vscode-languageserver';
import {
  ANNOTATIONS,
  type AnnotationsParams,
  COPY,
  type CopyParams,
  type DocumentParams,
  FIX_DOCUMENT,
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
  READ_FIELDS,
  type ReadFieldsParams,
  type ShownAnnotations,
  SUMMARY,
  WRAP,
  WRITE_FIELDS,
  type Wrap,
  type WrapParams,
  type WriteFieldsParams,
} from '../../protocol';
import type { Annotations } from '../annotations/annotations';
import { annotationsIn, neighbourSentence } from '../annotations/answers';
import type { WithDocument } from '../documents/withDocument';
import type { ReadFile, ReplaceFile } from '../files';
import type { DocumentSettings, SettingOf } from '../settings';
import { allSafe } from './codeActions';
import type { Features } from './features';
import { placeIn, positionIn, readFields, writeFields } from './fieldsView';
import { newArticleAfter, wrap } from './writing';

interface Services {
  readonly features: Features;
  readonly settings: DocumentSettings;
  readonly settingOf: SettingOf;
  readonly annotations: Annotations;
  readonly readFile: ReadFile;
  readonly replaceFile: ReplaceFile | undefined;
}

export function registerOwnRequests(
  connection: Connection,
  withDocument: WithDocument,
  { features, settings, settingOf, annotations, readFile, replaceFile }: Services,
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
    withDocument<NeighbourParams, Position | null>(
      (document, { position, unit, way }) =>
        unit === 'sentence'
          ? neighbourSentence(annotations, document, position, way)
          : features.neighbour(document, position, unit, way),
      null,
    ),
  );
  connection.onRequest(
    ANNOTATIONS,
    withDocument<AnnotationsParams, ShownAnnotations | null>(
      (document, { range }) => annotationsIn(annotations, document, range),
      null,
    ),
  );
  connection.onRequest(
    COPY,
    withDocument((document, params: CopyParams) => features.copy(document, params), []),
  );
  connection.onRequest(
    NEW_ARTICLE,
    withDocument<PlaceParams, NewArticle | null>(
      async (document, { position }) => newArticleAfter(document, await settingOf(document), position),
      null,
    ),
  );
  connection.onRequest(
    WRAP,
    withDocument<WrapParams, Wrap | null>(
      async (document, { range }) => wrap(document, await settingOf(document), range),
      null,
    ),
  );
  connection.onRequest(
    FIX_DOCUMENT,
    withDocument<DocumentParams, TextEdit[] | null>(
      async (document) => allSafe(document, await settings.of(document.uri)),
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
}
