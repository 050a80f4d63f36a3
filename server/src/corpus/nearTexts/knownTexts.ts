/**
 * The signatures of a corpus's texts, by the digests of the texts. A digest names one text for ever, so nothing in here can be out of
 * date.
 */
import { Signatures } from './signatures';

/** So many texts that are gone are always kept. */
const FEW = 1000;

export class KnownTexts {
  readonly signatures = new Signatures();
  private readonly indexes = new Map<string, number>();

  /** The index of a text among the signatures; undefined if it is not known yet. */
  indexOf(digest: string): number | undefined {
    return this.indexes.get(digest);
  }

  /** Whether the corpus no longer has most of the texts: `present` is how many of them it has. */
  areMostlyGone(present: number): boolean {
    return this.signatures.length > 2 * present + FEW;
  }

  /** Adds a text, unless it is known. */
  add(digest: string, text: string): void {
    if (this.indexes.has(digest)) return;
    this.indexes.set(digest, this.signatures.length);
    this.signatures.add(text);
  }
}
