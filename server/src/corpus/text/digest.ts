/** Digests of texts: equal for equal texts, and in practice never equal for different ones. */
import type { Span } from '../../core/span';

/**
 * The length of a span and 64 bits of hash over its UTF-16 units. All kinds of line ends count as LF, because an editor makes
 * mixed ones the same. Two lanes multiply and rotate like MurmurHash3 (A. Appleby, public domain): one pass, no copy of the
 * text, the same result in Node and in a web worker. It does not resist somebody who searches for collisions.
 */
export function digestOf(text: string, { start, end }: Span): string {
  // Without `| 0`, they would be no integers to the engine, which then takes twice the time.
  let first = 0x9e3779b9 | 0;
  let second = 0x85ebca6b | 0;
  let length = 0;
  for (let at = start; at < end; at++) {
    let unit = text.charCodeAt(at);
    if (unit === 0x0d) {
      if (at + 1 < end && text.charCodeAt(at + 1) === 0x0a) continue;
      unit = 0x0a;
    }
    length++;
    first = Math.imul(first ^ unit, 0xcc9e2d51);
    first = (first << 13) | (first >>> 19);
    second = Math.imul(second ^ unit, 0x1b873593);
    second = (second << 15) | (second >>> 17);
  }
  // `join`, because the engine would keep the parts of a template.
  return [length.toString(36), mixed(first, second), mixed(second, first)].join('.');
}

/** The same for a text in UTF-8, of which it reads four bytes at a time. All line ends must be LF. */
export function digestOfUtf8({ buffer, byteOffset, length }: Uint8Array): string {
  const bytes = new DataView(buffer, byteOffset, length);
  let first = 0x9e3779b9 | 0;
  let second = 0x85ebca6b | 0;
  const mix = (word: number) => {
    first = Math.imul(first ^ word, 0xcc9e2d51);
    first = (first << 13) | (first >>> 19);
    second = Math.imul(second ^ word, 0x1b873593);
    second = (second << 15) | (second >>> 17);
  };
  const words = length >>> 2;
  for (let at = 0; at < words; at++) mix(bytes.getInt32(at * 4, true));
  for (let at = words * 4; at < length; at++) mix(bytes.getUint8(at));
  return [length.toString(36), mixed(first, second), mixed(second, first)].join('.');
}

/** A text with LF for each line end. */
export function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** How many units of a text a sketch reads. */
const SAMPLES = 32;

/**
 * A sketch of a text: a number that is equal for equal digests, and seldom for others. It reads only a few units, so it costs
 * nearly nothing for a text of any length that is known to have no carriage return.
 */
export function sketchOf(text: string, hasCarriageReturn = text.includes('\r')): number {
  const normal = hasCarriageReturn ? withLf(text) : text;
  const { length } = normal;
  let hash = length;
  for (let i = 0; i < SAMPLES; i++) {
    hash = Math.imul(hash ^ normal.charCodeAt(Math.floor((i * length) / SAMPLES)), 0x01000193);
  }
  return hash;
}

/** Lets every bit of both lanes reach every bit of the result, as MurmurHash3's last step does. */
function mixed(lane: number, other: number): string {
  const hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(36);
}
