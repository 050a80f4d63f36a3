/** The hover texts of markers and values. */

import { FIELDS, fieldName, type ValueKind } from '../format';
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
    const title = `**${marker.side === 'start' ? 'START' : 'END'} of ${escaped(fieldName(marker.letters))}**`;
    const lines = [title, field?.format?.doc, field && sizeOf(article, field)];
    return { span: marker, markdown: lines.filter(Boolean).join('\n\n') };
  }
  const field = fieldAt(article, offset);
  if (!field || !holds(field.value, offset)) return undefined;
  const span = trimmed(article.text, field.value);
  if (field.format?.kind === 'date') return dateHover(textOf(article.text, span), span, today);
  if (field.format?.kind !== 'number') return undefined;
  const markdown = inShort(article);
  return markdown ? { span, markdown } : undefined;
}

/** Length of a field's value: words and sentences where it is prose. */
function sizeOf({ text }: Article, { value, format }: Field): string {
  const characters = count(value.end - value.start, 'character');
  if (format?.kind !== 'title' && format?.kind !== 'text') return characters;
  return [
    characters,
    count(countWords(text, value), 'word'),
    count(countSentences(textOf(text, value)), 'sentence'),
  ].join(', ');
}

const DAY = 24 * 60 * 60 * 1000;

function dateHover(date: string, span: Span, today: string): Hover | undefined {
  if (checkDate(date)) return undefined;
  const weekday = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY);
  const distance = days === 0 ? 'today' : days < 0 ? `${count(-days, 'day')} ago` : `in ${count(days, 'day')}`;
  return { span, markdown: `${weekday}, ${distance}` };
}

/** The article in a few lines, without what it lacks; empty if it lacks all. */
function inShort(article: Article): string {
  const value = (kind: ValueKind) => {
    const row = FIELDS.find((candidate) => candidate.kind === kind);
    return row && fieldOf(article, row)?.value;
  };
  const line = (kind: ValueKind) => escaped(textOf(article.text, value(kind) ?? { start: 0, end: 0 }).trim());
  const number = line('number');
  const text = value('text');
  return [
    [number && `**${number}**`, line('date')].filter(Boolean).join(' · '),
    line('title'),
    text && count(countWords(article.text, text), 'word'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
