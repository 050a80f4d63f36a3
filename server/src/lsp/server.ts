/** The language server: its services and the events that they handle. It is the same in Node and in a web worker. */
import {
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import { CHECK_CORPUS, type CheckCorpusParams, type DocumentParams, HIDDEN, SETTINGS_FILE } from '../protocol';
import { Annotations } from './annotations/annotations';
import { ClientSettings } from './clientSettings';
import { Corpus } from './corpus/corpus';
import { registerCorpusRequests } from './corpus/requests';
import { CorpusExport } from './corpus/writing/export';
import { CorpusFixes } from './corpus/writing/fixes';
import { CorpusImport } from './corpus/writing/import';
import { Delivery, registerPull } from './delivery';
import { ArticleDocument } from './documents/document';
import { handlersOf } from './documents/withDocument';
import { failureReport, warningsOnce } from './failures';
import { Features } from './features/features';
import { registerLanguageFeatures } from './features/languageFeatures';
import { registerOwnRequests } from './features/ownRequests';
import { filesOf, type Host } from './host';
import { Pace } from './pace';
import { DocumentSettings, foldersAtFirst, settingsForWriting } from './settings';
import { abilitiesOf, type ClientAbilities } from './start/clientAbilities';
import { answerInitialize, speakTo } from './start/initialize';
import { Verdicts } from './verdict/verdicts';
import { watchFileOutside, watchWorkspace } from './watching';

/** Files that decide what git ignores. */
const IGNORING = /\/(?:\.gitignore|\.git\/config|\.git\/info\/exclude)$/;

/**
 * Whether other settings files may now be in force. Settings files are looked for up to the root of a repository, so a
 * `.git` that appears or disappears counts as well.
 */
function changesSettings({ uri, type }: FileEvent): boolean {
  return uri.endsWith(`/${SETTINGS_FILE}`) || (uri.endsWith('/.git') && type !== FileChangeType.Changed);
}

/** Listens on the connection, in a process that has loaded all of the server. */
export function startServer(connection: Connection, host: Host = {}): void {
  answerInitialize(connection, host.version, (params) => startServices(connection, host, params));
  connection.listen();
}

/** Makes the services for a client that has given the parameters of `initialize`, and registers all handlers. */
export function startServices(connection: Connection, host: Host, params: InitializeParams): void {
  speakTo(params);
  const client = abilitiesOf(params);
  const report = failureReport(connection);
  const warn = warningsOnce(connection);
  const documents = new TextDocuments<ArticleDocument>({
    create: (...opened) => ArticleDocument.create(...opened, client.countsInUtf32),
    update: ArticleDocument.update,
  });
  const withDocument = handlersOf(documents, report);
  const pace = new Pace();
  const { readFile, kindOf } = filesOf(host, connection, client);
  const { stampOf, now = () => new Date() } = host;
  const clientSettings = new ClientSettings(connection, client);
  const settings = new DocumentSettings({
    ...{ connection, client, clientSettings, readFile, kindOf, stampOf, homes: host.homes ?? [], warn },
    watch: (folder) => void watchFileOutside(connection, client, folder, SETTINGS_FILE).catch(report),
    folders: foldersAtFirst(params),
    now,
  });
  const verdicts = new Verdicts(settings, readFile);
  const corpus = new Corpus({
    ...{ connection, client, clientSettings, readFile, stampOf, settings, verdicts, pace, report, warn },
    ...{ listFiles: host.listFiles, aboveOf: host.aboveOf },
    refresh: () => delivery.refresh(),
  });
  const delivery = new Delivery({ connection, client, documents, corpus, pace, report });
  const sources = { connection, documents, readFile, settings, verdicts, corpus, pace };
  const { replaceFile, copies, liesIn, writeParts, writeFolder, writeNew } = host;
  const corpusFixes = new CorpusFixes({ ...sources, replaceFile, copies, liesIn });
  const corpusExport = new CorpusExport({ ...sources, writeParts, writeFolder });
  const corpusImport = new CorpusImport({ connection, readFile, writeNew, settings, now, parquet: host.parquet });
  const annotations = new Annotations({
    ...{ connection, client, readFile, pace, listFiles: host.listFiles, folders: () => settings.folders },
  });
  const features = new Features();
  const settingOf = settingsForWriting(settings, (number) => corpus.files.index.hasNumber(number));

  registerPull(connection, withDocument, delivery);
  registerLanguageFeatures(connection, withDocument, {
    ...{ features, settings, settingOf, verdicts, readFile, documents, annotations, client },
  });
  registerOwnRequests(connection, withDocument, {
    ...{ features, settings, settingOf, annotations, readFile, replaceFile },
  });
  registerCorpusRequests(connection, withDocument, {
    ...{ features, corpus, corpusExport, corpusImport, corpusFixes, pace },
  });
  registerEvents({
    ...{ connection, client, clientSettings, documents, settings, verdicts, annotations, corpus },
    ...{ delivery, pace, report },
  });
  documents.listen(connection);
}

interface EventServices {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly clientSettings: ClientSettings;
  readonly documents: TextDocuments<ArticleDocument>;
  readonly settings: DocumentSettings;
  readonly verdicts: Verdicts;
  readonly annotations: Annotations;
  readonly corpus: Corpus;
  readonly delivery: Delivery;
  readonly pace: Pace;
  readonly report: (error: unknown) => void;
}

/** The table of events: for each, the services that are notified, in this order. */
function registerEvents(services: EventServices): void {
  const { connection, client, clientSettings, documents, settings, verdicts, annotations, corpus } = services;
  const { delivery, pace, report } = services;

  function settingsChanged(): void {
    settings.forget();
    delivery.refresh();
    corpus.start();
  }

  /** For clients that do not report changes of files: looks for them. */
  async function lookAgain(): Promise<void> {
    const { registersWatchers, watchesElsewhere } = client;
    const seesAll = registersWatchers && watchesElsewhere;
    if (!seesAll && (await settings.haveFilesChanged())) settingsChanged();
    else if (!registersWatchers) corpus.lookAgain();
  }

  connection.onInitialized(() => {
    watchWorkspace(connection, client).catch(report);
    // In place of the library's own handler, which is there only for a client that has announced folders.
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      settings.changeFolders(event);
      settingsChanged();
    });
    corpus.start();
  });
  connection.onDidChangeConfiguration((change) => {
    clientSettings.pushed = change?.settings?.article; // A client may send nothing at all.
    settingsChanged();
  });
  clientSettings.onLate = settingsChanged;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    corpus.watched(changes);
    annotations.watched(changes);
    if (changes.some(changesSettings)) settingsChanged();
    else if (changes.some(({ uri }) => IGNORING.test(uri))) corpus.start();
  });
  connection.onNotification(CHECK_CORPUS, ({ check }: CheckCorpusParams) => (check ? corpus.start() : corpus.stop()));

  documents.onDidOpen(({ document }) => {
    verdicts.fileFindings.open(document.uri);
    annotations.opened(document);
    corpus.opened(document);
  });
  documents.onDidChangeContent(({ document }) => {
    pace.edited(document.uri);
    corpus.changed(document);
    delivery.changed(document).catch(report);
  });
  documents.onDidSave(({ document }) => {
    verdicts.fileFindings
      .saved(document.uri)
      .then((isChanged) => isChanged && delivery.refresh())
      .catch(report);
    corpus.saved();
    lookAgain().catch(report);
  });
  documents.onDidClose(({ document }) => {
    verdicts.fileFindings.close(document.uri);
    pace.answered(document.uri);
    corpus.closed(document);
  });
  connection.onRequest(HIDDEN, ({ textDocument }: DocumentParams) => {
    const document = documents.get(textDocument.uri);
    if (document) corpus.hidden(document);
    return null;
  });
}
