/**
 * The last word on whether a fix is safe: whether the text beside each marker that it writes looks as it does when nothing
 * but that marker was damaged. A rule only proposes; where another accident may explain the text, a person decides.
 *
 * An example: `All is well. T-E-X-\n> T-E-N-D.` may get its END in two places. Whatever is chosen, `T-E-X-` and `>` would be
 * text, and nobody would find them again.
 */
import { FIELDS, fieldRank, markerText, type ValueKind } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import type { Article } from '../parse/article';
import { countBefore, isBlank, isWhiteSpace, skipBack, skipWhiteSpace, textOf } from '../span';
import type { Edit, Fix } from './edit';
import { type Spacing, spacing } from './spacing';

/** Whether all that a fix writes is certain. Fixes that write no marker and part none are not judged. */
export function isCertain(article: Article, { edits }: Fix): boolean {
  return edits.every((edit, i) => isCertainEdit(article, edit, edits[i - 1]?.span.end ?? 0, edits[i + 1]?.span.start));
}

/** `floor` and `limit` are where the fix's edits before and after this one end and begin. */
function isCertainEdit(article: Article, edit: Edit, floor: number, limit = article.text.length): boolean {
  const { text, markers } = article;
  const { start, end } = edit.span;
  const written = [...scanMarkers(edit.text, 0)];
  const [first, last] = [written[0], written.at(-1)];
  if (!first || !last) return isBlank(edit.text, 0, edit.text.length) ? partsWhatIsWhole(text, edit) : true;
  const isInsertion = isBlank(text, start, end);
  const rewritten = textOf(text, edit.span)
    .replaceAll(/<\/?[A-Za-z]+>/g, '')
    .trim();
  const next = countBefore(markers, end, (marker) => marker);
  const previous = countBefore(markers, start, (marker) => marker) - 1;
  const before = text.slice(Math.max(floor, markers[previous]?.end ?? 0, start - NEAR), start);
  const after = text.slice(end, Math.min(limit, markers[next]?.start ?? limit, end + NEAR));
  if (!isInsertion && (isGlued(text, start - 1) || isGlued(text, end))) return false;
  if (rewritten === markerText(first.letters, first.side)) return true;
  if (isMarkerOfFormat(rewritten))
    return first.side === 'end' ? isPlain(before, kindOf(first)) : isPlain(after, kindOf(first));
  if (!isInsertion && written.length === 1) {
    const word = wordBeside(first, before, after);
    if (missingLetters(rewritten, first) <= 1)
      return isOfMarkerOnly(rewritten, first) && !IS_MARKS.test(word) && !isMissingLetter(word, rewritten, first);
  }
  if (first.side === 'end' && !endsAsItShould(before, kindOf(first))) return false;
  if (last.side === 'start' && !beginsAsItShould(after, kindOf(last))) return false;
  if (isInsertion) return isGapOfOneMarker(article, edit, first, before, after);
  return written.length > 1 || (isOfMarkerOnly(rewritten, first) && isTornWithin(rewritten, first, before, after));
}

/** Whether a text is a marker of the format, as where two have each other's place: nothing is torn then. */
function isMarkerOfFormat(text: string): boolean {
  const [marker] = scanMarkers(text, 0);
  return marker !== undefined && markerText(marker.letters, marker.side) === text && fieldRank(marker.letters) !== -1;
}

