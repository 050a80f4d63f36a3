/** Deltas, in which git's packs keep an object by what it has in common with another one. */

/**
 * The bytes that a delta makes of its base (git's documentation, gitformat-pack). Throws when it is none, or makes more than
 * so many bytes.
 */
export function applied(delta: Buffer, base: Buffer, most: number): Buffer {
  const bytes = new Bytes(delta);
  if (bytes.size() !== base.length) throw new RangeError('The delta is of another base.');
  const size = bytes.size();
  if (size > most) throw new RangeError('The object is too large.');
  const made = Buffer.alloc(size);
  let end = 0;
  while (bytes.isLeft) {
    const part = partOf(bytes, base);
    if (end + part.length > size) throw new RangeError('The delta makes more than it says.');
    end += part.copy(made, end);
  }
  if (end !== size) throw new RangeError('The delta makes less than it says.');
  return made;
}

/** What the next instruction adds: a stretch of the base, or bytes that follow. */
function partOf(bytes: Bytes, base: Buffer): Buffer {
  const instruction = bytes.next();
  if (instruction === 0) throw new RangeError('This instruction means nothing.');
  if (instruction < 0x80) return bytes.take(instruction);
  const start = bytes.number(instruction, 4);
  const length = bytes.number(instruction >> 4, 3) || 0x10000;
  if (start + length > base.length) throw new RangeError('The base is shorter.');
  return base.subarray(start, start + length);
}

class Bytes {
  private at = 0;

  constructor(private readonly all: Buffer) {}

  get isLeft(): boolean {
    return this.at < this.all.length;
  }

  next(): number {
    return this.all.readUInt8(this.at++);
  }

  take(count: number): Buffer {
    if (this.at + count > this.all.length) throw new RangeError('The delta ends early.');
    this.at += count;
    return this.all.subarray(this.at - count, this.at);
  }

  /** A length: seven bits a byte, the lowest first. */
  size(): number {
    let size = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.next();
      size += (byte & 0x7f) * factor;
      if (byte < 0x80) return size;
    }
  }

  /** A number of which only the bytes are there whose bits are set, the lowest first. */
  number(bits: number, most: number): number {
    let number = 0;
    for (let index = 0; index < most; index++) if (bits & (1 << index)) number += this.next() * 0x100 ** index;
    return number;
  }
}
