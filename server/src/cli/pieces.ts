/**
 * Cuts a stream of bytes where articles certainly begin, so that a file of any length is checked in little memory, and
 * healthy articles are passed over without being decoded. Where the blocks of the stream end makes no difference.
 */
import { type HealthyArticle, healthyArticle, isBorder, nextBorder } from '../core/healthy';

/** A part of a document that can be parsed by itself. Its bytes are valid until the next one is asked for. */
export interface Piece {
  /** The bytes at hand, of which `start` to `end` are the piece. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The piece is one article that is proven healthy; its offsets are those of `bytes`. */
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
  private buffer = new Uint8Array(BLOCK);
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
    if (this.start === 0) this.buffer = new Uint8Array(this.buffer.length * 2);
    this.buffer.set(rest);
    this.start = 0;
    this.end = rest.length;
    return this.buffer.subarray(this.end);
  }

  /** The bytes that are in no piece yet. */
  rest(): Uint8Array {
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
    const bytes = this.buffer.subarray(0, this.end);
    while (this.start < this.end) {
      const { start } = this;
      const healthy = today === undefined ? undefined : this.provenUpToBorder(bytes, end !== 'open', today);
      const border = healthy?.end ?? nextBorder(bytes, start) ?? (isLast ? this.end : undefined);
      if (border === undefined) break;
      const first = this.isFirst;
      this.isFirst = false;
      this.start = border;
      const final = border === bytes.length && end !== 'open';
      yield { bytes, start, end: border, healthy, first, final };
    }
    // Twice as much before the next look, so that the time stays linear where no border is in sight.
    this.enough = (this.end - this.start) * 2;
  }

  private provenUpToBorder(bytes: Uint8Array, isLast: boolean, today: string): HealthyArticle | undefined {
    const article = healthyArticle(bytes, this.start, today);
    if (!article) return undefined;
    const isWhole = article.end === bytes.length ? isLast : isBorder(bytes, article.end);
    return isWhole ? article : undefined;
  }
}
