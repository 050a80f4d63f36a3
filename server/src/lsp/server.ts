/** The language server: one table of handlers over a connection, the same in Node and in a web worker. */
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import {
  CHECK_CORPUS,
  type CheckCorpusParams,
  type ClientOptions,
  COPY,
  type CopyParams,
  FIX_FILES,
  FIXED_TEXT,
  type FixedTextParams,
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
  SETTINGS_FILE,
  SUMMARY,
  WRAP,
  WRITE_FIELDS,
  type Wrap,
  type WrapParams,
  type WriteFieldsParams,
} from '../protocol';
import { codeActions, FIX_ALL } from './codeActions';
import { completionList, TRIGGERS } from './completion';
import { SEMANTIC_TOKENS_LEGEND } from './convert';
import { Corpus } from './corpus';
import { CorpusFixes } from './corpusFixes';
import { EXCLUDING_SECTIONS } from './corpusSettings';
import { ArticleDocument } from './document';
import { failureReport } from './failures';
import { Features } from './features';
import { placeIn, positionIn, readFields, writeFields } from './fieldsView';
import { type Copies, type ListFiles, type ReadFile, type ReplaceFile, readThroughClient } from './files';
import { IndexedDocuments } from './indexedDocuments';
import { OpenFiles } from './openFiles';
import { Pace } from './pace';
import { DocumentSettings } from './settings';
import { articleBehind, wrap } from './writing';

/** What a host gives the server. */
export interface Host {
  /** Reads a file from disk, where there is one; undefined for a URI that is not of a file on disk. */
  readonly readFile?: (...parameters: Parameters<ReadFile>) => ReturnType<ReadFile> | undefined;
  /** Lists a folder on disk, likewise. */
  readonly listFiles?: ListFiles;
  /** Replaces a file on disk, whole or not at all. */
  readonly replaceFile?: ReplaceFile;
  /** Keeps copies of files on disk. */
  readonly copies?: Copies;
  readonly now?: () => Date;
}