/** Whether white space goes between a START and a word that begins there, as far as its first letter tells. */
function partsWhatIsWhole(text: string, { span }: Edit): boolean {
  const next = text.slice(span.end, span.end + 2);
  return !/-T\.$/.test(text.slice(0, span.start)) || /^[\p{Lu}\p{Lo}\p{N}“"‘'«(¿¡]/u.test(next);
}

/** How many letters fewer than a marker has are there, right or wrong. Without any, none is anywhere else. */
function missingLetters(rewritten: string, { letters, side }: Marker): number {
  return lettersIn(markerText(letters, side)).length - lettersIn(rewritten).length;
}

/** Whether a word is the letter that a marker lacks on that side: `T` before `I-T-L-E-E-N-D.`, but not `B`. */
function isMissingLetter(word: string, rewritten: string, { letters, side }: Marker): boolean {
  const at = side === 'end' ? 0 : -1;
  const meant = lettersIn(markerText(letters, side)).at(at);
  return lettersIn(word) === meant && lettersIn(rewritten).toUpperCase().at(at) !== meant;
}

/** The word on the side of a marker on which its value is. */
function wordBeside({ side }: Marker, before: string, after: string): string {
  return (side === 'end' ? before.trim().split(/\s+/).at(-1) : after.trim().split(/\s+/, 1)[0]) ?? '';
}

function lettersIn(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}

/** Whether what is rewritten holds no letter of the value: `aI-T-L-E-E-N-D.` may, before an END; `S-T-A-Rt`, after a START. */
function isOfMarkerOnly(rewritten: string, { letters, side }: Marker): boolean {
  const runs = rewritten.split(/[^\p{L}]+/u).filter((run) => run !== '');
  const run = (side === 'end' ? runs[0] : runs.at(-1)) ?? '';
  if (runs.length < SPELLED_OUT || run.length === 1) return true;
  const meant = lettersIn(markerText(letters, side));
  const once = run.toUpperCase().replaceAll(/(.)\1/gu, '$1'); // One letter may be doubled.
  return side === 'end' ? meant.startsWith(once) : meant.endsWith(once);
}

/**
 * Whether the cut that tore a marker ended within it. Where more than a letter is missing on the side of the value, as before
 * `L-E-E-N-D.`, the end of the value may be missing as well.
 */
function isTornWithin(rewritten: string, { letters, side }: Marker, before: string, after: string): boolean {
  const meant = markerText(letters, side);
  if (meant.length - rewritten.length <= 2) return true;
  if (side === 'start') return !meant.startsWith(rewritten) || /^[^\p{Ll}]/u.test(after.trim());
  return !meant.endsWith(rewritten) || (kindOf({ letters }) === 'text' && SENTENCE_END.test(before.trim()));
}

/** So many groups of letters are spelled out, not words. */
const SPELLED_OUT = 4;

function kindOf({ letters }: Pick<Marker, 'letters'>): ValueKind {
  return FIELDS[fieldRank(letters)]?.kind ?? 'title';
}

function isGlued(text: string, at: number): boolean {
  return at >= 0 && at < text.length && !isWhiteSpace(text.charCodeAt(at));
}

/** So much of a value is looked at, in UTF-16 units. */
const NEAR = 1000;

/** Words beside a marker that are looked at: a marker that was wrapped leaves two, and the sign of a quotation. */
const NEARBY = 3;

function endsAsItShould(value: string, kind: ValueKind): boolean {
  const words = value.trim().split(/\s+/);
  return isPlain(value, kind) && !words.slice(-NEARBY).some(isRemnant) && !isRemnantEnd(words.at(-1) ?? '');
}

function beginsAsItShould(value: string, kind: ValueKind): boolean {
  const words = value.trim().split(/\s+/);
  return isPlain(value, kind) && !words.slice(0, NEARBY).some(isRemnant) && !isRemnantStart(words[0] ?? '');
}

/** Whether a value is one of its kind from end to end, as far as that can be told. */
function isPlain(value: string, kind: ValueKind): boolean {
  const content = value.trim();
  if (kind === 'number') return /^(?!\p{Lu}-)[\p{L}\p{N}_]+(?:[.-][\p{Ll}\p{N}_]+)*$/u.test(content);
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(content);
  return kind === 'text' ? !/\s{3}\S+$/.test(content) : !/\s{3}|\n\s*\n/.test(content);
}

/** Letters one by one with marks between them, as a marker has them, or with letters put between; nothing but marks; markup. */
function isRemnant(word: string): boolean {
  return (
    /(?<![\p{L}\p{N}])\p{Lu}[^\p{L}\p{N}\s.,;:!?'’"”]+\p{Lu}(?![\p{L}\p{N}])/u.test(word) ||
    /(?:\p{Lu}{1,2}[^\p{L}\p{N}\s]){3}/u.test(word) ||
    /(?:\p{Lu}[x_]){2}/u.test(word) ||
    /^\p{Lu}{7,}\.?$/u.test(word) ||
    IS_MARKS.test(word) ||
    /(?:\p{Lu}[^\p{Lu}\s]{1,8}){4}/u.test(word) ||
    /^<|>$|[\\|{}~^]|&\w+;|&#|[%=][0-9A-F]{2}/.test(word)
  );
}

/** Nothing but the marks of a keyboard. */
const IS_MARKS = /^[!-/:-@[-`{-~]+$/;

/** Before an END: the last word is cut through with a marker, names a field, or is one letter by itself. */
function isRemnantEnd(word: string): boolean {
  return /[-–—_][\p{L}\p{N}]?\.?$|:$|^[B-Z]\.?$|^\p{Lu}[-–—_]\p{L}|^\p{Lu}{2,}\.?$/u.test(word);
}

/** After a START, likewise: `TAll is well` has lost its white space and more. */
function isRemnantStart(word: string): boolean {
  return /^[\p{L}\p{N}]?[-–—_]\p{L}|:$|^\p{Lu}\.$|^\p{Lu}{2}\p{Ll}|^\p{Lu}{2,}$|^[.,;!?)\]]/u.test(word);
}

/** What ends a sentence, with closing quotation marks and brackets. */
const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]]*$/u;

/**
 * Whether the white space where a marker is inserted is just what one deleted marker leaves in the layout of this article,
 * with or without the white space on one of its sides. A download that broke off leaves none, or that of another layout. A
 * TEXT must also end a sentence: within one, its rest may be lost as well.
 */
function isGapOfOneMarker(article: Article, { span }: Edit, marker: Marker, before: string, after: string): boolean {
  const { text, first, final } = article;
  const from = skipBack(text, span.start);
  const to = skipWhiteSpace(text, span.end, text.length);
  const space: Spacing = spacing(article);
  const { inside } = space;
  const isAtEdge = marker.side === 'start' ? from === 0 : to === text.length;
  const edge = marker.side === 'start' ? (first ? space.lead : space.border) : final ? space.tail : space.border;
  const outside = isAtEdge ? edge : space.between;
  const gap = text.slice(from, to);
  const both = marker.side === 'start' ? outside + inside : inside + outside;
  if (gap === '' || ![both, withoutFirst(both), withoutLast(both)].includes(gap)) return false;
  return kindOf(marker) !== 'text' || (marker.side === 'end' ? SENTENCE_END.test(before.trim()) : after.trim() !== '');
}

/** White space without its first or last character, a CRLF counting as one. */
function withoutFirst(space: string): string {
  return space.replace(/^(?:\r\n|\s)/, '');
}

function withoutLast(space: string): string {
  return space.replace(/(?:\r\n|\s)$/, '');
}
