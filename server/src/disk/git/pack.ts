/** Packs, in which git keeps most objects, and their indexes (git's documentation, gitformat-pack). */
import fs from 'node:fs';
import { inflateSync } from 'node:zlib';
import { applied } from './delta';

/** An object of git: a commit, a tree, the content of a file (a blob). */
export interface GitObject {
  readonly kind: string;
  readonly content: Buffer;
}

/** Larger objects are not read. */
export const MOST = 64 * 1024 * 1024;

/** Git makes chains of 50 deltas, unless somebody asks it for longer ones. */
const DEEPEST = 250;

const KINDS: Readonly<Record<number, string>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const DELTA_BY_PLACE = 6;
const DELTA_BY_NAME = 7;

const MAGIC = 0xff744f63;
const FANOUT = 8;
const NAMES = FANOUT + 256 * 4;

/** More than the length of the two numbers before an object. */
const HEAD = 32;

export class Pack {
  private readonly index: Buffer;
  private readonly file: string;

  /**
   * `index` is the path of an .idx file; `nameLength` how many bytes names have. Throws what Node throws when it cannot
   * be read.
   */
  constructor(
    index: string,
    private readonly nameLength: number,
  ) {
    this.file = index.replace(/idx$/, 'pack');
    if (!fs.statSync(this.file).isFile()) throw new Error('This is not a file but a pipe or a device.');
    this.index = readRegular(index);
  }

  /** Undefined for an object that is not in this pack. Throws when it cannot be read. */
  read(name: Buffer): GitObject | undefined {
    const place = this.placeOf(name);
    if (place === undefined) return undefined;
    const pack = fs.openSync(this.file, 'r');
    try {
      return this.readAt(pack, place, 0);
    } finally {
      fs.closeSync(pack);
    }
  }

  /**
   * Where an object begins in the pack; undefined where it is not in it, or the index is of a kind that is out of use.
   */
  private placeOf(name: Buffer): number | undefined {
    const { index, nameLength } = this;
    if (index.readUInt32BE(0) !== MAGIC || index.readUInt32BE(4) !== 2) return undefined;
    const [first] = name as unknown as [number];
    const count = index.readUInt32BE(FANOUT + 255 * 4);
    let low = first === 0 ? 0 : index.readUInt32BE(FANOUT + (first - 1) * 4);
    let high = index.readUInt32BE(FANOUT + first * 4);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = NAMES + middle * nameLength;
      const order = name.compare(index, start, start + nameLength);
      if (order === 0) return this.placeAt(middle, count);
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    return undefined;
  }

  /** After the names come a checksum of each object, its place, and the places that are beyond 2 GB. */
  private placeAt(index: number, count: number): number {
    const places = NAMES + count * (this.nameLength + 4);
    const place = this.index.readUInt32BE(places + index * 4);
    if (place < 0x80000000) return place;
    return Number(this.index.readBigUInt64BE(places + count * 4 + (place - 0x80000000) * 8));
  }

  private readAt(pack: number, place: number, depth: number): GitObject {
    const head = read(pack, place, HEAD);
    const { kind, size, end } = kindAndSize(head);
    if (size > MOST || depth > DEEPEST) throw new RangeError('The object is too large.');
    if (kind === DELTA_BY_PLACE) {
      const way = distance(head, end);
      const base = this.readAt(pack, place - way.distance, depth + 1);
      return madeOf(base, inflated(pack, place + way.end, size));
    }
    if (kind === DELTA_BY_NAME) {
      const start = place + end;
      const basePlace = this.placeOf(read(pack, start, this.nameLength));
      if (basePlace === undefined) throw new RangeError('The pack lacks a base.');
      const base = this.readAt(pack, basePlace, depth + 1);
      return madeOf(base, inflated(pack, start + this.nameLength, size));
    }
    return { kind: KINDS[kind] ?? '', content: inflated(pack, place + end, size) };
  }
}

function madeOf({ kind, content }: GitObject, delta: Buffer): GitObject {
  return { kind, content: applied(delta, content, MOST) };
}

/** Four bits of the size are in the first byte, beside the kind; seven in each further one. */
function kindAndSize(head: Buffer): { kind: number; size: number; end: number } {
  let end = 0;
  let byte = head.readUInt8(end++);
  const kind = (byte >> 4) & 7;
  let size = byte & 0x0f;
  for (let factor = 0x10; byte & 0x80; factor *= 0x80) {
    byte = head.readUInt8(end++);
    size += (byte & 0x7f) * factor;
  }
  return { kind, size, end };
}

/** How far before a delta its base is: seven bits a byte, the highest first, and one is added for each further byte. */
function distance(head: Buffer, start: number): { distance: number; end: number } {
  let end = start;
  let byte = head.readUInt8(end++);
  let distance = byte & 0x7f;
  while (byte & 0x80) {
    byte = head.readUInt8(end++);
    distance = (distance + 1) * 0x80 + (byte & 0x7f);
  }
  return { distance, end };
}

/**
 * What so many bytes were before they were compressed. How many they are now is not said, but no more than a little
 * over.
 */
function inflated(pack: number, place: number, size: number): Buffer {
  const content = inflateSync(read(pack, place, size + (size >> 8) + 64), { maxOutputLength: size + 1 });
  if (content.length !== size) throw new RangeError('The object has another size.');
  return content;
}

/** All bytes of a file. Throws for a pipe, which may keep us waiting for ever, and what Node throws. */
export function readRegular(file: string): Buffer {
  if (!fs.statSync(file).isFile()) throw new Error('This is not a file but a pipe or a device.');
  return fs.readFileSync(file);
}

/** Fewer bytes at the end of the file. */
function read(file: number, place: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, fs.readSync(file, bytes, 0, length, place));
}
