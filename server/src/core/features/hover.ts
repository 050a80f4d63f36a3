/** The hover texts of markers and values. */

import * as l10n from '@vscode/l10n';
import { fieldName, type ValueKind } from '../format';
import { plural, weekdayInWords } from '../language';
import { type Article, type Field, fieldOf } from '../parse/article';
import { countSentences, countWords } from '../parse/words';
import { type Span, textOf, trimmed } from '../span';
import { checkDate } from '../text/date';
import { escaped } from '../text/markdown';
import { fieldAt, fieldOfMarker, holds, markerAt } from './atOffset';

export interface Hover {
  readonly span: Span;
  /** Text from the article is escaped: it cannot become a link, a picture or a command. */
  readonly markdown: string;
}

/** `today` is YYYY-MM-DD. */
export function hover(article: Article, offset: number, today: string): Hover | undefined {
  const marker = markerAt(article, offset);
  if (marker) {
    const field = fieldOfMarker(article, marker);
    const name = escaped(fieldName(marker.letters));
    const title = marker.side === 'start' ? l10n.t('START of {0}', name) : l10n.t('END of {0}', name);
    const lines = [`**${title}**`, field?.format?.doc(), field && sizeOf(article, field)];
    return { span: marker, markdown: lines.filter(Boolean).join('\n\n') };
  }
  const field = fieldAt(article, offset);
  if (!field) return undefined;
  const span = trimmed(article.text, field.value);
  if (!holds(span, offset)) return undefined;
  if (field.format?.kind === 'date') return dateHover(textOf(article.text, span), span, today);
  if (field.format?.kind !== 'number') return undefined;
  const markdown = inShort(article);
  return markdown ? { span, markdown } : undefined;
}

/** Length of a field's value: words and sentences where it is prose. */
function sizeOf({ text }: Article, { value, format }: Field): string {
  const characters = plural(value.end - value.start, '{0} character', '{0} characters');
  if (format?.kind !== 'title' && format?.kind !== 'text') return characters;
  return [
    characters,
    plural(countWords(text, value), '{0} word', '{0} words'),
    plural(countSentences(textOf(text, value)), '{0} sentence', '{0} sentences'),
  ].join(', ');
}

const DAY = 24 * 60 * 60 * 1000;

function dateHover(date: string, span: Span, today: string): Hover | undefined {
  if (checkDate(date)) return undefined;
  return { span, markdown: sinceToday(weekdayInWords(date), (Date.parse(date) - Date.parse(today)) / DAY) };
}

/** A day with its distance from today, in days. */
function sinceToday(day: string, distance: number): string {
  const days = Math.round(distance);
  if (days === 0) return l10n.t('{0}, today', day);
  return days < 0
    ? plural(-days, '{1}, {0} day ago', '{1}, {0} days ago', day)
    : plural(days, '{1}, in {0} day', '{1}, in {0} days', day);
}

/** The article in a few lines, without what it lacks; empty if it lacks all. */
function inShort(article: Article): string {
  const value = (kind: ValueKind) => fieldOf(article, kind)?.value;
  const line = (kind: ValueKind) => escaped(textOf(article.text, value(kind) ?? { start: 0, end: 0 }).trim());
  const number = line('number');
  const text = value('text');
  return [
    [number && `**${number}**`, line('date')].filter(Boolean).join(' · '),
    line('title'),
    text && plural(countWords(article.text, text), '{0} word', '{0} words'),
  ]
    .filter(Boolean)
    .join('\n\n');
}
