/** The TextMate scopes by which themes colour an article; the grammar assigns them, and semantic tokens map to them. */
import type { TokenModifier } from '../../server/src/core/features/tokenTypes';
import { FIELDS, type FieldFormat, type Side } from '../../server/src/core/format';

export function markerScope(side: Side): string {
  return `keyword.control.${side}.article`;
}

export const UNKNOWN_MARKER = scopes(['markup.italic.unknown-marker', 'variable.language.unknown-marker']);

/** A marker that is misspelled or does not fit with another one; only the server knows this. */
const WRONG_MARKER = scopes(['markup.bold.wrong-marker', 'invalid.illegal.marker']);

export const INVALID_DATE = scopes(['markup.bold.invalid-date', 'invalid.illegal.date']);

export function valueScopes(row: FieldFormat | undefined): string {
  return scopes(row?.scopes ?? []);
}

/** The scopes of a token that has a modifier. */
export const SCOPES_BY_MODIFIER: Record<TokenModifier, string> = {
  start: markerScope('start'),
  end: markerScope('end'),
  unknown: UNKNOWN_MARKER,
  misspelled: WRONG_MARKER,
  mismatched: WRONG_MARKER,
  invalid: INVALID_DATE,
};

export const DATE_SCOPES = valueScopes(FIELDS.find((row) => row.kind === 'date'));

function scopes(names: readonly string[]): string {
  return names.map((name) => `${name}.article`).join(' ');
}
