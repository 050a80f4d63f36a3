/** Edits that mend an article, and the guard that none of them touches a value that it does not name. */

import { type FieldFormat, fieldRank, markerText, type Side } from '../format';
import type { Marker } from '../markers/scanner';
import { isTorn, mayBeRest } from '../markers/torn';
import { type Article, type Field, ownMarkers } from '../parse/article';
import { parse } from '../parse/parser';
import type { Edit, Fix } from '../rules/rule';
import { countBefore, isWhiteSpace, type Span, skipBack, skipWhiteSpace, textOf, trimmed } from '../span';
import { editDistance } from '../text/editDistance';

/** The white space that an article uses, read from its fields; the producers' where it has none. */
export interface Spacing {
  /** Between a marker and its value. */
  readonly inside: string;
  /** Between an END and the next START. */
  readonly between: string;
  /** Between an article and the next one. */
  readonly border: string;
  /** Before a document's first article. */
  readonly lead: string;
  /** Behind a document's last article. */
  readonly tail: string;
}

export function spacing(article: Article): Spacing {
  const healthy = article.fields.filter(ownMarkers);
  // A field whose END is lost, or not typed yet, tells it as well.
  const told = [...healthy, ...article.fields].map((field) => spaceBeforeValue(article, field));
  const inside = told.find((space) => space !== '') ?? ' ';
  const inLines = /[\r\n]/.test(inside);
  return {
    inside,
    between: gapBetween(article, healthy) ?? (inLines ? inside : '  '),
    border: inLines ? inside + inside : '  ',
    lead: inLines ? '' : ' ',
    tail: inside,
  };
}

/** Whether an article has a field that shows what white space it uses. */
export function showsSpacing(article: Article): boolean {
  return article.fields.some((field) => spaceBeforeValue(article, field) !== '');
}

/** Exactly one white-space character (a CRLF counts as one), as the format has it; where an END is lost, there may be more. */
function spaceBeforeValue(article: Article, { start, value }: Field): string {
  const space = start ? textOf(article.text, { start: start.end, end: value.start }) : '';
  return space.startsWith('\r\n') ? '\r\n' : space.slice(0, 1);
}

/** The white space between the first two neighbouring fields that have some; not where a field is missing. */
function gapBetween(article: Article, fields: readonly Field[]): string | undefined {
  for (const [index, field] of fields.entries()) {
    const { end } = field;
    const following = fields[index + 1];
    const next = following?.start;
    if (!end || !next || isMissingBetween(field, following)) continue;
    const gap = article.text.slice(end.end, next.start);
    if (gap !== '' && gap.trim() === '') return gap;
  }
  return undefined;
}

function isMissingBetween(field: Field, following: Field | undefined): boolean {
  const [rank, next] = [fieldRank(field.letters), fieldRank(following?.letters ?? '')];
  return rank !== -1 && next > rank + 1;
}

/** Puts the END of a field that has lost it behind its value. White space that is there stays. */
export function insertEnd(article: Article, field: Field, { inside, between, border, tail }: Spacing): Edit {
  const start = field.value.end;
  const end = skipWhiteSpace(article.text, start, article.text.length);
  const after = end < article.text.length ? between : article.final ? tail : border;
  return insertMarker(article.text, { start, end }, inside, markerText(field.letters, 'end'), after, 'before');
}

/** Puts the START of a field that has lost it before its value. White space that is there stays. */
export function insertStart(article: Article, field: Field, { inside, between, border, lead }: Spacing): Edit {
  const end = field.value.start;
  const start = skipBack(article.text, end);
  const before = start > 0 ? between : article.first ? lead : border;
  return insertMarker(article.text, { start, end }, before, markerText(field.letters, 'start'), inside, 'behind');
}

/**
 * Writes a marker into the white space of `gap`, with `before` and `after` beside it. Where there is enough white
 * space, nothing but the marker is added; what is more than enough belongs to the value, which lies `value` of it.
 */
