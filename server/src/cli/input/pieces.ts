/**
 * Cuts a stream of bytes where articles certainly begin, so that a file of any length is checked in little memory, and
 * healthy articles are passed over without being decoded. Where the blocks of the stream end makes no difference.
 */
import { isUtf8 } from 'node:buffer';
import { type HealthyArticle, healthyArticle, isBorder, nextBorder, UTF_8 } from '../../core/parse/proof';

/** A part of a document that can be parsed by itself. Its bytes are valid until the next one is asked for. */
export interface Piece {
  /** The bytes at hand, of which `start` to `end` are the piece. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The piece is one article that is proven healthy; its values are bytes, as Latin-1. */
  readonly healthy: HealthyArticle | undefined;
  /** The piece begins the document. */
  readonly first: boolean;
  /** The piece ends the document. */
  readonly final: boolean;
}

const BLOCK = 1024 * 1024;

/** Whether a document goes on behind the bytes that are known of it. */
export type End = 'open' | 'likely' | 'certain';

export class Cutter {
  private buffer = Buffer.allocUnsafeSlow(BLOCK);
  private start = 0;
  private end = 0;
  private isFirst = true;
  /** With fewer bytes than this there is no border, as was found before. */
  private enough = 0;

  /** Begins with another document, in the memory of the one before. */
  reset(): void {
    this.start = 0;
    this.end = 0;
    this.isFirst = true;
    this.enough = 0;
  }

  /** Where the next bytes of the document go; never empty. */
  room(): Uint8Array {
    if (this.end < this.buffer.length) return this.buffer.subarray(this.end);
    const rest = this.buffer.subarray(this.start, this.end);
    if (this.start === 0) this.buffer = Buffer.allocUnsafeSlow(this.buffer.length * 2);
    this.buffer.set(rest);
    this.start = 0;
    this.end = rest.length;
    return this.buffer.subarray(this.end);
  }

  /** The bytes that are in no piece yet. */
  rest(): Buffer {
    return this.buffer.subarray(this.start, this.end);
  }

  /**
   * The pieces that are complete with so many more bytes in the room. `end` says whether the document ends with them; where
   * that is only likely, a healthy article that ends there makes it certain.
   * `today`, YYYY-MM-DD, is what no date of a healthy article lies behind; without it nothing is taken for healthy.
   */
  *take(count: number, end: End, today: string | undefined): Generator<Piece> {
    this.end += count;
    const isLast = end === 'certain';
    if (end === 'open' && this.end - this.start < this.enough) return;
    const bytes = this.rest();
    const text = bytes.toString('latin1');
    let start = 0;
    while (start < bytes.length) {
      const healthy = today === undefined ? undefined : provenUpToBorder(bytes, text, start, today, end);
      const border = healthy?.end ?? nextBorder(text, start, UTF_8) ?? (isLast ? bytes.length : undefined);
      if (border === undefined) break;
      const first = this.isFirst;
      this.isFirst = false;
      this.start += border - start;
      const final = border === bytes.length && end !== 'open';
      yield { bytes, start, end: border, healthy, first, final };
      start = border;
    }
    // Twice as much before the next look, so that the time stays linear where no border is in sight.
    this.enough = (this.end - this.start) * 2;
  }
}

/** The article at `start` of the bytes, which are `text` as Latin-1, if it is proven that it is healthy and where it ends. */
function provenUpToBorder(
  bytes: Buffer,
  text: string,
  start: number,
  today: string,
  end: End,
): HealthyArticle | undefined {
  const article = healthyArticle(text, start, UTF_8);
  if (!article || article.latest > today || !isUtf8(bytes.subarray(start, article.end))) return undefined;
  const isWhole = article.end === bytes.length ? end !== 'open' : isBorder(text, article.end, UTF_8);
  return isWhole ? article : undefined;
}
