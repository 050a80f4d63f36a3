/**
 * What can be written at the cursor: the marker that closes the open field, missing fields, a new article, and in a date the
 * likely days. In prose it offers nothing, unless a marker is being typed.
 */

import { fieldRank } from '../format';
import { type Article, ownMarkers } from '../parse/article';
import { edit, type ParsedDocument } from '../parse/parser';
import { isFaithful } from '../repair/faithful';
import { type Span, shifted, textOf } from '../span';
import { plainText, type Setting } from '../writing/template';
import { type Choice, type Completion, choicesAt } from './completionChoices';
import { dateCompletions } from './completionDates';
import { articleAt, type CompletionPlace, isSpelledOut, placeAt, type Typed, typedAt } from './completionPlace';

/**
 * What can be written at an offset of the document, the most likely first. `asked` says that a person asked for it, and not
 * typing: then it is offered in a TITLE or TEXT even after a word.
 */
export function completions(
  parsed: ParsedDocument,
  offset: number,
  setting: Setting,
  asked = false,
): readonly Completion[] {
  const typed = typedAt(parsed, offset);
  if (!typed) return dateCompletions(parsed, offset, setting);
  const found = markersFor(parsed, typed, setting);
  const markers = found.length === 0 && asked ? markersInText(parsed, offset, setting) : found;
  return [...markers, ...dateCompletions(parsed, offset, setting)];
}

function markersFor(parsed: ParsedDocument, typed: Typed, setting: Setting): readonly Completion[] {
  // The document without the typed text, because half a marker might be read as anything.
  const before = typed.text === '' ? parsed : edit(parsed, typed.span, '');
  const place = placeAt(before, typed.span.start, setting.additionalFields);
  if (!place || (place.isProse && typed.text !== '' && !isSpelledOut(typed.text))) return [];
  return choicesAt(before, place, setting)
    .filter((choice) => isKept(parsed, typed, place, choice))
    .flatMap((choice) => completed(choice, typed));
}

/** What can be written after a word of an open TITLE or TEXT. */
function markersInText(parsed: ParsedDocument, offset: number, setting: Setting): readonly Completion[] {
  const place = placeAt(parsed, offset, setting.additionalFields);
  if (place?.kind !== 'open' || !place.isProse || fieldRank(place.letters) === -1) return [];
  return markersFor(parsed, { span: { start: offset, end: offset }, text: '' }, setting);
}

/** Whether all other values stay the same, also those of the document with the typed text. */
function isKept(
  parsed: ParsedDocument,
  typed: Typed,
  { article, offset }: CompletionPlace,
  { template, changes }: Choice,
): boolean {
  const text = plainText(template);
  const edits = [{ span: { start: offset, end: offset }, text }];
  return isFaithful(article, { title: '', edits, tier: 'suggested', changes }) && keepsWhole(parsed, typed.span, text);
}

/**
 * Whether the values that have both their markers are the same when a span of the document is replaced. In a text of many damaged
 * articles, other articles may be read in another way, too.
 */
function keepsWhole(parsed: ParsedDocument, span: Span, text: string): boolean {
  const edited = edit(parsed, span, text);
  const { article, base } = articleAt(parsed, span.end);
  const after = without(edited.articles, parsed.articles).flatMap((each) => wholeValues(each));
  const before = without(parsed.articles, edited.articles).flatMap((each) =>
    wholeValues(each, each === article ? shifted(span, -base) : undefined),
  );
  return before.every((value) => {
    const index = after.indexOf(value);
    if (index !== -1) after.splice(index, 1);
    return index !== -1;
  });
}

/** The articles that are not among the other ones. */
function without(articles: readonly Article[], others: readonly Article[]): readonly Article[] {
  const known = new Set(others);
  return articles.filter((article) => !known.has(article));
}

/** The values with both their markers, with their letters; without the one that contains `but`. */
function wholeValues({ fields, text }: Article, but?: Span): string[] {
  return fields
    .filter((field) => ownMarkers(field) && !(but && field.value.start <= but.start && but.end <= field.value.end))
    .map(({ letters, value }) => `${letters} ${textOf(text, value)}`);
}

/** The choice, if what was typed is the beginning of one of its names; case and hyphens do not count. */
function completed({ names, kind, label, detail, template }: Choice, { span, text }: Typed): Completion[] {
  const letters = bare(text);
  const name = names.find((candidate) => bare(candidate).startsWith(letters));
  if (name === undefined) return [];
  return [{ kind, label, detail, template, span, filter: filterOf(name, text, letters.length) }];
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

function filterOf(name: string, typed: string, letters: number): string {
  if (letters === 0) return name;
  if (!typed.includes('-')) return typed + bare(name).slice(letters);
  return `${typed.replace(/-$/, '')}-${restOf(name, letters)}`;
}

/** The rest of a name after its first letters and their hyphens. */
function restOf(name: string, letters: number): string {
  return name.slice(name.match(new RegExp(`^(?:\\p{L}-?){${letters}}`, 'u'))?.[0].length);
}
