/** For some of many texts: which others seem the closest to each, in 65 bytes for each of them. */

/** Each text has so many others at most. */
export const MOST_COMPARED = 12;

/** How many texts are kept in one list. */
const CHUNK = 512;

interface Chunk {
  readonly others: Uint32Array;
  readonly likeness: Uint8Array;
  /** How many others were added, one more than MOST_COMPARED for all numbers above that. */
  readonly counts: Uint8Array;
}

export class Likely {
  private readonly chunks: Chunk[] = [];
  /** Where each text is in the chunks. */
  private readonly slots: Int32Array;
  /** The texts that have others. */
  readonly texts: number[] = [];

  /** `length` is above the indexes of all texts. */
  constructor(length: number) {
    this.slots = new Int32Array(length).fill(-1);
  }

  has(text: number): boolean {
    return (this.slots[text] as number) !== -1;
  }

  /** Adds another text, once, if it is closer than the closest ones so far or there are few of them. */
  add(text: number, other: number, likeness: number): void {
    if (!this.has(text)) this.begin(text);
    const { chunk, slot, from } = this.placeOf(text);
    const count = chunk.counts[slot] as number;
    let at = from + count;
    if (count < MOST_COMPARED) chunk.counts[slot] = count + 1;
    else {
      chunk.counts[slot] = MOST_COMPARED + 1;
      at = from;
      for (let each = from; each < from + MOST_COMPARED; each++)
        if ((chunk.likeness[each] as number) < (chunk.likeness[at] as number)) at = each;
      if (likeness <= (chunk.likeness[at] as number)) return;
    }
    chunk.others[at] = other;
    chunk.likeness[at] = likeness;
  }

  /** The others of a text. */
  of(text: number): Uint32Array {
    if (!this.has(text)) return NOTHING;
    const { chunk, slot, from } = this.placeOf(text);
    return chunk.others.subarray(from, from + Math.min(chunk.counts[slot] as number, MOST_COMPARED));
  }

  /** Whether more others were added than are kept. */
  hasMore(text: number): boolean {
    if (!this.has(text)) return false;
    const { chunk, slot } = this.placeOf(text);
    return (chunk.counts[slot] as number) > MOST_COMPARED;
  }

  private begin(text: number): void {
    const index = this.texts.push(text) - 1;
    this.slots[text] = index;
    if (index % CHUNK !== 0) return;
    const others = new Uint32Array(CHUNK * MOST_COMPARED);
    this.chunks.push({ others, likeness: new Uint8Array(CHUNK * MOST_COMPARED), counts: new Uint8Array(CHUNK) });
  }

  private placeOf(text: number): { chunk: Chunk; slot: number; from: number } {
    const index = this.slots[text] as number;
    const slot = index % CHUNK;
    return { chunk: this.chunks[Math.floor(index / CHUNK)] as Chunk, slot, from: slot * MOST_COMPARED };
  }
}

const NOTHING = new Uint32Array(0);