/** Registers all handlers and listens. The connection decides by what means; nothing here knows of Node or the web. */
export function startServer(connection: Connection, host: Host = {}): void {
  const report = failureReport(connection);
  const documents = new TextDocuments(ArticleDocument);
  const features = new Features();
  let client = clientOf({ capabilities: {} });
  const throughClient = readThroughClient(connection);
  const readFile: ReadFile = async (uri, isWanted) =>
    host.readFile?.(uri, isWanted) ?? (client.readsFiles ? throughClient(uri, isWanted) : undefined);
  const settings = new DocumentSettings(connection, () => readFile, host.now ?? (() => new Date()));
  const files = new OpenFiles(readFile);
  const indexed = new IndexedDocuments((document, terms) => features.found(document, terms));
  const pace = new Pace();
  const corpus = new Corpus({
    ...{ connection, readFile, listFiles: host.listFiles, settings, pace, refresh },
    client: () => client,
    asksClient: () => client.readsFiles,
    indexed: async (document, file) =>
      indexed.of(document, file, await settings.of(document.uri), await files.of(document.uri)),
  });
  const corpusFixes = new CorpusFixes({
    ...{ connection, corpus, documents, files, readFile, settings, pace },
    replaceFile: host.replaceFile,
    copies: host.copies,
  });

  /**
   * A handler's way to its document; a request for one that is not open gets `otherwise`. A request that was cancelled
   * while it waited for its turn is not worked on, so that nothing waits for it.
   */
  function withDocument<P extends { textDocument: { uri: string } }, R>(
    answer: (document: ArticleDocument, params: P) => R | Promise<R>,
    otherwise: R,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      const document = documents.get(params.textDocument.uri);
      try {
        return document ? await answer(document, params) : otherwise;
      } catch (error) {
        report(error);
        throw error;
      }
    };
  }

  /** For a client that cannot pull; an answer that an edit has overtaken is left to that edit's own. */
  async function push(document: ArticleDocument): Promise<void> {
    const { uri, version } = document;
    const diagnostics = await corpus.diagnostics(document);
    if (documents.get(uri) !== document || document.version !== version) return;
    pace.answered(uri);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** All verdicts, and the colours that follow from the terms, may have changed. */
  function refresh(): void {
    if (client.refreshesTokens) connection.languages.semanticTokens.refresh().catch(() => {});
    if (client.pullsDiagnostics) {
      if (client.refreshes) connection.languages.diagnostics.refresh().catch(() => {});
    } else {
      for (const document of documents.all()) push(document).catch(report);
    }
  }

  function settingsChanged(): void {
    settings.forget();
    refresh();
    corpus.start(settings.folders);
  }

  async function saved(document: ArticleDocument): Promise<void> {
    if (!(await files.saved(document.uri))) return;
    document.renew();
    refresh();
  }

  connection.onInitialize((params): InitializeResult => {
    client = clientOf(params);
    settings.folders = params.workspaceFolders ?? [];
    settings.asksClient = client.hasConfiguration;
    return {
      serverInfo: { name: 'article-format' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspaceSymbolProvider: true,
        documentSymbolProvider: { label: 'Articles' },
        foldingRangeProvider: true,
        completionProvider: { triggerCharacters: TRIGGERS },
        hoverProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        definitionProvider: true,
        documentHighlightProvider: true,
        selectionRangeProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(client.pullsDiagnostics && {
          diagnosticProvider: { identifier: 'article', interFileDependencies: false, workspaceDiagnostics: false },
        }),
      },
    };
  });
  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: ['article', ...EXCLUDING_SECTIONS] })
        .catch(report);
    }
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        settings.folders = [...settings.folders.filter(({ uri }) => !gone.has(uri)), ...added];
        settingsChanged();
      });
    }
    if (client.registersWatchers) {
      const watchers = [{ globPattern: '**/*' }]; // Of a folder that is deleted, nothing else is told.
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(report);
    }
    corpus.start(settings.folders);
  });
  connection.onDidChangeConfiguration(settingsChanged);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    corpus.watched(changes);
    if (changes.some(({ uri }) => uri.endsWith(`/${SETTINGS_FILE}`))) settingsChanged();
    else if (changes.some(({ uri }) => uri.endsWith('/.gitignore'))) corpus.start(settings.folders);
  });

  connection.onDocumentSymbol(withDocument((document) => features.documentSymbols(document), []));
  connection.onFoldingRanges(withDocument((document) => features.foldingRanges(document, client.mostFolds), []));
  connection.onHover(
    withDocument(
      async (document, { position }) => features.hover(document, position, await settings.of(document.uri)),
      null,
    ),
  );
  connection.onCompletion(
    withDocument(
      async (document, params) => completionList(document, await settings.of(document.uri), params, client),
      null,
    ),
  );
  connection.onDocumentFormatting(
    withDocument(async (document) => features.formatting(document, await settings.of(document.uri)), []),
  );
  connection.onDocumentRangeFormatting(
    withDocument(
      async (document, { range }) => features.formatting(document, await settings.of(document.uri), range),
      [],
    ),
  );
  connection.onDefinition(withDocument((document, { position }) => features.definition(document, position), null));
  connection.onDocumentHighlight(
    withDocument((document, { position }) => features.documentHighlights(document, position), []),
  );
  connection.onSelectionRanges(
    withDocument(
      (document, { positions }) => positions.map((position) => features.selectionRange(document, position)),
      [],
    ),
  );
  connection.onCodeAction(
    withDocument(async (document, params) => {
      const terms = await settings.of(document.uri);
      return codeActions({ document, terms, findings: features.findings(terms), ...client }, params);
    }, []),
  );
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    withDocument(async (document) => features.semanticTokens(document, await settings.of(document.uri)), noTokens),
  );
  connection.languages.semanticTokens.onDelta(
    withDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      async (document, { previousResultId }) =>
        features.semanticTokensDelta(document, await settings.of(document.uri), previousResultId),
      noTokens,
    ),
  );
  connection.languages.semanticTokens.onRange(
    withDocument(
      async (document, { range }) => features.semanticTokensIn(document, await settings.of(document.uri), range),
      noTokens,
    ),
  );
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
  connection.onRequest(WRITE_FIELDS, (params: WriteFieldsParams) => writeFields(params, readFile, host.replaceFile));
  connection.onRequest(
    PIECE_AT,
    withDocument<PieceAtParams, PiecePlace | null>((document, { position }) => placeIn(document, position), null),
  );
  connection.onRequest(
    POSITION_OF,
    withDocument<PositionOfParams, Position | null>((document, { place }) => positionIn(document, place), null),
  );
  connection.onRequest(PREVIEW_FIXES, (params: PreviewFixesParams, token) => corpusFixes.preview(params, token));
  connection.onRequest(FIXED_TEXT, (params: FixedTextParams) => corpusFixes.fixedText(params));
  connection.onRequest(FIX_FILES, (params: FixFilesParams, token) => corpusFixes.fix(params, token));
  connection.onRequest(RESTORE_FILES, (params: RestoreFilesParams, token) => corpusFixes.restore(params, token));
  connection.onWorkspaceSymbol(({ query }) => corpus.symbols(query));
  connection.onNotification(CHECK_CORPUS, ({ check }: CheckCorpusParams) =>
    check ? corpus.start(settings.folders) : corpus.stop(),
  );
  connection.languages.diagnostics.on(
    withDocument<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
      async (document, { previousResultId }) => {
        const items = await corpus.diagnostics(document);
        pace.answered(document.uri);
        const resultId = features.resultId(document, await settings.of(document.uri));
        return previousResultId === resultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ),
  );

  documents.onDidOpen(({ document }) => {
    files.open(document.uri);
    corpus.opened(document);
  });
  documents.onDidSave(({ document }) => {
    saved(document).catch(report);
  });
  // A client that cannot pull gets its diagnostics pushed; never both, which would show each problem twice.
  documents.onDidChangeContent(({ document }) => {
    pace.edited(document.uri);
    corpus.changedDocument(document);
    if (!client.pullsDiagnostics) push(document).catch(report);
  });
  documents.onDidClose(({ document }) => {
    files.close(document.uri);
    pace.answered(document.uri);
    corpus.closed(document);
  });

  documents.listen(connection);
  connection.listen();
}

/** What the client can do, as far as an answer depends on it. */
function clientOf({
  capabilities: { textDocument, window, workspace },
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>) {
  const {
    readsFiles = false,
    knowsCommands = false,
    quietInProse = false,
  }: ClientOptions = initializationOptions ?? {};
  return {
    readsFiles,
    knowsCommands,
    quietInProse,
    fillsIn: textDocument?.completion?.completionItem?.snippetSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    showsRelated: Boolean(
      textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation,
    ),
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    hasFolders: workspace?.workspaceFolders === true,
  };
}
