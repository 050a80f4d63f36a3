/**
 * Cuts a stream of bytes at places where articles certainly begin. A file of any length can then be checked in little memory,
 * and healthy articles need not be decoded. The result does not depend on where the blocks of the stream end.
 */
import { isUtf8 } from 'node:buffer';
import { type HealthyArticle, healthyArticle, isBorder, nextBorder, UTF_8 } from '../../core/parse/proof';

/** A part of a document that can be parsed by itself. Its bytes are valid until the next part is requested. */
export interface Part {
  /** A buffer, in which the part is from `start` to `end`. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Set if the part is one article proven healthy. Its values are bytes, as Latin-1. */
  readonly healthy: HealthyArticle | undefined;
  /** Whether the part begins the document. */
  readonly first: boolean;
  /** Whether the part ends the document. */
  readonly final: boolean;
}

const BLOCK = 1024 * 1024;

/** Whether a document ends with the bytes that have been read. */
export type End = 'open' | 'likely' | 'certain';

export class Cutter {
  private buffer = Buffer.allocUnsafeSlow(BLOCK);
  private start = 0;
  private end = 0;
  private isFirst = true;
  private provenUntil: string | undefined;
  /** With fewer bytes than this, there is no use in looking for a border again. */
  private enough = 0;

  /**
   * Begins another document, or goes on with one at a border, in the memory of the one before. No date of a healthy article is after
   * `provenUntil`, YYYY-MM-DD; without it, no article is taken for healthy.
   */
  reset(provenUntil: string | undefined, isFirst = true): void {
    this.provenUntil = provenUntil;
    this.start = 0;
    this.end = 0;
    this.isFirst = isFirst;
    this.enough = 0;
  }

  /** The room into which the next bytes of the document are to be written; never empty. */
  room(): Uint8Array {
    if (this.end < this.buffer.length) return this.buffer.subarray(this.end);
    const rest = this.buffer.subarray(this.start, this.end);
    if (this.start === 0) this.buffer = Buffer.allocUnsafeSlow(this.buffer.length * 2);
    this.buffer.set(rest);
    this.start = 0;
    this.end = rest.length;
    return this.buffer.subarray(this.end);
  }

  /** The bytes that are not in a part yet. */
  rest(): Buffer {
    return this.buffer.subarray(this.start, this.end);
  }

  /**
   * The parts that are complete once `count` more bytes are in the room. `end` says whether the document ends with them; if
   * that is only likely, a healthy article that ends there makes it certain.
   */
  *take(count: number, end: End): Generator<Part> {
    this.end += count;
    const isLast = end === 'certain';
    if (end === 'open' && this.end - this.start < this.enough) return;
    const bytes = this.rest();
    const text = bytes.toString('latin1');
    let start = 0;
    while (start < bytes.length) {
      const healthy = this.healthyAt(bytes, text, start, end);
      const border = healthy?.end ?? nextBorder(text, start, UTF_8) ?? (isLast ? bytes.length : undefined);
      if (border === undefined) break;
      const first = this.isFirst;
      this.isFirst = false;
      this.start += border - start;
      const final = border === bytes.length && end !== 'open';
      yield { bytes, start, end: border, healthy, first, final };
      start = border;
    }
    // The next look needs twice as many bytes, so that the time stays linear if there is no border for long.
    this.enough = (this.end - this.start) * 2;
  }

  /** The article at `start`, if it is proven that it is healthy and ends at a border. `text` is the bytes as Latin-1. */
  private healthyAt(bytes: Buffer, text: string, start: number, end: End): HealthyArticle | undefined {
    if (this.provenUntil === undefined) return undefined;
    const article = healthyArticle(text, start, UTF_8);
    if (!article || article.latest > this.provenUntil || !isUtf8(bytes.subarray(start, article.end))) return undefined;
    const isWhole = article.end === bytes.length ? end !== 'open' : isBorder(text, article.end, UTF_8);
    return isWhole ? article : undefined;
  }
}
