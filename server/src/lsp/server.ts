/** The language server: one table of handlers over a connection, the same in Node and in a web worker. */
import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type FileEvent,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { CHECK_CORPUS, type CheckCorpusParams, type DocumentParams, HIDDEN, SETTINGS_FILE } from '../protocol';
import { askToBeTold, askToBeToldOf, capabilitiesFor } from './capabilities';
import { abilitiesOf } from './clientAbilities';
import { Corpus } from './corpus/corpus';
import { CorpusExport } from './corpus/export';
import { CorpusFixes } from './corpus/fixes';
import { ArticleDocument } from './documents/document';
import { handlersOf } from './documents/withDocument';
import { failureReport, warningsOnce } from './failures';
import { Features } from './features/features';
import { registerLanguageFeatures } from './features/languageFeatures';
import { type KindOf, kindThroughClient, type ReadFile, readThroughClient } from './files';
import type { Host } from './host';
import { registerRefusals } from './lifecycle';
import { Pace } from './pace';
import { registerRequests } from './requests';
import { DocumentSettings, foldersAtFirst, type SettingOf } from './settings';
import { FileFindings } from './verdict/fileFindings';
import { IndexedDocuments } from './verdict/indexedDocuments';
import { Verdicts } from './verdict/verdicts';

/** What says which files git ignores. */
const IGNORING = /\/(?:\.gitignore|\.git\/config|\.git\/info\/exclude)$/;

/** Other settings may count now. They are looked for up to the root of a repository, which may be a new one. */
function changesSettings({ uri, type }: FileEvent): boolean {
  return uri.endsWith(`/${SETTINGS_FILE}`) || (uri.endsWith('/.git') && type !== FileChangeType.Changed);
}

/** Registers all handlers and listens. The connection decides by what means; nothing here knows of Node or the web. */
export function startServer(connection: Connection, host: Host = {}): void {
  const report = failureReport(connection);
  const documents = new TextDocuments(ArticleDocument);
  const features = new Features();
  let abilities = abilitiesOf({ capabilities: {} });
  const client = () => abilities;
  const throughClient = readThroughClient(connection);
  const readFile: ReadFile = async (uri, isWanted) =>
    host.readFile?.(uri, isWanted) ?? (client().readsFiles ? throughClient(uri, isWanted) : undefined);
  const warn = warningsOnce(connection);
  const askKind = kindThroughClient(connection);
  const kindOf: KindOf = async (uri) => host.kindOf?.(uri) ?? (client().readsFiles ? askKind(uri) : undefined);
  const settings = new DocumentSettings({
    ...{ connection, client, readFile, kindOf, homes: host.homes ?? [], warn },
    watch: (folder) => {
      askToBeToldOf(connection, client(), folder, SETTINGS_FILE).catch(report);
    },
    now: host.now ?? (() => new Date()),
  });
  const fileFindings = new FileFindings(readFile);
  const indexed = new IndexedDocuments((document, terms) => features.found(document, terms));
  const pace = new Pace();
  const corpus = new Corpus({
    ...{ connection, client, readFile, settings, pace, refresh, report, warn },
    ...{ listFiles: host.listFiles, aboveOf: host.aboveOf },
    indexed: async (document, file) =>
      indexed.of(document, file, await settings.of(document.uri), await fileFindings.of(document.uri)),
  });
  const corpusFixes = new CorpusFixes({
    ...{ connection, corpus, documents, fileFindings, readFile, settings, pace },
    ...{ replaceFile: host.replaceFile, copies: host.copies, liesIn: host.liesIn },
  });
  const corpusExport = new CorpusExport({
    ...{ connection, corpus, documents, fileFindings, readFile, settings, pace },
    writeParts: host.writeParts,
  });

  const withDocument = handlersOf(documents, report);
  const verdicts = new Verdicts();

  /** For a client that cannot pull; an answer that an edit has overtaken is left to that edit's own. */
  async function push(document: ArticleDocument): Promise<void> {
    const { uri, version } = document;
    const diagnostics = await corpus.diagnostics(document);
    if (documents.get(uri) !== document || document.version !== version) return;
    pace.answered(uri);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  const isTaken = (number: string) => corpus.files.index.hasNumber(number);
  const settingOf: SettingOf = async ({ uri, lineEnd }) => {
    const { context, layout } = await settings.of(uri);
    return { ...context, layout, lineEnd, isTaken };
  };

  /** All verdicts, and the colours that follow from the terms, may have changed. */
  function refresh(): void {
    if (client().refreshesTokens) connection.languages.semanticTokens.refresh().catch(() => {});
    if (client().pullsDiagnostics) {
      if (client().refreshes) connection.languages.diagnostics.refresh().catch(() => {});
    } else {
      for (const document of documents.all()) push(document).catch(report);
    }
  }

  function settingsChanged(): void {
    settings.forget();
    refresh();
    corpus.start();
  }

  async function saved(document: ArticleDocument): Promise<void> {
    if (await fileFindings.saved(document.uri)) refresh();
  }

  connection.onInitialize((params): InitializeResult => {
    abilities = abilitiesOf(params);
    settings.folders = foldersAtFirst(params);
    return { serverInfo: { name: 'article-format' }, capabilities: capabilitiesFor(abilities) };
  });
  connection.onInitialized(() => {
    askToBeTold(connection, abilities).catch(report);
    if (client().hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        // The library would tell of a failure where nobody reads it.
        try {
          settings.changeFolders(event);
          settingsChanged();
        } catch (error) {
          report(error);
        }
      });
    }
    corpus.start();
  });
  connection.onDidChangeConfiguration((change) => {
    settings.told = change?.settings?.article; // A client may send nothing at all.
    settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    corpus.watched(changes);
    if (changes.some(changesSettings)) settingsChanged();
    else if (changes.some(({ uri }) => IGNORING.test(uri))) corpus.start();
  });

  registerRefusals(connection);
  registerLanguageFeatures(connection, withDocument, { features, settings, settingOf, client });
  registerRequests(connection, withDocument, {
    ...{ features, settings, settingOf, corpus, corpusExport, corpusFixes, readFile, pace },
    replaceFile: host.replaceFile,
  });
  connection.onWorkspaceSymbol(({ query }, token) => pace.answer(corpus.view.symbols(query), token));
  connection.onRequest(HIDDEN, ({ textDocument }: DocumentParams) => {
    const document = documents.get(textDocument.uri);
    if (document) corpus.hidden(document);
    return null;
  });
  connection.onNotification(CHECK_CORPUS, ({ check }: CheckCorpusParams) => (check ? corpus.start() : corpus.stop()));
  connection.languages.diagnostics.on(
    withDocument<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
      async (document, { previousResultId }) => {
        const items = await corpus.diagnostics(document);
        pace.answered(document.uri);
        return verdicts.report(document, items, previousResultId);
      },
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ),
  );

  documents.onDidOpen(({ document }) => {
    fileFindings.open(document.uri);
    corpus.opened(document);
  });
  documents.onDidSave(({ document }) => {
    saved(document).catch(report);
  });
  // A client that cannot pull gets its diagnostics pushed; never both, which would show each problem twice.
  documents.onDidChangeContent(({ document }) => {
    pace.edited(document.uri);
    corpus.changed(document);
    (client().pullsDiagnostics ? corpus.prepare(document) : push(document)).catch(report);
  });
  documents.onDidClose(({ document }) => {
    fileFindings.close(document.uri);
    pace.answered(document.uri);
    corpus.closed(document);
  });

  documents.listen(connection);
  connection.listen();
}
