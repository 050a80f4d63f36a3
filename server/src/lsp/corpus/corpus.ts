/** The corpus in the workspace: keeps what is known of it up to date, and tells its problems. */
import { type Diagnostic, FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { IndexedFile } from '../../corpus/corpusIndex';
import { canonical } from '../../corpus/uris';
import type { ArticleDocument } from '../documents/document';
import type { Verdicts } from '../verdict/verdicts';
import { CorpusFiles, type FileSources } from './files';
import type { Listing } from './folder';
import { OpenFile } from './openFile';
import { ToldProblems } from './reportedProblems';
import { CorpusScan, type ScanSources } from './scan';
import { CorpusView } from './view';

/** How long changes are gathered before problems are told anew, in milliseconds. */
const PAUSE = 200;

export interface CorpusSources extends Listing, FileSources, ScanSources {
  readonly verdicts: Verdicts;
  /** The answers on open documents have changed. */
  readonly refresh: () => void;
}

export class Corpus {
  readonly files: CorpusFiles;
  readonly view: CorpusView;
  private readonly open = new Map<string, OpenFile>();
  /** Files whose documents have changed since they were taken up. */
  private readonly edited = new Set<string>();
  private readonly scan: CorpusScan;
  private readonly problems: ToldProblems;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sources: CorpusSources) {
    const { connection, client } = sources;
    const soon = () => this.soon();
    this.files = new CorpusFiles(sources, (uri) => this.open.has(uri), soon);
    this.scan = new CorpusScan(sources, this.files, soon);
    this.problems = new ToldProblems(connection, client, this.files.index);
    this.view = new CorpusView(connection, client, this.files, () => this.scan.isDue);
  }

  /** Checks the folders from scratch: at the beginning, and when folders or settings have changed. */
  start(): void {
    this.scan.start(() => this.openFolders());
  }

  /** Leaves the rest of the folders unchecked. */
  stop(): void {
    this.scan.stop();
  }

  /** Resolves when all files have been taken up, or the rest of them is left unread. */
  async scanned(): Promise<void> {
    await this.scan.ended();
    for (const uri of this.edited) await this.takeOpen(uri);
  }

  /** Other files may belong to the corpus from now on, open ones as well. */
  private async openFolders(): Promise<void> {
    const { settings } = this.sources;
    await this.files.folders.open(this.sources, settings.folders);
    for (const uri of this.open.keys()) this.edited.add(uri);
  }

  opened(document: ArticleDocument): void {
    this.show(document, [...this.others(document), document]);
  }

  /** An open document has changed. Its problems follow when they are asked for, all others in a moment. */
  changed(document: ArticleDocument): void {
    this.edited.add(document.file);
    clearTimeout(this.timer); // While somebody types, nothing else takes time.
    this.timer = undefined;
    this.soon();
  }

  /** An open document has thrown its answers away: until it is asked for anew, it is as one that is not open. */
  hidden(document: ArticleDocument): void {
    const open = this.shownBy(document);
    if (!open) return;
    open.isShown = false;
    this.problems.tell(document.file);
  }

  /** The file's problems are told at once as they were, and again when it has been read. */
  closed(document: ArticleDocument): void {
    const others = this.others(document);
    if (others.length > 0) {
      this.show(document, others);
      return;
    }
    this.open.delete(document.file);
    if (!this.sources.client().pullsDiagnostics) this.problems.send(document.uri, []);
    this.problems.tell(document.file);
    this.scan.reread([document.file]);
  }

  /** The server itself has written files. */
  written(uris: readonly string[]): void {
    this.scan.reread(uris);
  }

  /** Files on disk have changed. */
  watched(events: readonly FileEvent[]): void {
    for (const event of events) {
      const uri = canonical(event.uri);
      if (event.type === FileChangeType.Deleted) this.scan.reread(this.files.below(uri));
      if (this.files.folders.has(uri) || this.files.index.get(uri)) this.scan.reread([uri]);
      else if (event.type === FileChangeType.Created) this.folderCreated(uri).catch(() => {});
    }
  }

  /** Asks the rules at once, while the client's request for the verdict is still on its way. */
  async prepare(document: ArticleDocument): Promise<void> {
    await this.indexed(document);
  }

  /** All that is wrong with an open document. From now on its problems are in these answers, and nowhere else. */
  async diagnostics(document: ArticleDocument): Promise<Diagnostic[]> {
    const file = await this.indexed(document);
    const open = this.shownBy(document);
    if (!open) return [];
    const across = open.answer(file, this.files);
    if (this.problems.leave(file.uri) && this.sources.client().pullsDiagnostics) this.problems.send(file.uri, []);
    return this.problems.diagnostics(file, across);
  }

  /** What an open document is to the corpus. */
  private indexed(document: ArticleDocument): Promise<IndexedFile> {
    return this.sources.verdicts.of(document, this.files.folders.nameOf(document.file));
  }

  /** The file whose problems a document has; undefined where another one has them, or the document is closed. */
  private shownBy(document: ArticleDocument): OpenFile | undefined {
    const open = this.open.get(document.file);
    return open?.document === document ? open : undefined;
  }

  /** The other open documents of the same file. */
  private others(document: ArticleDocument): readonly ArticleDocument[] {
    return this.open.get(document.file)?.without(document) ?? [];
  }

  /** The document's file is shown by these from now on. */
  private show(document: ArticleDocument, documents: readonly ArticleDocument[]): void {
    const open = new OpenFile(documents);
    this.open.set(document.file, open);
    this.changed(document);
    if (documents.length > 1 || open.document !== document) this.sources.refresh();
  }

  private async folderCreated(uri: string): Promise<void> {
    for await (const uris of this.files.folders.filesBelow(uri)) this.scan.reread(uris);
  }

  /** Takes up what a file is in the editor. */
  private async takeOpen(uri: string): Promise<void> {
    this.edited.delete(uri);
    const document = this.open.get(uri)?.document;
    if (!document) return;
    const file = await this.indexed(document);
    this.shownBy(document)?.compare(file, this.files);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tell().catch(this.sources.report);
    }, PAUSE);
  }

  /** Tells what has changed. While the scan runs, what files have in common is not told: each file would change it. */
  private async tell(): Promise<void> {
    const edited = [...this.edited];
    for (const uri of edited) await this.takeOpen(uri);
    const { index } = this.files;
    const changed = this.files.takeChanged();
    const others = this.scan.isRunning ? [] : index.takeChanged();
    this.view.changed(changed, others);
    let isOutdated = false;
    for (const uri of new Set([...changed, ...others, ...edited])) {
      const open = this.open.get(uri);
      if (!open?.isShown) this.problems.tell(uri);
      else if (open.isOutdated(index)) isOutdated = true;
    }
    if (isOutdated) this.sources.refresh();
  }
}
