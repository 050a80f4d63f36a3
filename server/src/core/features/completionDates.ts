/** The likely days in a DATE: today, and the dates of the neighbouring articles. */

import * as l10n from '@vscode/l10n';
import { dayInWords } from '../language';
import { type Article, fieldOf } from '../parse/article';
import { articleIndex, type ParsedDocument } from '../parse/parser';
import { isBlank, shifted, trimmed } from '../span';
import { lacking, neighbouringDates, type Setting, spacingFor } from '../writing/template';
import type { Completion } from './completionChoices';

/**
 * The dates that begin with the text before the cursor. They replace digits and hyphens; a value with other characters is
 * left alone.
 */
export function dateCompletions(parsed: ParsedDocument, offset: number, setting: Setting): readonly Completion[] {
  const index = articleIndex(parsed, offset);
  const base = parsed.starts[index] ?? 0;
  const article = parsed.articles[index];
  const value = article && dateAt(article, offset - base);
  if (!value) return [];
  const { inside } = spacingFor(parsed, index, setting);
  const before = lacking(article.text, value.start, 'before', inside);
  const after = value.isClosed ? lacking(article.text, value.end, 'after', inside) : '';
  const typed = article.text.slice(value.start, offset - base);
  const dates = new Set([setting.today, ...neighbouringDates(parsed, index)]);
  return [...dates]
    .filter((date) => date.startsWith(typed) && date !== article.text.slice(value.start, value.end))
    .map((date) => ({
      kind: 'date',
      label: date,
      detail:
        date === setting.today
          ? l10n.t('{0}, today', dayInWords(date))
          : l10n.t('{0}, as in a neighbouring article', dayInWords(date)),
      span: shifted({ start: value.start, end: value.end }, base),
      template: [before + date + after],
      filter: date,
    }));
}

/** The digits and hyphens of a DATE around an offset of the article, or the offset itself where there are none. */
function dateAt(article: Article, offset: number) {
  const { start, end, value } = fieldOf(article, 'date') ?? {};
  if (!start || !value || offset < start.end || (end && offset > end.start)) return undefined;
  const digits = trimmed(article.text, value);
  const isClosed = end !== undefined;
  if (digits.start === digits.end) {
    return isBlank(article.text, start.end, offset) ? { start: offset, end: offset, isClosed } : undefined;
  }
  const isDate = /^[\d-]*$/.test(article.text.slice(digits.start, digits.end));
  return isDate && digits.start <= offset && offset <= digits.end ? { ...digits, isClosed } : undefined;
}
