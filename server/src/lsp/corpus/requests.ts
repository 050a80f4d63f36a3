/** The handlers of requests about the whole corpus: our own (protocol/), and those of LSP that need it. */
import { type CancellationToken, type Connection, MessageType } from 'vscode-languageserver';
import {
  COMPARE_FIXES,
  COMPARE_NEAR_TEXTS,
  CORPUS_ROWS,
  CORPUS_ROWS_TO,
  type CompareFixesParams,
  type CompareNearTextsParams,
  type CorpusRowsParams,
  type CorpusRowsToParams,
  EXPORT,
  type ExportParams,
  FILTER_ARTICLES,
  FIND_ARTICLES,
  FIND_NEAR_TEXTS,
  FIX_FILES,
  FIX_RUNS,
  type FilterParams,
  type FindArticlesParams,
  type FindNearTextsParams,
  type FixFilesParams,
  type FixRunsParams,
  IMPORT,
  type ImportParams,
  NEXT_DAMAGED,
  type NextDamagedParams,
  OVERVIEW,
  OVERVIEW_FILE,
  type OverviewFileParams,
  type OverviewParams,
  PREVIEW_FIXES,
  type PreviewFixesParams,
  READ_TABLE,
  RESTORE_FILES,
  type RestoreFilesParams,
  stoppedCheck,
  type TableReading,
} from '../../protocol';
import { hasChanged, type WithDocument } from '../documents/withDocument';
import { showMessage } from '../failures';
import type { Features } from '../features/features';
import { cancelled, type Pace } from '../pace';
import type { Corpus } from './corpus';
import type { CorpusExport } from './writing/export';
import type { CorpusFixes } from './writing/fixes';
import type { CorpusImport } from './writing/import';

interface Services {
  readonly features: Features;
  readonly corpus: Corpus;
  readonly corpusExport: CorpusExport;
  readonly corpusImport: CorpusImport;
  readonly corpusFixes: CorpusFixes;
  readonly pace: Pace;
}

export function registerCorpusRequests(
  connection: Connection,
  withDocument: WithDocument,
  { features, corpus, corpusExport, corpusImport, corpusFixes, pace }: Services,
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
      const { revision } = document;
      if (!(await corpus.whole())) showMessage(connection, MessageType.Info, stoppedCheck());
      if (document.revision !== revision) throw hasChanged();
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
