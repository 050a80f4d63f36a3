/** Lets background work run only while no verdict on an edit is due. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Steps } from '../core/steps';

/** The longest time that work may hold up messages, in milliseconds. */
export const SLICE = 8;

/** The same while somebody is typing: an edit then waits for a part of what its verdict takes. */
const SHORT_SLICE = 1;

/** How long after an edit somebody is taken to be typing, in milliseconds. */
const TYPING = 1000;

/** How long background work waits for the client to request the verdict on an edit, in milliseconds. */
const PATIENCE = 1000;

export class Pace {
  private readonly awaited = new Map<string, ReturnType<typeof setTimeout>>();
  private resume: (() => void)[] = [];
  private since = 0;
  private lastEdit = Number.NEGATIVE_INFINITY;

  /** `now` is a clock, in milliseconds. */
  constructor(private readonly now = () => performance.now()) {}

  /** A document was edited. Background work waits until its verdict has been sent. */
  edited(uri: string): void {
    this.lastEdit = this.now();
    clearTimeout(this.awaited.get(uri));
    this.awaited.set(
      uri,
      setTimeout(() => this.answered(uri), PATIENCE),
    );
  }

  /** The verdict on a document has been sent, or the document was closed. */
  answered(uri: string): void {
    clearTimeout(this.awaited.get(uri));
    this.awaited.delete(uri);
    if (this.awaited.size > 0) return;
    for (const resume of this.resume.splice(0)) resume();
  }

  /**
   * To be awaited between two small parts of background work: lets messages through, and waits while a verdict is due.
   */
  async turn(): Promise<void> {
    const now = this.now();
    const slice = now - this.lastEdit < TYPING ? SHORT_SLICE : SLICE;
    if (this.awaited.size === 0 && now - this.since < slice) return;
    await new Promise((resolve) => setTimeout(resolve));
    if (this.awaited.size > 0) {
      await new Promise<void>((resolve) => this.resume.push(resolve));
    }
    this.since = this.now();
  }

  /** The answer to a request, with a turn between steps; null if the request is cancelled meanwhile. */
  async answer<R>(steps: Steps<R>, token: CancellationToken): Promise<R | null> {
    for (;;) {
      await this.turn();
      if (token.isCancellationRequested) return null;
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** Does a large piece of work, with a turn between steps. */
  async finish<R>(steps: Steps<R>): Promise<R> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.turn();
    }
  }
}

/** Resolves when a request is cancelled. For a race with work that may end first. */
export function cancelled(token: CancellationToken): Promise<void> {
  // A token that is already cancelled does not fire the event.
  if (token.isCancellationRequested) return Promise.resolve();
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}
