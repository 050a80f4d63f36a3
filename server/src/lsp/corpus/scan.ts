/** Finds and reads the files of the corpus in the background. */
import type { Connection } from 'vscode-languageserver';
import { counted, plural } from '../../core/language';
import type { Pace } from '../pace';
import type { ClientAbilities } from '../start/clientAbilities';
import type { CorpusFiles } from './files';
import { ScanProgress } from './scanProgress';

/** How many files are read at a time. */
const READERS = 16;

/** How long a scan waits for further reasons to scan, in milliseconds. They come in bursts. */
const PAUSE = 200;

export interface ScanSources {
  readonly connection: Connection;
  readonly pace: Pace;
  readonly client: ClientAbilities;
  readonly report: (error: unknown) => void;
}

/** What others ask of a scan. */
export type ScanState = Pick<CorpusScan, 'isDue' | 'wasStopped'>;

/** Reads all files once, and after that the files that `reread` names. */
export class CorpusScan {
  /** The timer of the next scan, while it has not begun. */
  private starting: ReturnType<typeof setTimeout> | undefined;
  /** Whether that scan shows its progress. */
  private showsNext = false;
  /** How many scans have begun and have not ended, and how many of these do not read files yet. */
  private begun = 0;
  private preparing = 0;
  /** To be called when no scan is left. */
  private readonly awaiting: (() => void)[] = [];
  /** Files to be read. */
  private readonly waiting = new Set<string>();
  /** The number of the latest scan. A scan with a lower number has been abandoned. */
  private scans = 0;
  private working: Promise<void> | undefined;
  private progress: ScanProgress | undefined;
  private total = 0;
  /** How often a scan was stopped. */
  private stops = 0;
  /** Whether a scan is under way. */
  isRunning = false;
  /** Whether all files have been read, and no check was stopped since. */
  isComplete = false;
  /** Whether the last scan was stopped before all files were read. */
  wasStopped = false;

  constructor(
    private readonly sources: ScanSources,
    private readonly files: CorpusFiles,
    /** Called when all files have been read, or the scan was stopped. */
    private readonly whenDone: () => void,
  ) {}

  /** Whether a scan is under way or about to begin. */
  get isDue(): boolean {
    return this.starting !== undefined || this.preparing > 0 || this.isRunning;
  }

  /**
   * Reads all files, after a pause and after `prepare`. If a scan is under way, it is abandoned. A quiet one shows no progress, and reads
   * only those that look different; it becomes an ordinary one if one was due.
   */
  start(prepare: () => Promise<void>, isShown = true): void {
    if (isShown) this.files.forgetSeen();
    this.showsNext = isShown || (this.starting !== undefined && this.showsNext);
    clearTimeout(this.starting);
    this.starting = setTimeout(() => {
      this.starting = undefined;
      this.begun++;
      this.preparing++;
      const { stops } = this;
      prepare()
        .finally(() => this.preparing--)
        .then(() => (stops === this.stops ? this.readAll(this.showsNext) : undefined))
        .catch(this.sources.report)
        .finally(() => this.end());
    }, PAUSE);
  }

  /** Stops the scan, also one that is about to begin. Files that have not been read stay unread. */
  stop(): void {
    this.wasStopped ||= this.isDue;
    this.stops++;
    clearTimeout(this.starting);
    this.starting = undefined;
    this.abandon();
    this.isComplete = false;
    this.whenDone();
    this.settle();
  }

  /** Resolves when no scan is under way, nor about to begin. */
  async ended(): Promise<void> {
    if (this.starting || this.begun > 0) await new Promise<void>((resolve) => this.awaiting.push(resolve));
  }

  /** Reads files that have changed, or may have. */
  reread(uris: readonly string[]): void {
    this.files.forgetSeen(uris);
    this.read(uris).catch(this.sources.report);
  }

  private end(): void {
    this.begun--;
    this.settle();
  }

  /** Answers those who wait, if no scan is under way, nor about to begin. */
  private settle(): void {
    if (this.starting || this.begun > 0) return;
    for (const resolve of this.awaiting.splice(0)) resolve();
  }

  private abandon(): void {
    this.scans++;
    this.isRunning = false;
    this.progress = undefined;
    this.waiting.clear();
  }

  private async readAll(isShown: boolean): Promise<void> {
    this.abandon();
    const scan = this.scans;
    this.isRunning = true;
    this.wasStopped = false;
    const progress = isShown ? this.newProgress(scan) : undefined;
    try {
      const listed = new Set<string>();
      for await (const uris of this.files.folders.files()) {
        if (scan !== this.scans) return;
        for (const uri of uris) listed.add(uri);
        progress?.report(0, plural(listed.size, '{0} file found', '{0} files found'));
        await this.sources.pace.turn();
      }
      if (scan !== this.scans) return;
      this.progress = progress;
      await this.read(listed);
      if (scan !== this.scans) return;
      this.files.keep(listed);
      this.isComplete = true;
      this.whenDone();
    } finally {
      progress?.done();
      if (scan === this.scans) this.isRunning = false;
    }
  }

  /** Undefined if the client does not show progress. */
  private newProgress(scan: number): ScanProgress | undefined {
    const { client, connection } = this.sources;
    if (!client.showsProgress) return undefined;
    return new ScanProgress(connection.window.createWorkDoneProgress(), () => scan === this.scans && this.stop());
  }

  /** Adds files to those waiting, and resolves when all have been read. */
  private read(uris: Iterable<string>): Promise<void> {
    for (const uri of uris) this.waiting.add(uri);
    this.total = this.waiting.size;
    if (this.waiting.size > 0) this.working ??= this.work();
    return this.working ?? Promise.resolve();
  }

  private async work(): Promise<void> {
    try {
      while (this.waiting.size > 0) await this.readPortion();
    } finally {
      this.working = undefined; // No `await` since the loop saw that nothing waits, so no file can be added unnoticed.
    }
  }

  private async readPortion(): Promise<void> {
    const portion = this.next();
    for (const take of await Promise.all(portion.map((uri) => this.files.read(uri)))) {
      await this.sources.pace.turn();
      await take();
    }
    const read = this.total - this.waiting.size;
    const message = plural(this.total, '{1} of {0} file', '{1} of {0} files', counted(read));
    this.progress?.report(Math.floor((100 * read) / this.total), message);
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
