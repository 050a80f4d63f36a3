/** The handlers of requests about the whole corpus, and of our own requests beyond LSP (protocol/). */
import type { CancellationToken, Connection, Position, TextEdit } from 'vscode-languageserver';
import {
  ANNOTATIONS,
  type AnnotationsParams,
  COMPARE_FIXES,
  COMPARE_NEAR_TEXTS,
  COPY,
  CORPUS_ROWS,
  CORPUS_ROWS_TO,
  type CompareFixesParams,
  type CompareNearTextsParams,
  type CopyParams,
  type CorpusRowsParams,
  type CorpusRowsToParams,
  type DocumentParams,
  EXPORT,
  type ExportParams,
  FILTER_ARTICLES,
  FIND_ARTICLES,
  FIND_NEAR_TEXTS,
  FIX_DOCUMENT,
  FIX_FILES,
  FIX_RUNS,
  type FilterParams,
  type FindArticlesParams,
  type FindNearTextsParams,
  type FixFilesParams,
  type FixRunsParams,
  IMPORT,
  type ImportParams,
  NEIGHBOUR,
  NEW_ARTICLE,
  NEXT_DAMAGED,
  type NeighbourParams,
  type NewArticle,
  type NextDamagedParams,
  OVERVIEW,
  OVERVIEW_FILE,
  type OverviewFileParams,
  type OverviewParams,
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
  READ_TABLE,
  RESTORE_FILES,
  type ReadFieldsParams,
  type RestoreFilesParams,
  type ShownAnnotations,
  SUMMARY,
  type TableReading,
  WRAP,
  WRITE_FIELDS,
  type Wrap,
  type WrapParams,
  type WriteFieldsParams,
} from '../protocol';
import type { Annotations } from './annotations/annotations';
import { annotationsIn, neighbourSentence } from './annotations/answers';
import type { Corpus } from './corpus/corpus';
import type { CorpusExport } from './corpus/export';
import type { CorpusFixes } from './corpus/fixes';
import type { CorpusImport } from './corpus/import';
import { hasChanged, type WithDocument } from './documents/withDocument';
import { allSafe } from './features/codeActions';
import type { Features } from './features/features';
import { placeIn, positionIn, readFields, writeFields } from './features/fieldsView';
import { newArticleAfter, wrap } from './features/writing';
import type { ReadFile, ReplaceFile } from './files';
import { cancelled, type Pace } from './pace';
import type { DocumentSettings, SettingOf } from './settings';

interface Services {
  readonly features: Features;
  readonly settings: DocumentSettings;
  readonly settingOf: SettingOf;
  readonly annotations: Annotations;
  readonly corpus: Corpus;
  readonly corpusExport: CorpusExport;
  readonly corpusImport: CorpusImport;
  readonly corpusFixes: CorpusFixes;
  readonly pace: Pace;
  readonly readFile: ReadFile;
  readonly replaceFile: ReplaceFile | undefined;
}

export function registerRequests(
  connection: Connection,
  withDocument: WithDocument,
  {
    features,
    settings,
    settingOf,
    annotations,
    corpus,
    corpusExport,
    corpusImport,
    corpusFixes,
    pace,
    readFile,
    replaceFile,
  }: Services,
): void {
  /**
   * Makes a handler that looks at the whole corpus. It first lets the verdict on an edit through, and any cancellation.
   */
  function afterVerdicts<P, R>(answer: (params: P) => R): (params: P, token: CancellationToken) => Promise<R | null> {
    return async (params, token) => {
      await pace.turn();
      return token.isCancellationRequested ? null : answer(params);
    };
  }

  /**
   * Makes a handler whose answer is about all files. It first waits until they have been read, or reading was stopped.
   */
  function afterScan<P, R>(answer: (params: P) => R): (params: P, token: CancellationToken) => Promise<R | null> {
    const afterwards = afterVerdicts(answer);
    return async (params, token) => {
      await Promise.race([corpus.scanned(), cancelled(token)]);
      return afterwards(params, token);
    };
  }

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
  connection.onRequest(
    CORPUS_ROWS,
    afterVerdicts((params: CorpusRowsParams) => corpus.view.rows(params)),
  );
  connection.onRequest(
    CORPUS_ROWS_TO,
    afterScan((params: CorpusRowsToParams) => corpus.view.rowsTo(params)),
  );
  connection.onRequest(FILTER_ARTICLES, (params: FilterParams, token) =>
    pace.answer(corpus.view.filter(params), token),
  );
  connection.onRequest(OVERVIEW, (params: OverviewParams, token) =>
    pace.answer(corpus.overview.overview(params), token),
  );
  connection.onRequest(OVERVIEW_FILE, (params: OverviewFileParams, token) =>
    pace.answer(corpus.overview.file(params), token),
  );
  connection.onRequest(FIND_NEAR_TEXTS, (params: FindNearTextsParams, token) => corpus.near.find(params, token));
  connection.onRequest(COMPARE_NEAR_TEXTS, (params: CompareNearTextsParams) => corpus.near.compare(params));
  connection.onRequest(FIND_ARTICLES, (params: FindArticlesParams, token) =>
    pace.answer(corpus.view.find(params), token),
  );
  connection.onDefinition(
    withDocument(
      async (document, { position }) =>
        features.definition(document, position) ?? (await corpus.duplicatesAt(document, position, false)),
      null,
    ),
  );
  connection.onReferences(
    withDocument(async (document, { position, context }) => {
      const { version } = document;
      await corpus.scanned();
      if (document.version !== version) throw hasChanged();
      return corpus.duplicatesAt(document, position, context.includeDeclaration);
    }, []),
  );
  connection.onWorkspaceSymbol(({ query }, token) => pace.answer(corpus.view.symbols(query), token));
  connection.onRequest(
    NEXT_DAMAGED,
    afterScan((params: NextDamagedParams) => corpus.view.nextDamaged(params)),
  );
  connection.onRequest(PREVIEW_FIXES, (params: PreviewFixesParams, token) => corpusFixes.preview(params, token));
  connection.onRequest(COMPARE_FIXES, (params: CompareFixesParams) => corpusFixes.compare(params));
  connection.onRequest(FIX_FILES, (params: FixFilesParams, token) => corpusFixes.fix(params, token));
  connection.onRequest(FIX_RUNS, (params: FixRunsParams) => corpusFixes.runs(params));
  connection.onRequest(RESTORE_FILES, (params: RestoreFilesParams, token) => corpusFixes.restore(params, token));
  connection.onRequest(EXPORT, (params: ExportParams, token) => corpusExport.export(params, token));
  connection.onRequest(READ_TABLE, (params: TableReading) => corpusImport.read(params));
  connection.onRequest(IMPORT, (params: ImportParams, token) => corpusImport.import(params, token));
}
