/** The text of a value in a table. */
import type { ValueKind } from '../../core/format';

/** What is in place of a text. */
export type OtherValue = 'number' | 'bytes' | 'list' | 'object' | 'truth';

/** A value is not a text, nor anything that is written as one. */
export class NotText extends Error {
  constructor(readonly is: OtherValue) {
    super();
  }
}

interface Cell {
  /** The kind of its field; undefined for a user-defined one. */
  readonly kind: ValueKind | undefined;
  /** The value as it is written in the table. */
  readonly written: () => string;
}

/**
 * A value as text; empty where there is none. A number is written as in the table, if the field may be one: titles and texts may
 * not. A list of texts, such as authors, is joined by commas, for a user-defined field. Throws NotText.
 */
export function writtenValue(value: unknown, { kind, written }: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (isNumber && kind !== 'title' && kind !== 'text') return written();
  if (kind === undefined && Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.join(', ');
  throw new NotText(isNumber ? 'number' : kindOf(value));
}

function kindOf(value: unknown): OtherValue {
  if (value instanceof Uint8Array) return 'bytes';
  return Array.isArray(value) ? 'list' : typeof value === 'object' ? 'object' : 'truth';
}

/** What R, pandas, Python and databases write where there is no value. */
const MISSING = /^(?:NA|N\/A|NaN|nan|NaT|NULL|null|None)?$/;

/** Whether there is no value. */
export function isMissing(text: string): boolean {
  return MISSING.test(text);
}
