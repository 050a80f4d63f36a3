/** What an editor does with each server: opens, edits, outlines and folds a document. */
import { type Corpus, corpus, type Edit, edits } from '../corpora/corpus';
import type { LanguageName } from '../corpora/languages';
import { type Measurement, timed } from '../measurement';
import { type Server, WITH_DOCUMENTS } from '../servers';
import { Session, TimedOut } from '../session';
import type { Extent, Suite } from './suite';

/** Edits before those that count, so that the figures show the hours of an editor and not its first second. */
const WARM_UP = 20;

/** The servers take turns of this many edits, so that other work on the machine affects all of them equally. */
const TURN = 20;

/** The remark if there is no figure. */
const LATE = 'no answer in time';

const MEGABYTE = 1_000_000;

export const editing: Suite = {
  name: 'editing',
  async *run(extent: Extent): AsyncGenerator<Measurement> {
    let servers = WITH_DOCUMENTS;
    for (const bytes of extent.sizes) {
      const corpora = new Map<LanguageName, Corpus>();
      for (const { language } of servers) if (!corpora.has(language)) corpora.set(language, corpus(language, bytes));
      const subjects = servers.map(
        (server) => new Subject(server, corpora.get(server.language) as Corpus, bytes, extent),
      );
      for (let round = 0; round < extent.starts; round++) {
        for (const subject of subjects) await subject.open();
      }
      for (let done = -WARM_UP; done < extent.edits; done += TURN) {
        for (const subject of subjects) await subject.type(done >= 0);
      }
      for (let done = 0; done < extent.outlines; done++) {
        for (const subject of subjects) await subject.outline();
      }
      for (const subject of subjects) {
        subject.weigh();
        await subject.end();
        yield* subject.measurements();
      }
      // A server that did not finish at this size will not finish at a larger one.
      servers = subjects.filter(({ isSlow }) => !isSlow).map(({ server }) => server);
    }
  },
};

/** One server at one size, with its measurements. */
class Subject {
  private readonly edits: Generator<Edit, never>;
  private session: Session | undefined;
  private readonly samples = new Map<string, number[]>();
  /** Measurements that took too long or were refused, with the reason. */
  private readonly failures = new Map<string, string>();
  /** Milliseconds left for edits. */
  private left: number;

  constructor(
    readonly server: Server,
    private readonly corpus: Corpus,
    private readonly bytes: number,
    private readonly extent: Extent,
  ) {
    this.edits = edits(this.corpus);
    this.left = extent.patience;
  }

  /** An answer came too late, or the time for edits was over before all were made. */
  get isSlow(): boolean {
    return this.isLate || this.left <= 0;
  }

  private get isLate(): boolean {
    return [...this.failures.values()].includes(LATE);
  }

  /** Opens the document in a fresh process; the last one stays. */
  async open(): Promise<void> {
    await this.attempt('open → verdict', async (session) => {
      await session?.stop();
      const fresh = await Session.start(this.server, this.extent.patience);
      this.session = fresh;
      await fresh.untilReady();
      return timed(() => fresh.open(this.corpus));
    });
  }

  /** A turn of edits. */
  async type(counts: boolean): Promise<void> {
    const reserve = counts ? 0 : this.extent.patience / 2;
    for (let done = 0; done < TURN && this.left > reserve; done++) {
      await this.attempt(counts ? 'edit → verdict' : 'warm-up', async (session) => {
        const time = await timed(() => session?.edit(this.nextEdit()));
        this.left -= time;
        return time;
      });
    }
  }

  /** The outline and the folds after an edit; the time does not include the verdict. */
  async outline(): Promise<void> {
    await this.attempt('outline after an edit', async (session) => {
      await session?.edit(this.nextEdit());
      return timed(() => session?.documentSymbols());
    });
    await this.attempt('folds after an edit', async (session) => {
      await session?.edit(this.nextEdit());
      return timed(() => session?.foldingRanges());
    });
  }

  weigh(): void {
    const memory = this.session?.memory;
    if (memory !== undefined) this.record('memory', memory / MEGABYTE);
  }

  async end(): Promise<void> {
    await this.session?.stop();
    this.session = undefined;
  }

  *measurements(): Generator<Measurement> {
    const { name } = this.server;
    this.samples.delete('warm-up');
    for (const [what, samples] of this.samples) {
      yield { what, subject: name, bytes: this.bytes, unit: what === 'memory' ? 'MB' : 'ms', samples };
    }
    for (const [what, remark] of this.failures) {
      yield { what, subject: name, bytes: this.bytes, unit: 'ms', samples: [], remark };
    }
  }

  private nextEdit(): Edit {
    return this.edits.next().value;
  }

  private record(what: string, sample: number): void {
    this.samples.set(what, [...(this.samples.get(what) ?? []), sample]);
  }

  /** Takes one sample. A refused request is not repeated, and a server that was late gets no more requests. */
  private async attempt(what: string, work: (session: Session | undefined) => Promise<number>): Promise<void> {
    if (this.isLate || this.failures.has(what)) return;
    try {
      this.record(what, await work(this.session));
    } catch (error) {
      this.failures.set(what, error instanceof TimedOut ? LATE : 'refused');
      if (this.isLate) await this.end();
    }
  }
}
