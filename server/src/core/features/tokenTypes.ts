/** The names of semantic tokens, in the order in which a client is given them when it starts the server. */
import { FIELDS, type FieldFormat } from '../format';

/** The kind of a marker's token; a value's is that of its row in the format's table. */
export const MARKER_TOKEN = 'article-marker';

/** The kind of a value's token, by the field's row; undefined where a value is long prose. */
export function valueToken({ kind, name }: FieldFormat): string | undefined {
  return kind === 'text' ? undefined : `article-${name.toLowerCase()}`;
}

/** All kinds of tokens. */
export const TOKEN_TYPES: readonly string[] = [MARKER_TOKEN, ...FIELDS.flatMap((row) => valueToken(row) ?? [])];

const STANDARD: Record<FieldFormat['kind'], string> = {
  number: 'number',
  date: 'number',
  title: 'string',
  text: 'string',
};

/** The same kinds, in the same order, by the nearest names of the LSP specification, which every theme knows. */
export const STANDARD_TOKEN_TYPES: readonly string[] = [
  'keyword',
  ...FIELDS.filter(valueToken).map(({ kind }) => STANDARD[kind]),
];

/** The modifiers of tokens; each token has at most one. */
export const TOKEN_MODIFIERS = ['start', 'end', 'unknown', 'misspelled', 'mismatched', 'invalid'] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
