/**
 * User-defined fields with a misspelled marker. The parser does not know the settings: it reads such a field as text outside
 * the others. Here the settings say which markers are meant, and both must be there: a START before the text, an END after it.
 */
import { markerText, type Side } from '../format';
import { editsTo } from '../markers/meantAs';
import type { Marker } from '../markers/scanner';
import type { Article } from '../parse/article';
import { textOf } from '../span';
import type { StrayText } from './strayTexts';

/** A text outside the fields of the format that is a user-defined field. */
export interface OwnField {
  readonly text: StrayText;
  readonly start: Marker;
  readonly end: Marker;
}

/** The user-defined fields among the texts outside all fields of an article. At least one of their markers is misspelled. */
export function ownFields(
  article: Article,
  texts: readonly StrayText[],
  additionalFields: readonly string[],
): readonly OwnField[] {
  return texts.flatMap((text) => {
    for (const letters of additionalFields) {
      const start = markerAt(article, text, letters, 'start');
      const end = markerAt(article, text, letters, 'end');
      if (start && end && start.end <= end.start && (start.misspelled || end.misspelled)) return [{ text, start, end }];
    }
    return [];
  });
}

/** More words than a marker has letters do not make one. */
const MOST_WORDS = 30;

/** The marker at an end of a text: the words there that are nearest to it. Of equally near ones the fewest, or all that are right. */
function markerAt(article: Article, { span }: StrayText, letters: string, side: Side): Marker | undefined {
  const meant = markerText(letters, side);
  const longest = meant.length * LONGEST_LETTER;
  const part =
    side === 'start'
      ? { start: span.start, end: Math.min(span.end, span.start + longest) }
      : { start: Math.max(span.start, span.end - longest), end: span.end };
  const content = textOf(article.text, part);
  const spaces = [...content.matchAll(/\s+/g)];
  const words =
    side === 'start'
      ? spaces.slice(0, MOST_WORDS).map(({ index }) => content.slice(0, index))
      : spaces
          .slice(-MOST_WORDS)
          .reverse()
          .map(({ 0: space, index }) => content.slice(index + space.length));
  let least = Number.POSITIVE_INFINITY;
  let written: string | undefined;
  for (const each of words) {
    const edits = editsTo(each, meant) ?? Number.POSITIVE_INFINITY;
    if (edits < least || edits === 0) [least, written] = [edits, each];
  }
  if (written === undefined) return undefined;
  const start = side === 'start' ? span.start : span.end - written.length;
  return { letters, side, start, end: start + written.length, misspelled: written !== meant };
}

/** The longest spelling of a letter and its hyphen. */
const LONGEST_LETTER = 12;
