/**
 * The table of the format's fields. Parser, rules, grammar, language configuration and documentation read it or are generated
 * from it. To add a field, add a row with a kind of its own; the compiler then names what the kind needs elsewhere.
 */
import * as l10n from '@vscode/l10n';

/** The kind of a value decides what it must look like, and how it is shown; it also names the field's column in a table. */
export type ValueKind = 'number' | 'date' | 'title' | 'text';

export interface FieldFormat {
  /** What people call the field. */
  readonly name: string;
  /** The field's letters joined by hyphens: the beginning of its markers. */
  readonly marker: string;
  readonly required: boolean;
  /** No two fields have the same. */
  readonly kind: ValueKind;
  /** TextMate scopes of the value; syntaxes/article.tmLanguage.json ends each in `.article`. */
  readonly scopes: readonly string[];
  /** One line of documentation, in the language of people. */
  readonly doc: () => string;
}

/** The fields of an article, in the order in which both producers write them. */
export const FIELDS: readonly FieldFormat[] = [
  {
    name: 'F-N',
    marker: 'F-N',
    required: true,
    kind: 'number',
    scopes: ['constant.numeric.file-number'],
    doc: () => l10n.t('Number or file name of the article in its source.'),
  },
  {
    name: 'DATE',
    marker: 'D-A-T-E',
    required: true,
    kind: 'date',
    scopes: ['entity.other.attribute-name.date', 'entity.name.type.date'],
    doc: () => l10n.t('Day of publication, YYYY-MM-DD.'),
  },
  {
    name: 'TITLE',
    marker: 'T-I-T-L-E',
    required: true,
    kind: 'title',
    scopes: ['markup.heading.title'],
    doc: () => l10n.t('Headline.'),
  },
  {
    name: 'TEXT',
    marker: 'T-E-X-T',
    required: true,
    kind: 'text',
    scopes: ['meta.paragraph.text'],
    doc: () => l10n.t('Body of the article.'),
  },
];

/** A marker is the field's letters, then one of these. */
export const SUFFIX = { start: '-S-T-A-R-T.', end: '-E-N-D.' } as const;

/** A marker opens or closes its field. */
export type Side = keyof typeof SUFFIX;

/** A field's marker, such as `D-A-T-E-S-T-A-R-T.`; `letters` are joined by hyphens. */
export function markerText(letters: string, side: Side): string {
  return letters + SUFFIX[side];
}

/** The name of a field by its letters: `TITLE` for `T-I-T-L-E`; for an unknown field, the letters without hyphens. */
export function fieldName(letters: string): string {
  return FIELDS.find((row) => row.marker === letters)?.name ?? letters.replaceAll('-', '');
}

/** Whether none of the fields from one rank to another (excluded) is required. */
export function mayLack(from: number, to: number): boolean {
  return FIELDS.slice(from, to).every(({ required }) => !required);
}

const RANKS = new Map(FIELDS.map((row, rank) => [row.marker, rank]));

/** Index of a field in the format's order; -1 for an unknown field. */
export function fieldRank(letters: string): number {
  return RANKS.get(letters) ?? -1;
}
