/** Lets work in the background go on only while nobody waits for an answer. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Steps } from '../core/steps';

/** How long work may hold up messages, in milliseconds. */
export const SLICE = 8;

/** A client that does not ask for the verdict on an edit within so many milliseconds is not waited for. */
const PATIENCE = 1000;

export class Pace {
  private readonly awaited = new Map<string, ReturnType<typeof setTimeout>>();
  private resume: (() => void)[] = [];
  private since = 0;

  /** A document was edited: its verdict goes before all work. */
  edited(uri: string): void {
    clearTimeout(this.awaited.get(uri));
    this.awaited.set(
      uri,
      setTimeout(() => this.answered(uri), PATIENCE),
    );
  }

  /** The verdict on a document is out, or the document is closed. */
  answered(uri: string): void {
    clearTimeout(this.awaited.get(uri));
    this.awaited.delete(uri);
    if (this.awaited.size > 0) return;
    for (const resume of this.resume.splice(0)) resume();
  }

  /** To be awaited between two small pieces of work: gives way to messages, and waits while a verdict is due. */
  async turn(): Promise<void> {
    if (this.awaited.size === 0 && performance.now() - this.since < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    if (this.awaited.size > 0) {
      await new Promise<void>((resolve) => this.resume.push(resolve));
    }
    this.since = performance.now();
  }

  /** The answer to a request, with a turn between two steps; null when the request is cancelled meanwhile. */
  async answer<R>(steps: Steps<R>, token: CancellationToken): Promise<R | null> {
    for (;;) {
      await this.turn();
      if (token.isCancellationRequested) return null;
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** Does a large piece of work, with a turn between two steps. */
  async finish<R>(steps: Steps<R>): Promise<R> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.turn();
    }
  }
}

/** Resolves when a request is cancelled, for work that may end before. */
export function cancelled(token: CancellationToken): Promise<void> {
  // A token that is cancelled from the beginning tells of it to nobody.
  if (token.isCancellationRequested) return Promise.resolve();
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}
