/** Finds the files of the corpus and reads them, in the background. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Pace } from './pace';

/** How many files are read at a time. */
const READERS = 16;

/** What is scanned. */
export interface Scanned {
  /** The URIs of the files in the workspace, in portions. */
  list(): AsyncIterable<readonly string[]>;
  /** Reads a file. The result takes it up, and is called when no verdict is due; it gives way to those that come then. */
  read(uri: string): Promise<() => Promise<void>>;
  /** All files have been read, and these are all there are. */
  complete(listed: ReadonlySet<string>): void;
}

/** Reads all files once, and then those that are named. */
export class CorpusScan {
  private readonly waiting = new Set<string>();
  /** Counts the scans; one that is not the latest has been given up. */
  private scans = 0;
  private working: Promise<void> | undefined;
  private progress: WorkDoneProgressServerReporter | undefined;
  private total = 0;
  /** A scan is under way. */
  isRunning = false;

  constructor(
    private readonly connection: Connection,
    private readonly scanned: Scanned,
    private readonly pace: Pace,
    private readonly showsProgress: () => boolean,
  ) {}

  /** Reads all files, anew if that is under way already. */
  async start(): Promise<void> {
    this.stop();
    const scan = this.scans;
    this.isRunning = true;
    const progress = this.showsProgress() ? await this.newProgress() : undefined;
    progress?.begin('Checking articles', 0, undefined, true);
    progress?.token.onCancellationRequested(() => scan === this.scans && this.stop());
    try {
      const listed = new Set<string>();
      for await (const uris of this.scanned.list()) {
        if (scan !== this.scans) return;
        for (const uri of uris) listed.add(uri);
        progress?.report(0, `${listed.size} files found`);
        await this.pace.turn();
      }
      if (scan !== this.scans) return;
      this.progress = progress;
      await this.reread(listed);
      if (scan === this.scans) this.scanned.complete(listed);
    } finally {
      progress?.done();
      if (scan === this.scans) this.isRunning = false;
    }
  }

  /** A client may refuse to show it, whatever it has said that it can do. */
  private newProgress(): Promise<WorkDoneProgressServerReporter | undefined> {
    return this.connection.window.createWorkDoneProgress().catch(() => undefined);
  }

  /** Leaves unread what is not read yet. */
  stop(): void {
    this.scans++;
    this.isRunning = false;
    this.progress = undefined;
    this.waiting.clear();
  }

  /** Reads files that have changed, or may have; resolves when nothing is waiting any more. */
  reread(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) this.waiting.add(uri);
    this.total = this.waiting.size;
    if (this.waiting.size > 0) this.working ??= this.work();
    return this.working ?? Promise.resolve();
  }

  private async work(): Promise<void> {
    try {
      while (this.waiting.size > 0) await this.readPortion();
    } finally {
      this.working = undefined; // In the same turn as the last look at what is waiting.
    }
  }

  private async readPortion(): Promise<void> {
    const portion = this.next();
    for (const take of await Promise.all(portion.map((uri) => this.scanned.read(uri)))) {
      await this.pace.turn();
      await take();
    }
    const read = this.total - this.waiting.size;
    this.progress?.report(Math.floor((100 * read) / this.total), `${read} of ${this.total} files`);
  }

  private next(): string[] {
    const portion: string[] = [];
    for (const uri of this.waiting) {
      if (portion.length === READERS) break;
      portion.push(uri);
      this.waiting.delete(uri);
    }
    return portion;
  }
}