function insertMarker(
  text: string,
  gap: { start: number; end: number },
  before: string,
  marker: string,
  after: string,
  value: 'before' | 'behind',
): Edit {
  if (gap.end - gap.start < before.length + after.length) return { span: gap, text: before + marker + after };
  const at = value === 'before' ? gap.end - after.length : gap.start + before.length;
  // Never between the two halves of a line end.
  const whole = at > 0 && text.startsWith('\r\n', at - 1) ? at - 1 : at;
  return { span: { start: whole, end: whole }, text: marker };
}

/** Writes a marker in place of what is left of it at that end of a value; undefined where nothing is. */
export function completeRest({ text }: Article, { value, letters }: Field, side: Side): Fix | undefined {
  const marker = markerText(letters, side);
  const inside = trimmed(text, value);
  const written = textOf(text, inside);
  const word = written.split(/\s+/).at(side === 'start' ? 0 : -1) ?? '';
  if (word.length === written.length || !isTorn(word, marker)) return undefined;
  const start = side === 'start' ? inside.start : inside.end - word.length;
  return {
    title: `Write ${marker} in place of ${word}`,
    edits: [{ span: { start, end: start + word.length }, text: marker }],
    tier: 'suggested',
    changes: [letters],
  };
}

/**
 * Whether a value begins or ends with what may be the rest of a marker, such as `Text-End`: then nobody should insert
 * another one beside it without looking.
 */
export function mayHoldMarker(article: Article, { value, letters }: Field, side: Side): boolean {
  const words = textOf(article.text, value).replace(ENTITY, '-').trim().split(/\s+/);
  const wanted = bareLetters(markerText(letters, side));
  const isClose = (rest: string, most: number) =>
    SPELLED.test(rest) && editDistance(bareLetters(rest), wanted, most) <= most;
  const outermost = (count: number) => (side === 'start' ? words.slice(0, count) : words.slice(-count)).join('');
  const word = outermost(1);
  const marker = markerText(letters, side);
  // One word, or two where the marker is wrapped.
  return (
    isClose(word, Math.max(2, Math.floor(wanted.length / 3))) ||
    isClose(outermost(2), 2) ||
    SPELLED_LONG.test(word) ||
    mayBeRest(word, marker) ||
    (side === 'start' ? word.startsWith(marker.slice(0, FIRST_LETTERS)) : END_IN_END.test(word))
  );
}

/** A dash as HTML writes it, such as `&ndash;`, or as mail and addresses do. */
const ENTITY = /&#?\w{1,10};|[=%]2D/g;
const SPELLED = /\p{L}[^\p{L}\p{N}]+\p{L}|^[^\p{Ll}]+$/u;
/** Two letters of a marker, with their hyphens. */
const FIRST_LETTERS = 4;
/** What is left where an END was put into another one. */
const END_IN_END = /E-N-D\.-?E-N-D\.$/;
const SPELLED_LONG = /(?:\p{L}[^\p{L}\p{N}]){6}|(?:\S\p{Pd}){5}/u;

function bareLetters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '').toUpperCase();
}

/** Writes a marker as it should be, parted from what is stuck to it. */
export function writeMarker(
  { text, markers }: Article,
  { start, end }: Marker,
  letters: string,
  side: Side,
  { inside, between }: Spacing,
): Edit {
  const written = markerText(letters, side);
  const isGlued = (at: number) => at >= 0 && at < text.length && !isWhiteSpace(text.charCodeAt(at));
  /** What is lost of the white space to the field beside it, with the marker's own character there. */
  const lost = (gap: Span, isTorn: boolean) => {
    const left = textOf(text, gap);
    if (!isTorn || !between.endsWith(left)) return '';
    const next = countBefore(markers, gap.end, (marker) => marker);
    const isBeside = side === 'start' ? markers[next - 1]?.end === gap.start : markers[next]?.start === gap.end;
    return isBeside ? between.slice(left.length) : '';
  };
  if (side === 'start') {
    const gap = { start: skipBack(text, start), end: start };
    const before = isGlued(start - 1) ? between : lost(gap, text[start] !== written[0]);
    return { span: { start, end }, text: before + written + (isGlued(end) ? inside : '') };
  }
  const gap = { start: end, end: skipWhiteSpace(text, end, text.length) };
  const behind = isGlued(end) ? between : lost(gap, text[end - 1] !== written.at(-1));
  return { span: { start, end }, text: (isGlued(start - 1) ? inside : '') + written + behind };
}

