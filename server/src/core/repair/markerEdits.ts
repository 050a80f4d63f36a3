/** Edits that write, insert and remove markers, with the white space that the article uses. */
import * as l10n from '@vscode/l10n';
import { type FieldFormat, markerText, type Side } from '../format';
import type { Marker } from '../markers/scanner';
import type { Article, Field } from '../parse/article';
import { countBefore, isGlued, type Span, skipBack, skipWhiteSpace, textOf } from '../span';
import type { Edit, Fix } from './edit';
import { type Spacing, spacing } from './spacing';

/** Inserts the lost END of a field after its value. White space that is there stays. */
export function insertEnd(article: Article, field: Field, { inside, between, border, tail }: Spacing): Edit {
  const start = field.value.end;
  const end = skipWhiteSpace(article.text, start, article.text.length);
  const after = end < article.text.length ? between : article.final ? tail : border;
  return insertMarker(article.text, { start, end }, inside, markerText(field.letters, 'end'), after, 'before');
}

/** Inserts the lost START of a field before its value. White space that is there stays. */
export function insertStart(article: Article, field: Field, { inside, between, border, lead }: Spacing): Edit {
  const end = field.value.start;
  const start = skipBack(article.text, end);
  const before = start > 0 ? between : article.first ? lead : border;
  return insertMarker(article.text, { start, end }, before, markerText(field.letters, 'start'), inside, 'after');
}

/**
 * Writes a marker into the white space `room`, with `before` and `after` beside it. Where there is enough white space, only
 * the marker is added. What is more than enough belongs to the value, which is on the side `value`.
 */
function insertMarker(
  text: string,
  room: Span,
  before: string,
  marker: string,
  after: string,
  value: 'before' | 'after',
): Edit {
  if (room.end - room.start < before.length + after.length) return { span: room, text: before + marker + after };
  const at = value === 'before' ? room.end - after.length : room.start + before.length;
  // Never between the two halves of a line end.
  const whole = at > 0 && text.startsWith('\r\n', at - 1) ? at - 1 : at;
  return { span: { start: whole, end: whole }, text: marker };
}

/** Writes a marker correctly, with white space between it and what is stuck to it. */
export function writeMarker(
  { text, markers }: Article,
  { start, end }: Marker,
  letters: string,
  side: Side,
  { inside, between }: Spacing,
): Edit {
  const written = markerText(letters, side);
  /** The lost part of the white space to the field beside it, if the marker's outer character is lost with it. */
  const lost = (space: Span, isCut: boolean) => {
    const left = textOf(text, space);
    if (!isCut || !between.endsWith(left)) return '';
    const next = countBefore(markers, space.end, (marker) => marker);
    const isBeside = side === 'start' ? markers[next - 1]?.end === space.start : markers[next]?.start === space.end;
    return isBeside ? between.slice(left.length) : '';
  };
  if (side === 'start') {
    const space = { start: skipBack(text, start), end: start };
    const before = isGlued(text, start - 1) ? between : lost(space, text[start] !== written[0]);
    return { span: { start, end }, text: before + written + (isGlued(text, end) ? inside : '') };
  }
  const space = { start: end, end: skipWhiteSpace(text, end, text.length) };
  const after = isGlued(text, end) ? between : lost(space, text[end - 1] !== written.at(-1));
  return { span: { start, end }, text: (isGlued(text, start - 1) ? inside : '') + written + after };
}

/** The fix that replaces both markers of a field by those of another field. */
export function rename(article: Article, { letters, start, end }: Field, { name, marker }: FieldFormat): Fix {
  const space = spacing(article);
  const edits = [start, end].flatMap((each) => (each ? [writeMarker(article, each, marker, each.side, space)] : []));
  return { title: l10n.t('Make it the {0} field', name), edits, tier: 'suggested', changes: [letters, marker] };
}

/** Removes a marker or a field, with the white space before it; at the beginning of the article, with that after it. */
export function remove({ text }: Article, { start, end }: Span): Edit {
  const from = skipBack(text, start);
  return { span: from > 0 ? { start: from, end } : { start, end: skipWhiteSpace(text, end, text.length) }, text: '' };
}
