/** A short name for a text: the same for the same text, and in practice never for two different ones. */
import type { Span } from '../core/span';

/**
 * 64 bits of hash and the length, of the UTF-16 units of a span; line ends of all kinds count as LF, because an editor
 * makes mixed ones alike. Two lanes that multiply and rotate as MurmurHash3 does (A. Appleby, public domain): one pass,
 * no copy of the text, the same result in Node and in a web worker. Not for use against somebody who looks for collisions.
 */
export function digestOf(text: string, { start, end }: Span): string {
  let first = 0x9e3779b9;
  let second = 0x85ebca6b;
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
  // Joined, and not a template, which the engine would keep in its parts.
  return [length.toString(36), mixed(first, second), mixed(second, first)].join('.');
}

/** Places of a text that a sketch looks at. */
const SAMPLES = 32;

/**
 * A number that is the same for texts with one digest, and seldom for others. It looks at a few places only, so it costs
 * next to nothing, however long the text is, if that is known to have no carriage return.
 */
export function sketchOf(text: string, hasCarriageReturn = text.includes('\r')): number {
  const normal = hasCarriageReturn ? text.replace(/\r\n?/g, '\n') : text;
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
