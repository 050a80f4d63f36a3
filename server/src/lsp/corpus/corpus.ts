/** The corpus of the workspace: keeps the index of its files up to date, and publishes their problems. */
import { type Diagnostic, FileChangeType, type FileEvent, type Location, type Position } from 'vscode-languageserver';
import { fieldAt, markerAt } from '../../core/features/atOffset';
import { canonical } from '../../corpus/files/uris';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import type { ArticleDocument } from '../documents/document';
import { hasChanged } from '../documents/withDocument';
import type { Verdicts } from '../verdict/verdicts';
import { duplicates } from './duplicates';
import { CorpusFiles, type FileSources } from './files';
import { type Listing, otherName } from './folders/folder';
import { CorpusNearTexts } from './nearTexts';
import { OpenFile } from './openFile';
import { CorpusOverview } from './overview';
import { ReportedProblems } from './reportedProblems';
import { CorpusScan, type ScanSources } from './scan';
import { CorpusTexts } from './texts';
import { CorpusView } from './view';

/** How long changes are gathered before problems are published again, in milliseconds. */
const PAUSE = 200;

export interface CorpusSources extends Listing, FileSources, ScanSources {
  readonly verdicts: Verdicts;
  /** Called when the diagnostics of open documents have changed. */
  readonly refresh: () => void;
}

export class Corpus {
  readonly files: CorpusFiles;
  readonly view: CorpusView;
  readonly near: CorpusNearTexts;
  readonly overview: CorpusOverview;
  private readonly open = new Map<string, OpenFile>();
  /** Files whose documents have changed since the index was updated from them. */
  private readonly edited = new Set<string>();
  private readonly scan: CorpusScan;
  private readonly problems: ReportedProblems;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the folders or their settings have changed since the folders were opened. */
  private isOpeningDue = true;
  /** One after another, so that what is sent last is the latest. */
  private publishing = Promise.resolve();

  constructor(private readonly sources: CorpusSources) {
    const { connection, client } = sources;
    const soon = () => this.soon();
    this.files = new CorpusFiles(
      sources,
      (uri) => this.open.has(uri),
      soon,
      (uris) => this.renamed(uris),
    );
    this.scan = new CorpusScan(sources, this.files, soon);
    this.problems = new ReportedProblems(connection, client, this.files.index);
    this.view = new CorpusView(connection, client, this.files, this.scan);
    const { readFile, pace, warn } = sources;
    const texts = new CorpusTexts({ readFile, pace, documentOf: (uri) => this.open.get(uri)?.document });
    this.near = new CorpusNearTexts({
      ...{ connection, pace, warn, files: this.files, texts },
      whole: () => this.whole(),
    });
    this.overview = new CorpusOverview(this.view, this.scan, this.near);
  }

  /** Checks all folders again: at startup, and when folders or settings have changed. */
  start(): void {
    this.isOpeningDue = true;
    this.scan.start(() => this.openFolders());
  }

  /** Looks for files that have changed, without showing progress; not before all have been read once. */
  lookAgain(): void {
    if (this.scan.isComplete) this.scan.start(() => this.openFolders(), false);
  }

  /** Stops a check that is under way. Files that have not been read stay unchecked. */
  stop(): void {
    this.scan.stop();
  }

  /** Resolves when all files are in the index, or the scan was stopped, and the folders are open. */
  async scanned(): Promise<void> {
    do {
      await this.scan.ended();
      if (this.isOpeningDue) await this.openFolders(); // The scan was stopped before it began.
    } while (this.scan.isDue); // It began again meanwhile.
    for (const uri of this.edited) await this.updateOpen(uri);
  }

  /** The same for what must miss no file: a check that was stopped begins again first. False if it was stopped again. */
  async whole(): Promise<boolean> {
    if (this.scan.wasStopped) this.start();
    await this.scanned();
    return !this.scan.wasStopped;
  }

  /** Opens the workspace folders. Other files may now belong to the corpus, open ones included. */
  private async openFolders(): Promise<void> {
    const { settings } = this.sources;
    await this.files.folders.open(this.sources, settings.folders);
    this.isOpeningDue = false;
    for (const uri of this.open.keys()) this.edited.add(uri);
  }

  opened(document: ArticleDocument): void {
    this.show(document, [...this.others(document), document]);
  }

  /** An open document has changed. Its own problems are published on request, those of other files after a pause. */
  changed(document: ArticleDocument): void {
    this.edited.add(document.file);
    clearTimeout(this.timer); // The pause begins again, so that typing is not slowed down.
    this.timer = undefined;
    this.soon();
  }

  /** An open document was saved. */
  saved(): void {
    this.files.settled++;
    this.soon();
  }

  /**
   * The client has discarded an open document's diagnostics. Until it requests them again, the document counts as not
   * open.
   */
  hidden(document: ArticleDocument): void {
    const open = this.shownBy(document);
    if (!open) return;
    open.isShown = false;
    this.problems.publish(document.file);
  }

  /**
   * A document was closed. The file's problems are published at once as they were, and again when the file has been
   * read.
   */
  closed(document: ArticleDocument): void {
    const others = this.others(document);
    if (others.length > 0) {
      this.show(document, others);
      return;
    }
    this.open.delete(document.file);
    if (!this.sources.client.pullsDiagnostics) this.problems.send(document.uri, []);
    this.problems.publish(document.file);
    this.scan.reread([document.file]);
  }

