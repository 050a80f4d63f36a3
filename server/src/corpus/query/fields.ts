/** The fields of a query, and their comparisons. */
import * as l10n from '@vscode/l10n';
import { closest } from '../../core/text/closest';
import { CODES } from '../rules';
import {
  countTest,
  dayTest,
  isOrder,
  NO_DAY,
  numberTest,
  ruleTest,
  type Test,
  textTest,
  type Value,
  weekdayTest,
} from './comparisons';
import { QueryError } from './queryError';
import type { Operator } from './tokens';

/** What must be known of an article, or may be missing in it, for a query to be decided. */
export type Need =
  /** Its problems. */
  | 'problems'
  /** A valid date. */
  | 'day'
  /** A number in digits. */
  | 'digits';

export interface FieldTest {
  readonly test: Test;
  readonly needs: readonly Need[];
}

/** The fields of every query. `day` is another name of `date`. */
const QUERY_FIELDS = [
  ...['number', 'date', 'day', 'weekday', 'title', 'text', 'words', 'file', 'rule', 'problems'],
] as const;

/** A comparison of a query; `own` is that of `readQuery`. Throws a QueryError. */
export function comparisonOf(
  field: Value,
  operator: Operator,
  value: Value,
  own: readonly string[] | undefined,
): FieldTest {
  const name = field.text as (typeof QUERY_FIELDS)[number];
  switch (name) {
    case 'date':
    case 'day':
      return { test: dayTest(operator, value), needs: comparesDays(operator, value) ? ['day'] : [] };
    case 'weekday':
      return { test: weekdayTest(operator, value), needs: ['day'] };
    case 'number':
      return { test: numberTest(operator, value), needs: isOrder(operator) ? ['digits'] : [] };
    case 'words':
      return { test: countTest(operator, value, ({ words }) => words), needs: [] };
    case 'problems':
      return { test: countTest(operator, value, ({ problems }) => problems.length), needs: ['problems'] };
    case 'rule':
      return { test: ruleTest(operator, value, requireCode), needs: ['problems'] };
    case 'text':
      if (!own) throw new QueryError(noTexts(), field.span);
      return { test: textTest(operator, value, ({ text }) => text), needs: [] };
    case 'title':
    case 'file':
      return { test: textTest(operator, value, (article) => article[name]), needs: [] };
    default:
      return { test: textTest(operator, value, (article) => article.own(name)), needs: ownField(field, own ?? []) };
  }
}

function noTexts(): string {
  return l10n.t('The editor keeps no texts of closed files. Ask for text with {0}.', 'article-format list --where');
}

function comparesDays(operator: Operator, { text }: Value): boolean {
  return text !== NO_DAY && operator !== '~' && operator !== '!~';
}

/** The error that a word is compared with nothing. Undefined if it is a field. */
export function notCompared({ text, span }: Value, own: readonly string[] = []): QueryError | undefined {
  if ([...QUERY_FIELDS, ...own].includes(text)) return undefined;
  const write = l10n.t('To find this in titles, write {0}.', `title ~ ${JSON.stringify(text)}`);
  return new QueryError(`${noField(text)} ${write}`, span);
}

function noField(text: string): string {
  return l10n.t('There is no field “{0}”.', text);
}

/** Throws a QueryError if there is no such field. */
function ownField(field: Value, own: readonly string[]): [] {
  if (own.includes(field.text)) return [];
  throw unknown('field', field, [...QUERY_FIELDS, ...own]);
}

function requireCode(value: Value): void {
  if (!CODES.includes(value.text)) throw unknown('rule', value, CODES);
}

/** The error that a name is unknown. It suggests a name that is close, or lists all. */
function unknown(what: 'field' | 'rule', { text, span }: Value, known: readonly string[]): QueryError {
  const close = closest(text, known);
  const all =
    what === 'field'
      ? l10n.t('Fields: {0}.', known.join(', '))
      : l10n.t('{0} lists all rules.', 'article-format check --help');
  const hint = close === undefined ? all : l10n.t('Did you mean “{0}”?', close);
  const fault = what === 'field' ? noField(text) : l10n.t('There is no rule “{0}”.', text);
  return new QueryError(`${fault} ${hint}`, span);
}
