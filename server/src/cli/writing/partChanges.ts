/**
 * Changes a document part by part, so that one of any length takes little memory. The result is that of the change of the whole
 * document.
 */
import { hasBorder, UTF_16 } from '../../core/parse/proof';
import type { UnfixedArticle } from '../../corpus/fixes/fixes';
import { exactText } from '../../corpus/text/exactText';
import { decodePart } from '../reading/origin';
import type { Part } from '../reading/parts';
import type { FolderTerms } from '../settings/settings';
import type { Change, Changed, DocumentPlace } from './changes';

/** The bytes of a part before and after the change: the same object if nothing changes. */
export interface ChangedPart {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface PartsTask {
  readonly change: Change;
  readonly terms: FolderTerms;
  readonly lineEnd: DocumentPlace['lineEnd'];
  /** Why nothing may be changed, if there is a reason. It is thrown at the end, because bytes that are not UTF-8 come first. */
  readonly obstacle: Error | undefined;
}

/** A part that waits until the next one shows whether the two can be changed apart. */
interface Made extends Pick<DocumentPlace, 'first' | 'final'>, Pick<Changed, 'articles' | 'unfixed'> {
  readonly before: Uint8Array;
  /** Its new text; undefined if nothing changes. */
  readonly text: string | undefined;
}

export class PartChanges implements Iterable<ChangedPart> {
  /** How many articles there are in the parts so far. */
  articles = 0;
  readonly unfixed: UnfixedArticle[] = [];
  isChanged = false;
  private failure: unknown;
  /** How many bytes have been read. */
  private bytes = 0;

  /** A healthy one among the parts of a document is one that needs no change. */
  constructor(
    private readonly parts: Iterable<Part>,
    private readonly task: PartsTask,
  ) {
    this.failure = task.obstacle;
  }

  /**
   * The parts with their changes, joined where they cannot be changed apart. Throws a NotUtf8Error for the first byte that is not
   * UTF-8, and at the end what a change has thrown.
   */
  *[Symbol.iterator](): Generator<ChangedPart> {
    let last: Made | undefined;
    for (const part of this.parts) {
      let next = this.made(part);
      if (last && canBeParted(last, next)) yield this.done(last);
      else if (last) next = this.together(last, next);
      last = next;
    }
    if (last) yield this.done(last);
    if (this.failure !== undefined) throw this.failure;
  }

  private made({ bytes, start, end, healthy, first, final }: Part): Made {
    const before = Buffer.from(bytes.subarray(start, end));
    const made = healthy
      ? { before, first, final, text: undefined, articles: 1, unfixed: [] }
      : this.changed(before, first, final);
    this.bytes += before.length;
    return made;
  }

  private changed(before: Uint8Array, first: boolean, final: boolean): Made {
    const { change, terms, lineEnd } = this.task;
    const text = exactText(before, this.bytes);
    try {
      if (this.failure === undefined) {
        const after = change(text, terms, { first, final, lineEnd });
        return { before, first, final, ...after, text: after.text === text ? undefined : after.text };
      }
    } catch (error) {
      this.failure = error;
    }
    return { before, first, final, text: undefined, articles: 0, unfixed: [] };
  }

  private together(last: Made, next: Made): Made {
    return this.changed(Buffer.concat([last.before, next.before]), last.first, next.final);
  }

  private done({ before, text, articles, unfixed }: Made): ChangedPart {
    for (const { index, reason } of unfixed) this.unfixed.push({ index: this.articles + index, reason });
    this.articles += articles;
    this.isChanged ||= text !== undefined;
    return { before, after: text === undefined ? before : Buffer.from(text) };
  }
}

/** Whether an article certainly begins between two parts, also after their changes. */
function canBeParted(last: Made, next: Made): boolean {
  if (last.text === undefined && next.text === undefined) return true;
  const before = textAfter(last);
  return hasBorder(before + textAfter(next), before.length, UTF_16);
}

function textAfter({ text, before }: Made): string {
  return text ?? decodePart(before);
}
