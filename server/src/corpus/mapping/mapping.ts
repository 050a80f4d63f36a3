/** Which column of a table is which field of an article: `number=id,date=date_publish,title=title,text=maintext`. */
import * as l10n from '@vscode/l10n';
import { FIELDS, fieldRank } from '../../core/format';
import { allOf } from '../../core/language';
import { columnOf, lettersOf } from '../tables/columns';

/** In place of a column of `number`: the rows are numbered, from 1. */
export const ROW_NUMBER = '#';

/** A mapping, or a form of dates, that cannot be read. The message is a sentence. */
export class MappingError extends Error {}

export interface MappedField {
  readonly letters: string;
  /** The name of a column, or ROW_NUMBER. */
  readonly column: string;
}

/** A field for each column that is imported, in the order of the article: user-defined fields come before the text. */
export type Mapping = readonly MappedField[];

/**
 * Reads a mapping: pairs of a field and a column, separated by commas. A pair with a comma in it is in quotation marks, as in
 * CSV. Throws a MappingError if a field of the format is missing, or if one is named twice.
 */
export function readMapping(text: string): Mapping {
  const fields = pairsIn(text).map(fieldIn);
  const twice = fields.find(({ letters }, index) => fields.findIndex((each) => each.letters === letters) < index);
  if (twice)
    throw new MappingError(l10n.t('The mapping names {0} twice. Remove one of the two.', columnOf(twice.letters)));
  const missing = missingIn(fields);
  if (missing.length > 0) throw new MappingError(missingSentence(missing));
  return inOrder(fields);
}

/** The mapping as `readMapping` reads it. */
export function mappingText(mapping: Mapping): string {
  return mapping.map(({ letters, column }) => quoted(`${columnOf(letters)}=${column}`)).join(',');
}

/** The columns of a table that a mapping reads. */
export function columnsIn(mapping: Mapping): readonly string[] {
  return mapping.map(({ column }) => column).filter((column) => column !== ROW_NUMBER);
}

/** The letters of its user-defined fields. */
export function ownFieldsIn(mapping: Mapping): readonly string[] {
  return mapping.map(({ letters }) => letters).filter((letters) => fieldRank(letters) === -1);
}

/** The names of the fields of the format that have no column. */
export function missingIn(mapping: Mapping): readonly string[] {
  return FIELDS.filter(({ marker }) => !mapping.some(({ letters }) => letters === marker)).map(({ kind }) => kind);
}

/** In the order in which producers write the fields. */
export function inOrder(mapping: Mapping): Mapping {
  const own = mapping.filter(({ letters }) => fieldRank(letters) === -1);
  const ofFormat = FIELDS.flatMap(({ marker }) => mapping.filter(({ letters }) => letters === marker));
  return [...ofFormat.slice(0, -1), ...own, ...ofFormat.slice(-1)];
}

/** What `--map` lacks. */
function missingSentence(missing: readonly string[]): string {
  const fault = l10n.t(
    'The mapping has no column for {0}. Each article has a number, a date, a title and a text.',
    allOf(missing),
  );
  if (!missing.includes('number')) return fault;
  return `${fault} ${l10n.t('Without a column for it, write {0} to number the rows.', `number=${ROW_NUMBER}`)}`;
}

function fieldIn(pair: string): MappedField {
  const [, name = '', column = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
  const letters = lettersOf(name.trim());
  if (!pair.includes('=') || column.trim() === '')
    throw new MappingError(l10n.t('“{0}” is not a field and its column. Write them as {1}.', pair, 'text=maintext'));
  if (letters === undefined)
    throw new MappingError(
      l10n.t(
        '“{0}” is not a field. Fields are {1}, and user-defined ones in lower case, such as {2} for {3}.',
        name,
        allOf(FIELDS.map(({ kind }) => kind)),
        'byline',
        'B-Y-L-I-N-E',
      ),
    );
  if (column === ROW_NUMBER && letters !== FIELDS[0]?.marker)
    throw new MappingError(
      l10n.t('{0} numbers the rows, and goes only with {1}. Name a column for {2}.', ROW_NUMBER, 'number', name),
    );
  return { letters, column };
}

/** Splits at commas outside quotation marks; a doubled quotation mark is one. */
function pairsIn(text: string): readonly string[] {
  const pairs = text.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
  const written = pairs.map((pair, index) => (index === 0 && !pair.startsWith(',') ? pair : pair.slice(1)));
  return written.map((pair) => (/^".*"$/s.test(pair) ? pair.slice(1, -1).replaceAll('""', '"') : pair)).filter(Boolean);
}

function quoted(pair: string): string {
  return /[",]/.test(pair) ? `"${pair.replaceAll('"', '""')}"` : pair;
}