  /** The server has written these files. */
  written(uris: readonly string[]): void {
    this.scan.reread(uris);
  }

  /** The client reports that files on disk have changed. */
  watched(events: readonly FileEvent[]): void {
    for (const event of events) {
      const uri = canonical(event.uri);
      if (event.type === FileChangeType.Deleted) this.scan.reread(this.files.below(uri));
      if (this.files.folders.has(uri) || this.files.index.get(uri)) this.scan.reread([uri]);
      else if (event.type === FileChangeType.Created) this.folderCreated(uri).catch(this.sources.report);
    }
  }

  /** Computes a document's verdict in advance, while the client's request for it is still on its way. */
  async prepare(document: ArticleDocument): Promise<void> {
    await this.indexed(document);
  }

  /**
   * All diagnostics of an open document. From now on its problems are in these answers and are not published as well.
   */
  async diagnostics(document: ArticleDocument): Promise<Diagnostic[]> {
    const file = await this.indexed(document);
    const open = this.shownBy(document);
    if (!open) return [];
    const across = open.answer(file, this.files);
    if (this.problems.forget(file.uri) && this.sources.client.pullsDiagnostics) this.problems.send(file.uri, []);
    return this.problems.diagnostics(file, across);
  }

  /** Where else the number or the text at a position is. With `own`, also where it is here. */
  async duplicatesAt(document: ArticleDocument, position: Position, own: boolean): Promise<Location[]> {
    const { revision } = document;
    const file = await this.indexed(document);
    if (document.revision !== revision) throw hasChanged();
    const [article, , offset] = document.articleAt(position) ?? [];
    const field = article && offset !== undefined && !markerAt(article, offset) ? fieldAt(article, offset) : undefined;
    const kind = field?.format?.kind;
    if (kind !== 'number' && kind !== 'text') return [];
    return duplicates(file, this.files.index, document.offsetAt(position), kind, own);
  }

  /** An open document as an entry of the index. */
  private indexed(document: ArticleDocument): Promise<IndexedFile> {
    return this.sources.verdicts.of(document, this.files.folders.nameOf(document.file));
  }

  /**
   * The open file whose problems are shown in this document; undefined if another document shows them, or this one is
   * closed.
   */
  private shownBy(document: ArticleDocument): OpenFile | undefined {
    const open = this.open.get(document.file);
    return open?.document === document ? open : undefined;
  }

  /** The other open documents of the same file. */
  private others(document: ArticleDocument): readonly ArticleDocument[] {
    return this.open.get(document.file)?.without(document) ?? [];
  }

  /** From now on, the document's file is shown by these documents. */
  private show(document: ArticleDocument, documents: readonly ArticleDocument[]): void {
    const open = new OpenFile(documents);
    this.open.set(document.file, open);
    this.changed(document);
    if (documents.length > 1 || open.document !== document) this.sources.refresh();
  }

  /** Another name of some files counts now: a closed one is read again, and an open one is compared with others again. */
  private renamed(uris: readonly string[]): void {
    const { names, folders } = this.files;
    for (const uri of uris) {
      if (this.open.has(uri)) this.edited.add(uri);
      const first = names.firstOf(uri);
      if (first === undefined) continue;
      this.sources.connection.console.info(`${folders.nameOf(uri)}: ${otherName(folders.nameOf(first))}`);
    }
    this.scan.reread(uris.filter((uri) => !this.files.isOtherName(uri)));
    this.soon();
  }

  private async folderCreated(uri: string): Promise<void> {
    for await (const uris of this.files.folders.filesBelow(uri)) this.scan.reread(uris);
  }

  /** Updates the index with a file as it is in the editor. */
  private async updateOpen(uri: string): Promise<void> {
    this.edited.delete(uri);
    const document = this.open.get(uri)?.document;
    if (!document) return;
    const file = await this.indexed(document);
    this.shownBy(document)?.compare(file, this.files);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.publishing = this.publishing.then(() => this.publish()).catch(this.sources.report);
    }, PAUSE);
  }

  /**
   * Publishes what has changed. Findings across files wait until the scan is over, because each file that is read may
   * change them.
   */
  private async publish(): Promise<void> {
    const edited = [...this.edited];
    for (const uri of edited) await this.updateOpen(uri);
    const { index } = this.files;
    const changed = this.files.takeChanged();
    const others = this.scan.isRunning ? [] : index.takeChanged();
    await this.sources.pace.finish(this.view.changing(changed, others));
    let isOutdated = false;
    for (const uri of new Set([...changed, ...others, ...edited])) {
      // Undefined if the file has changed meanwhile: it is published again soon.
      const across = await this.sources.pace.finish(index.comparing(uri));
      const open = this.open.get(uri);
      if (open?.isShown) isOutdated ||= open.isOutdated(index);
      else if (across) this.problems.publish(uri, across);
    }
    if (isOutdated) this.sources.refresh();
    if (!this.scan.isDue && (await this.near.follow())) this.soon();
  }
}
