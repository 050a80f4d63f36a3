/** The list of rules, and how an article is checked by them. */
import type { Article } from '../article';
import { crossedFields } from './crossed-fields';
import { duplicateField } from './duplicate-field';
import { emptyField } from './empty-field';
import { fieldOrder } from './field-order';
import { invalidDate } from './invalid-date';
import { missingField } from './missing-field';
import { nestedField } from './nested-field';
import type { Finding, Rule } from './rule';
import { strayText } from './stray-text';
import { unknownField } from './unknown-field';
import { unmatchedEnd } from './unmatched-end';
import { unmatchedStart } from './unmatched-start';

export type { Finding, Related, Rule, Severity } from './rule';

export const RULES: readonly Rule[] = [
  unmatchedStart,
  unmatchedEnd,
  crossedFields,
  nestedField,
  missingField,
  duplicateField,
  fieldOrder,
  unknownField,
  emptyField,
  invalidDate,
  strayText,
];

/** All findings in an article, in the order of their places. */
export function check(article: Article): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    for (const finding of rule.check(article)) {
      findings.push({ code: rule.code, severity: rule.severity, ...finding });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
