/** Spelled-out text with sums for each position, so that any part of it is measured without going over it. */

import type { Folded } from './folded';
import { MARKERS } from './meant';

/** The UTF-16 units that occur in markers. */
const OWN_UNITS = new Set(MARKERS.flatMap(({ text }) => [...text].map((unit) => unit.charCodeAt(0))));

export interface Measured {
  readonly folded: readonly Folded[];
  /** All characters joined. */
  readonly units: string;
  /** For each character and the end: its offset in `units`, and how many characters of each kind are before it. */
  readonly offsets: Int32Array;
  readonly spaces: Int32Array;
  readonly joints: Int32Array;
  /** Units that no marker has. Each takes an edit, which excludes nearly all parts of prose at once. */
  readonly foreign: Int32Array;
}

export function measured(folded: readonly Folded[]): Measured {
  const sums = () => new Int32Array(folded.length + 1);
  const [offsets, spaces, joints, foreign] = [sums(), sums(), sums(), sums()];
  let units = '';
  for (let i = 0; i < folded.length; i++) {
    const { as, spaceBefore, spaceAfter } = folded[i] as Folded;
    units += as;
    offsets[i + 1] = units.length;
    spaces[i + 1] = (spaces[i] as number) + (spaceBefore || spaceAfter ? 1 : 0);
    joints[i + 1] = (joints[i] as number) + (as === '-' ? 1 : 0);
    foreign[i + 1] = (foreign[i] as number) + foreignUnits(as);
  }
  return { folded, units, offsets, spaces, joints, foreign };
}

function foreignUnits(as: string): number {
  let count = 0;
  for (let i = 0; i < as.length; i++) if (!OWN_UNITS.has(as.charCodeAt(i))) count++;
  return count;
}

/** The number from one character to another, end excluded. */
export function between(sums: Int32Array, from: number, to: number): number {
  return (sums[to] as number) - (sums[from] as number);
}

/** White space inside the part, not at its ends. */
export function spacesWithin({ folded, spaces }: Measured, from: number, to: number): number {
  const first = folded[from] as Folded;
  const last = folded[to - 1] as Folded;
  return between(spaces, from + 1, to - 1) + Number(first.spaceAfter) + Number(last.spaceBefore);
}

/** Whether a marker may begin at a character: after white space or at the border, and not with a digit. */
export function mayBegin({ folded }: Measured, at: number): boolean {
  const first = folded[at];
  const isSpaceOnly = first?.spaceBefore && first.spaceAfter;
  const border = at === 0 || folded[at - 1]?.spaceAfter || first?.spaceBefore;
  return Boolean(border) && !isSpaceOnly && !isDigit(first?.as);
}

/** Whether a marker may end before a character, or at the end. */
export function mayEnd({ folded }: Measured, at: number): boolean {
  const last = folded[at - 1];
  const border = at === folded.length || folded[at]?.spaceBefore || (last?.spaceAfter && !last.spaceBefore);
  return Boolean(border) && !isDigit(last?.as);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\p{N}/u.test(character);
}
