/** The corpus in the workspace: an index of it, kept up to date, and the problems of the files that are not open. */
import {
  type Connection,
  type Diagnostic,
  FileChangeType,
  type FileEvent,
  type SymbolInformation,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { looksLikeArticle } from '../core/detection';
import type { Steps } from '../core/steps';
import { Comparison, checkCorpus } from '../corpus/checkCorpus';
import { type CheckedContent, checking, decode, unread } from '../corpus/checkFile';
import { CorpusIndex, type IndexedFile } from '../corpus/corpusIndex';
import { rangesIn } from '../corpus/lines';
import { problemsOf } from '../corpus/problems';
import type { CorpusFinding } from '../corpus/rules';
import { hasSameContent } from '../corpus/sameContent';
import { findArticles } from '../corpus/search';
import { canonical } from '../corpus/uris';
import { fileOf } from '../protocol';
import type { ClientAbilities } from './clientAbilities';
import { toSymbolInformation } from './convert';
import type { Listing } from './corpusFolder';
import { CorpusFolders } from './corpusFolders';
import { CorpusScan } from './corpusScan';
import { CorpusView } from './corpusView';
import type { ArticleDocument } from './document';
import { sentence } from './failures';
import type { ReadFile } from './files';
import { type Compared, moved, NOTHING, summaryOf } from './inCommon';
import type { Pace } from './pace';
import type { DocumentSettings, Terms } from './settings';
import { ToldProblems } from './toldProblems';

/** How long changes are gathered before problems are told anew, in milliseconds. */
const PAUSE = 200;

/** More symbols than anybody reads; the query says which are wanted. */
const MOST_SYMBOLS = 200;

export interface CorpusSources extends Listing {
  readonly connection: Connection;
  readonly readFile: ReadFile;
  readonly settings: DocumentSettings;
  readonly pace: Pace;
  readonly client: () => ClientAbilities;
  /** What an open document is to the corpus. */
  readonly indexed: (document: ArticleDocument, file: Pick<IndexedFile, 'uri' | 'name'>) => Promise<IndexedFile>;
  /** The answers on open documents have changed. */
  readonly refresh: () => void;
}

/** A document with more articles is compared with others a moment after an edit: that takes longer than an edit may. */
const LONG = 200;

/** The open documents of a file, the one that has its problems last, and what its last answer said in view of other files. */
interface OpenFile {
  readonly documents: readonly ArticleDocument[];
  answered: string;
  /** What its articles had in common with others when they were compared for the last time. */
  compared: Compared | undefined;
  /** Its problems are in its answers, not told as those of a file that is not open. */
  isShown: boolean;
}

export class Corpus {
  readonly index = new CorpusIndex();
  readonly view: CorpusView;
  readonly folders = new CorpusFolders();
  private readonly open = new Map<string, OpenFile>();
  private readonly problems: ToldProblems;
  /** Files whose documents have changed since they were taken up. */
  private readonly edited = new Set<string>();
  /** Files whose own problems have changed since the client was told. */
  private readonly changed = new Set<string>();
  private starting: ReturnType<typeof setTimeout> | undefined;
  /** How many scans have begun and not ended. */
  private scans = 0;
  private readonly awaiting: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly scan: CorpusScan;

  constructor(private readonly sources: CorpusSources) {
    const { connection, pace, client } = sources;
    this.problems = new ToldProblems(connection, this.index, () => client().showsRelated);
    this.scan = new CorpusScan(connection, this, pace, () => client().showsProgress);
    const isChecking = () => this.starting !== undefined || this.scan.isRunning;
    this.view = new CorpusView(connection, this.index, isChecking, () => client().showsCorpus);
  }

  /** Checks the folders from scratch: at the beginning, and when folders or settings have changed, which they do in bursts. */
  start(folders: readonly WorkspaceFolder[]): void {
    clearTimeout(this.starting);
    this.starting = setTimeout(() => {
      this.starting = undefined;
      this.scans++;
      this.begin(folders)
        .catch((error: unknown) => this.report(error))
        .finally(() => this.ended());
    }, PAUSE);
  }

  /** Resolves when all files have been taken up, or the rest of them is left unread. */
  async scanned(): Promise<void> {
    if (this.starting || this.scans > 0) await new Promise<void>((resolve) => this.awaiting.push(resolve));
    for (const uri of this.edited) await this.takeOpen(uri);
  }

  private ended(): void {
    this.scans--;
    if (this.starting || this.scans > 0) return;
    for (const resolve of this.awaiting.splice(0)) resolve();
  }

  private async begin(folders: readonly WorkspaceFolder[]): Promise<void> {
    const { hasConfiguration } = this.sources.client();
    await this.folders.open(
      this.sources,
      folders.map(({ uri }) => uri),
      hasConfiguration,
    );
    for (const uri of this.open.keys()) this.edited.add(uri);
    this.starting = undefined;
    await this.scan.start();
  }

  /** Leaves the rest of the folders unchecked. */
  stop(): void {
    this.scan.stop();
    this.soon();
  }

  opened(document: ArticleDocument): void {
    this.show(document, [...this.others(document), document]);
  }

  /** An open document has changed. Its problems follow when they are asked for, all others in a moment. */
  changedDocument(document: ArticleDocument): void {
    this.edited.add(document.file);
    clearTimeout(this.timer); // While somebody types, nothing else takes time.
    this.timer = undefined;
    this.soon();
  }

  /** Asks the rules at once, while the client's request for the verdict is still on its way. */
  async prepare(document: ArticleDocument): Promise<void> {
    await this.indexed(document);
  }

  /** All that is wrong with an open document. From now on its problems are in these answers, and nowhere else. */
  async diagnostics(document: ArticleDocument): Promise<Diagnostic[]> {
    const uri = document.file;
    const file = await this.indexed(document);
    const state = this.open.get(uri);
    if (state?.documents.at(-1) !== document) return []; // Its file is shown by another one, or it is closed.
    const across = this.commonNow(state, document, file);
    state.answered = summaryOf(across);
    state.isShown = true;
    if (this.problems.leave(uri) && this.sources.client().pullsDiagnostics) this.problems.send(uri, []);
    return this.problems.diagnostics(file, across);
  }

  private indexed(document: ArticleDocument): Promise<IndexedFile> {
    const uri = document.file;
    return this.sources.indexed(document, { uri, name: this.folders.nameOf(uri) });
  }

  /** What an open document has in common with others: in a long one, what was seen last, where it stands now. */
  private commonNow(state: OpenFile, document: ArticleDocument, file: IndexedFile): readonly CorpusFinding[] {
    const { compared } = state;
    if (compared && compared.file !== file && document.parsed.articles.length > LONG) {
      return moved(compared, document.parsed);
    }
    // Nothing is told, and nothing is to be told: taking the file up can wait.
    if (state.answered === NOTHING && this.compares(file).hasNothingInCommon(file)) {
      state.compared = { parsed: document.parsed, file, across: [] };
      return [];
    }
    return this.compare(state, document, file);
  }

  /** What a file is compared with: one that does not belong to the corpus is seen by itself. */
  private compares(file: IndexedFile): Pick<Comparison, 'hasNothingInCommon'> {
    return this.folders.has(file.uri) ? this.index : new Comparison();
  }

  private compare(state: OpenFile, document: ArticleDocument, file: IndexedFile): readonly CorpusFinding[] {
    this.take(file);
    const across = this.across(file);
    state.compared = { parsed: document.parsed, file, across };
    return across;
  }

  /** An open document has thrown its answers away: until it is asked for anew, it is as one that is not open. */
  hidden(document: ArticleDocument): void {
    const uri = document.file;
    const state = this.open.get(uri);
    if (state?.documents.at(-1) !== document) return;
    state.isShown = false;
    this.problems.tell(uri);
  }

  /** The file's problems are told at once as they were, and again when it has been read. */
  closed(document: ArticleDocument): void {
    const uri = document.file;
    const others = this.others(document);
    if (others.length > 0) {
      this.show(document, others);
      return;
    }
    this.open.delete(uri);
    if (!this.sources.client().pullsDiagnostics) this.problems.send(document.uri, []);
    this.problems.tell(uri);
    this.reread([uri]);
  }

  /** The other open documents of the same file. */
  private others(document: ArticleDocument): readonly ArticleDocument[] {
    const open = this.open.get(document.file);
    return open?.documents.filter((other) => other.uri !== document.uri) ?? [];
  }

  /** A file is shown by these documents from now on: a fields view has the problems of its file, and nobody sees them twice. */
  private show(document: ArticleDocument, documents: readonly ArticleDocument[]): void {
    const isView = (other: ArticleDocument) => other.uri !== fileOf(other.uri);
    const inOrder = [...documents.filter((other) => !isView(other)), ...documents.filter(isView)];
    this.open.set(document.file, {
      documents: inOrder,
      answered: NOTHING,
      compared: undefined,
      isShown: false,
    });
    this.changedDocument(document);
    if (inOrder.length === 1 && inOrder[0] === document) return;
    this.sources.refresh();
  }

  /** Articles by what people remember of them, for "Go to Symbol in Workspace". */
  *symbols(query: string): Steps<SymbolInformation[]> {
    return (yield* findArticles(this.index.files, query, MOST_SYMBOLS)).map(toSymbolInformation);
  }

  /** Whether an open document is meant when somebody speaks of the corpus; all are where no others are looked at. */
  isMember(uri: string): boolean {
    return this.folders.has(uri) || !this.folders.areChecked;
  }

  /** The server itself has written files. */
  changedOnDisk(uris: readonly string[]): void {
    this.reread(uris);
  }

  /** Files on disk have changed. */
  watched(events: readonly FileEvent[]): void {
    for (const event of events) {
      const uri = canonical(event.uri);
      if (event.type === FileChangeType.Deleted) this.reread(this.below(uri));
      if (this.folders.has(uri) || this.index.get(uri)) this.reread([uri]);
      else if (event.type === FileChangeType.Created) this.folderCreated(uri).catch(() => {});
    }
  }

  /** Reads a file, for the scan. */
  async read(uri: string): Promise<() => Promise<void>> {
    const { readFile, settings, pace } = this.sources;
    const isWanted = (head: Uint8Array) => looksLikeArticle(decode(head));
    const [read, terms] = await Promise.all([readFile(uri, isWanted).catch(sentence), settings.of(uri)]);
    return async () => {
      if (this.open.has(uri)) return; // What is in the editor counts.
      if (!read || !this.folders.has(uri)) {
        this.drop(uri);
        return;
      }
      const checked = typeof read === 'string' ? unread(read, terms) : await pace.finish(checking(read, terms));
      if (!this.open.has(uri)) this.takeClosed(uri, checked, terms);
    };
  }

  list(): AsyncIterable<readonly string[]> {
    return this.folders.files();
  }

  complete(listed: ReadonlySet<string>): void {
    for (const { uri } of [...this.index.files]) {
      if (!listed.has(uri) && !(this.open.has(uri) && this.folders.has(uri))) this.drop(uri);
    }
    this.soon();
  }

  private takeClosed(
    uri: string,
    { lines, records, fileFindings, findings }: CheckedContent,
    { severities }: Terms,
  ): void {
    const rangeOf = rangesIn(lines);
    const name = this.folders.nameOf(uri);
    const { problems, count } = problemsOf(fileFindings, findings, rangeOf);
    // Each by its name: there may be 100,000 of them, and a spread takes more room.
    this.take({ uri, shown: uri, name, records, problems, count, severities, rangeOf });
  }

  private take(file: IndexedFile): void {
    if (!this.folders.has(file.uri)) {
      this.drop(file.uri);
      return;
    }
    const before = this.index.get(file.uri);
    if (before === file) return;
    this.index.set(file);
    if (!before || !hasSameContent(before, file)) this.changed.add(file.uri);
    this.soon();
  }

  /** Takes up what a file is in the editor. */
  private async takeOpen(uri: string): Promise<void> {
    this.edited.delete(uri);
    const document = this.open.get(uri)?.documents.at(-1);
    if (!document) return;
    const file = await this.indexed(document);
    const state = this.open.get(uri);
    if (state?.documents.at(-1) !== document) return;
    this.compare(state, document, file);
  }

  private drop(uri: string): void {
    if (!this.index.get(uri)) return;
    this.index.remove(uri);
    this.changed.add(uri);
    this.soon();
  }

  private reread(uris: Iterable<string>): void {
    this.scan.reread(uris).catch((error: unknown) => this.report(error));
  }

  private async folderCreated(uri: string): Promise<void> {
    for await (const uris of this.folders.filesBelow(uri)) this.reread(uris);
  }

  /** The files of the index that are in a folder. */
  private below(uri: string): string[] {
    return [...this.index.files].flatMap((file) => (file.uri.startsWith(`${uri}/`) ? file.uri : []));
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tellAll().catch((error: unknown) => this.report(error));
    }, PAUSE);
  }

  /** Tells what has changed. While the scan runs, what files have in common is not told: each file would change it. */
  private async tellAll(): Promise<void> {
    const edited = [...this.edited];
    for (const uri of edited) await this.takeOpen(uri);
    const changed = new Set(this.changed);
    this.changed.clear();
    const others = this.scan.isRunning ? [] : this.index.takeChanged();
    this.view.changed(changed, others);
    let differs = false;
    for (const uri of new Set([...changed, ...others, ...edited])) {
      const state = this.open.get(uri);
      if (!state?.isShown) this.problems.tell(uri);
      else if (
        summaryOf(this.index.get(uri) ? this.index.across(uri) : (state.compared?.across ?? [])) !== state.answered
      )
        differs = true;
    }
    if (differs) this.sources.refresh();
  }

  /** What is wrong with a file in view of all others; one that does not belong to the corpus is seen by itself. */
  private across(file: IndexedFile): readonly CorpusFinding[] {
    if (this.index.get(file.uri) === file) return this.index.across(file.uri);
    return checkCorpus([file], () => file.severities).get(file) ?? [];
  }

  private report(error: unknown): void {
    this.sources.connection.console.error(String(error));
  }
}
