/** The comparisons of a query: a field, an operator and a value, for each kind of field. */
import * as l10n from '@vscode/l10n';
import type { Span } from '../../core/span';
import { checkDate } from '../../core/text/date';
import { WEEKDAYS, weekdayOf } from '../statistics/time';
import { folded } from './folded';
import type { QueriedArticle } from './queriedArticle';
import { QueryError } from './queryError';
import type { Operator } from './tokens';

/** Undefined if it cannot be decided, because the article has no valid date or no number in digits. */
export type Truth = boolean | undefined;

export type Test = (article: QueriedArticle) => Truth;

/** The value of a comparison, as it is written, without quotation marks. */
export interface Value {
  readonly text: string;
  readonly span: Span;
}

/** The day of an article; undefined if its date is not valid. */
export function dayOfArticle({ date }: Pick<QueriedArticle, 'date'>): string | undefined {
  return checkDate(date) === undefined ? date : undefined;
}

/** The value of a day comparison that means articles without a valid date. */
export const NO_DAY = 'none';

/** Compares days. Throws a QueryError. */
export function dayTest(operator: Operator, { text, span }: Value): Test {
  if (text === NO_DAY && operator === '=') return (article) => dayOfArticle(article) === undefined;
  if (text === NO_DAY && operator === '!=') return (article) => dayOfArticle(article) !== undefined;
  if (operator === '~') return (article) => article.date.includes(text);
  if (operator === '!~') return (article) => !article.date.includes(text);
  const fault = checkDate(text);
  if (fault !== undefined) throw new QueryError(fault, span);
  return (article) => {
    const day = dayOfArticle(article);
    return day === undefined ? undefined : isSo(operator, day < text ? -1 : day > text ? 1 : 0);
  };
}

/** Compares the weekdays of days, such as Sunday, without regard to case. Throws a QueryError. */
export function weekdayTest(operator: Operator, { text, span }: Value): Test {
  if (operator !== '=' && operator !== '!=') throw new QueryError(l10n.t('Compare weekdays with = or !=.'), span);
  const sought = WEEKDAYS.find((weekday) => weekday.toLowerCase() === text.toLowerCase());
  if (!sought) throw new QueryError(l10n.t('A weekday is expected here: {0}.', WEEKDAYS.join(', ')), span);
  return (article) => {
    const day = dayOfArticle(article);
    return day === undefined ? undefined : (weekdayOf(day) === sought) === (operator === '=');
  };
}

/** Compares counts. Throws a QueryError. */
export function countTest(
  operator: Operator,
  { text, span }: Value,
  countOf: (article: QueriedArticle) => number,
): Test {
  if (operator === '~' || operator === '!~') throw new QueryError(noContains(), span);
  if (!DIGITS.test(text)) throw new QueryError(l10n.t('A whole number is expected here, such as 200.'), span);
  const value = Number(text);
  return (article) => isSo(operator, Math.sign(countOf(article) - value));
}

function noContains(): string {
  return l10n.t('A count contains no text. Compare it with =, !=, <, <=, > or >=.');
}

const DIGITS = /^\d+$/;

/** Compares texts; only `~` and `!~` are without regard to case. Throws a QueryError. */
export function textTest(operator: Operator, { text, span }: Value, textOf: (article: QueriedArticle) => string): Test {
  const sought = folded(text);
  switch (operator) {
    case '=':
      return (article) => textOf(article) === text;
    case '!=':
      return (article) => textOf(article) !== text;
    case '~':
      return (article) => folded(textOf(article)).includes(sought);
    case '!~':
      return (article) => !folded(textOf(article)).includes(sought);
    default:
      throw new QueryError(
        l10n.t('A text is not smaller or larger than another one. Compare it with =, !=, ~ or !~.'),
        span,
      );
  }
}

/** Compares numbers of articles: as whole numbers with <, <=, > and >=, otherwise as texts. Throws a QueryError. */
export function numberTest(operator: Operator, value: Value): Test {
  if (!isOrder(operator)) return textTest(operator, value, ({ number }) => number);
  if (!DIGITS.test(value.text))
    throw new QueryError(l10n.t('A number in digits is expected here, such as 1986.'), value.span);
  const limit = BigInt(value.text);
  return ({ number }) => {
    if (!DIGITS.test(number)) return undefined;
    const own = BigInt(number);
    return isSo(operator, own < limit ? -1 : own > limit ? 1 : 0);
  };
}

/** Asks whether an article has a problem of a rule, by its code. Throws a QueryError. */
export function ruleTest(operator: Operator, { text, span }: Value, requireCode: (value: Value) => void): Test {
  const codes = ({ problems }: QueriedArticle) => problems;
  if (operator === '~') return (article) => codes(article).some((code) => code.includes(text));
  if (operator === '!~') return (article) => !codes(article).some((code) => code.includes(text));
  if (isOrder(operator)) throw new QueryError(l10n.t('Compare rules with =, !=, ~ or !~.'), span);
  requireCode({ text, span });
  return (article) => codes(article).includes(text) === (operator === '=');
}

/** Whether an operator asks for an order, which not all values have. */
export function isOrder(operator: Operator): boolean {
  return operator.startsWith('<') || operator.startsWith('>');
}

/** Whether a comparison is true; `order` is negative, 0 or positive. */
function isSo(operator: Operator, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '!=':
      return order !== 0;
    default:
      return order === 0;
  }
}