/** Gives a field that has both its markers those of another one. */
export function rename(article: Article, { letters, start, end }: Field, { name, marker }: FieldFormat): Fix {
  const space = spacing(article);
  const edits = [start, end].flatMap((each) => (each ? [writeMarker(article, each, marker, each.side, space)] : []));
  return { title: `Make it the ${name} field`, edits, tier: 'suggested', changes: [letters, marker] };
}

/** Removes a marker or a field, with the white space before it; with that behind it where nothing stands before. */
export function remove({ text }: Article, { start, end }: Span): Edit {
  const from = skipBack(text, start);
  return { span: from > 0 ? { start: from, end } : { start, end: skipWhiteSpace(text, end, text.length) }, text: '' };
}

/** The text after edits that do not overlap, given in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(from, span.start) + replacement;
    from = span.end;
  }
  return result + text.slice(from);
}

/**
 * Whether a fix keeps what it must: every value that it does not name is the same before and after, byte for byte (but
 * for the white space at its ends where a marker was lost, for nobody can know that); and a safe one makes up and
 * removes no field.
 */
export function isFaithful(article: Article, fix: Fix): boolean {
  const { length } = article.text;
  if (fix.edits.some(({ span: { start, end } }) => start < 0 || end < start || end > length)) return false;
  const before = article.fields.filter(({ letters }) => !fix.changes?.includes(letters));
  const after = valuesIn(parse(applyEdits(article.text, fix.edits)).articles);
  if (fix.tier === 'safe' && after.length !== article.fields.length) return false;
  return keeps(
    before.map((field) => readValue(article, field)),
    after,
  );
}

/** Whether one document has exactly the fields of another, and their values as a faithful fix must keep them. */
export function keepsValues(before: readonly Article[], after: readonly Article[]): boolean {
  const [values, kept] = [valuesIn(before), valuesIn(after)];
  return values.length === kept.length && keeps(values, kept);
}

/** A field's value, and whether both its markers say where it ends. */
interface Value {
  readonly letters: string;
  readonly text: string;
  readonly isCertain: boolean;
}

function readValue(article: Article, field: Field): Value {
  return { letters: field.letters, text: textOf(article.text, field.value), isCertain: ownMarkers(field) };
}

function valuesIn(articles: readonly Article[]): Value[] {
  return articles.flatMap((article) => article.fields.map((field) => readValue(article, field)));
}

/** Whether each value is among the others: verbatim where it is certain, else but for the white space at its ends. */
function keeps(before: readonly Value[], after: readonly Value[]): boolean {
  const verbatim = counted(after.map(({ letters, text }) => `${letters} ${text}`));
  for (const { letters, text, isCertain } of before) {
    if (isCertain && !take(verbatim, `${letters} ${text}`)) return false;
  }
  if (before.every(({ isCertain }) => isCertain)) return true;
  const rest = new Map<string, number>();
  for (const [key, count] of verbatim) rest.set(bare(key), (rest.get(bare(key)) ?? 0) + count);
  return before.every(({ letters, text, isCertain }) => isCertain || take(rest, bare(`${letters} ${text}`)));
}

/** A key without the white space at the ends of its value. */
function bare(key: string): string {
  const end = key.indexOf(' ');
  return `${key.slice(0, end)} ${key.slice(end).trim()}`;
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  counts.set(key, count - 1);
  return count > 0;
}
