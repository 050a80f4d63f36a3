/** The semantic tokens in package.json: their names, and the scopes that give them a colour in every theme. */
import {
  MARKER_TOKEN,
  TOKEN_MODIFIERS,
  type TokenModifier,
  valueToken,
} from '../../server/src/core/features/tokenTypes';
import { FIELDS } from '../../server/src/core/format';
import { SCOPES_BY_MODIFIER, valueScopes } from './scopes';

/** The fields whose values have tokens, each with its token type. */
const valueRows = FIELDS.flatMap((row) => {
  const type = valueToken(row);
  return type ? [{ type, row }] : [];
});

const MODIFIERS: Record<TokenModifier, string> = {
  start: 'Opens a field.',
  end: 'Closes a field.',
  unknown: 'Belongs to no known field.',
  misspelled: 'Is not written exactly as in the format.',
  mismatched: 'Has no partner, or conflicts with another field.',
  invalid: 'Is not a day of the calendar, or not written YYYY-MM-DD.',
};

/** The token types that a modifier applies to; a selector with type and modifier beats one with the type alone. */
function typesWith(modifier: TokenModifier): readonly string[] {
  if (modifier !== 'invalid') return [MARKER_TOKEN];
  return valueRows.filter(({ row }) => row.kind === 'date').map(({ type }) => type);
}

export const semanticTokenTypes = [
  { id: MARKER_TOKEN, description: 'Marker of an article: opens or closes a field.' },
  ...valueRows.map(({ type, row }) => ({ id: type, description: `Value of ${row.name}. ${row.doc()}` })),
];

export const semanticTokenModifiers = TOKEN_MODIFIERS.map((id) => ({ id, description: MODIFIERS[id] }));

export const semanticTokenScopes = [
  {
    language: 'article',
    scopes: {
      ...Object.fromEntries(valueRows.map(({ type, row }) => [type, [valueScopes(row)]])),
      ...Object.fromEntries(
        TOKEN_MODIFIERS.flatMap((modifier) =>
          typesWith(modifier).map((type) => [`${type}.${modifier}`, [SCOPES_BY_MODIFIER[modifier]]]),
        ),
      ),
    },
  },
];
