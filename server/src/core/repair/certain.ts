/**
 * The last word on whether a fix is safe. A rule only proposes; a fix stays safe where the text beside each marker that it
 * writes is as it is when nothing but that marker was damaged. Where another accident explains the text as well, a person
 * decides.
 *
 * An example: `All is well. T-E-X-\n> T-E-N-D.` may get its END in two places. With either, `T-E-X-` and `>` become text, and
 * nothing reports them again.
 */
import { FIELDS, fieldRank, markerText, type ValueKind } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import type { Article } from '../parse/article';
import { countBefore, isWhiteSpace, skipBack, skipWhiteSpace, textOf } from '../span';
import type { Edit, Fix } from './edit';
import { spacing } from './spacing';

/** Whether all edits of a fix are certain. An edit that writes no marker, and parts none from its value, is not judged here. */
export function isCertain(article: Article, { edits }: Fix): boolean {
  return edits.every((edit) => isCertainEdit(article, edit));
}

/** So much of the text beside a marker is read, in UTF-16 units. */
const NEAR = 1000;

function isCertainEdit(article: Article, edit: Edit): boolean {
  const { text, markers } = article;
  const { start, end } = edit.span;
  const [marker, ...more] = scanMarkers(edit.text, 0);
  if (more.length > 0) return false;
  if (!marker) return start < end || isBeforeWholeWord(text, start);
  const rewritten = textOf(text, edit.span).replaceAll(TAGS, '').trim();
  const next = countBefore(markers, end, (each) => each);
  const previous = countBefore(markers, start, (each) => each) - 1;
  const value =
    marker.side === 'end'
      ? text.slice(Math.max(markers[previous]?.end ?? 0, start - NEAR), start).trim()
      : text.slice(end, Math.min(markers[next]?.start ?? text.length, end + NEAR)).trim();
  if (rewritten === '') return isPlain(value, marker) && isGapOfOneMarker(article, edit, marker, value);
  const isGlued = isInWord(text, start - 1) || isInWord(text, end);
  if (isGlued || !isOfMarkerOnly(rewritten, marker)) return false;
  if (missingLetters(rewritten, marker) > 1) return isPlain(value, marker) && isTornWithin(rewritten, marker, value);
  const word = wordBeside(value, marker);
  return !LEFTOVER.test(word) && !isMissingLetter(word, rewritten, marker);
}

/** HTML around a marker, as in `<b>T-E-X-T-E-N-D.</b>` */
const TAGS = /<\/?[A-Za-z]+>/g;

/** Whether a whole word begins at an offset at which white space is put in: one in lower case may have lost its beginning. */
function isBeforeWholeWord(text: string, at: number): boolean {
  return /^[\p{Lu}\p{Lo}\p{N}“"‘'«(¿¡]/u.test(text.slice(at, at + 2));
}

function kindOf({ letters }: Marker): ValueKind {
  return FIELDS[fieldRank(letters)]?.kind ?? 'title';
}

function isInWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && !isWhiteSpace(text.charCodeAt(at));
}

function lettersIn(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}

/** How many letters fewer are there than the marker has, right or wrong ones. */
function missingLetters(rewritten: string, { letters, side }: Marker): number {
  return lettersIn(markerText(letters, side)).length - lettersIn(rewritten).length;
}

/** Whether what is rewritten holds no letter of the value: `aI-T-L-E-E-N-D.` may, before an END; `S-T-A-Rt`, after a START. */
function isOfMarkerOnly(rewritten: string, { letters, side }: Marker): boolean {
  const joined = rewritten.split(/[^\p{L}]+/u).filter((each) => each !== '');
  const beside = undoubled((side === 'end' ? joined[0] : joined.at(-1)) ?? '').toUpperCase();
  const meant = undoubled(lettersIn(markerText(letters, side)));
  return beside.length === 1 || (side === 'end' ? meant.startsWith(beside) : meant.endsWith(beside));
}

/** Each letter once where it is doubled, as in `TT-I-T-L-E-E-N-D.` */
function undoubled(letters: string): string {
  return letters.replaceAll(/(.)\1/gu, '$1');
}

/**
 * Whether the cut that tore a marker ended within it. Where the head of an END is missing, as before `L-E-E-N-D.`, the end of
 * the value may be missing as well.
 */
function isTornWithin(rewritten: string, marker: Marker, value: string): boolean {
  const meant = markerText(marker.letters, marker.side);
  const isHeadLost = marker.side === 'end' && meant.endsWith(rewritten);
  return !isHeadLost || (kindOf(marker) === 'text' && SENTENCE_END.test(value));
}

/** The word of a value that is beside the marker. */
function wordBeside(value: string, { side }: Marker): string {
  return (side === 'end' ? value.split(/\s+/).at(-1) : value.split(/\s+/, 1)[0]) ?? '';
}

/** Whether a word is the letter that a marker lacks there: `T` before `I-T-L-E-E-N-D.`, but not `B`. */
function isMissingLetter(word: string, rewritten: string, { letters, side }: Marker): boolean {
  const at = side === 'end' ? 0 : -1;
  const meant = lettersIn(markerText(letters, side)).at(at);
  return lettersIn(word) === meant && lettersIn(rewritten).toUpperCase().at(at) !== meant;
}

/** Nothing but marks of a keyboard, or markup and escapes: `>`, `<br>`, `&#46;`, `%2D`, `\u002d`. No value ends with them. */
const LEFTOVER = /^[!-/:-@[-`{-~]+$|^<|>$|\\|&#?\w+;|[%=][0-9A-F]{2}/;

/** Whether a value is one of its kind beside a marker, with nothing in it that may be left of a marker, or stand in for it. */
function isPlain(value: string, marker: Marker): boolean {
  const kind = kindOf(marker);
  if (kind === 'number') return /^(?!\p{Lu}-)[\p{L}\p{N}_]+(?:[.-][\p{Ll}\p{N}_]+)*$/u.test(value);
  const word = wordBeside(value, marker);
  const cut = marker.side === 'start' ? /^\p{Lu}?-\p{L}|^\p{Lu}{2}\p{Ll}/u : /-\p{Lu}\.?$/u;
  return !cut.test(word) && !LEFTOVER.test(word) && !STANDS_IN.test(word) && !/\s{3}\S*$/.test(value);
}

/** A label, such as `Title:`; capitals only, such as `ID`; letters with something between them, such as `T-EE-EX-ET.` */
const STANDS_IN = /:$|^\p{Lu}{2,}\.?$|(?:\p{Lu}{1,2}[^\p{Lu}\s]{1,8}){3}/u;

/** What ends a sentence, with closing quotation marks and brackets. */
const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]]*$/u;

/**
 * Whether the white space where a marker is inserted is just what one deleted marker leaves in the layout of this article,
 * with or without one character of it. A download that broke off leaves none, or that of another layout. A TEXT must also end
 * a sentence: within one, the rest of it may be lost as well.
 */
function isGapOfOneMarker(article: Article, { span }: Edit, marker: Marker, value: string): boolean {
  const { text, first, final } = article;
  const { inside, between, border, lead, tail } = spacing(article);
  const from = skipBack(text, span.start);
  const to = skipWhiteSpace(text, span.end, text.length);
  const before = from > 0 ? between : first ? lead : border;
  const after = to < text.length ? between : final ? tail : border;
  const all = marker.side === 'start' ? before + inside : inside + after;
  const gap = text.slice(from, to);
  if (gap === '' || (gap !== all && gap !== all.replace(/(?:\r\n|\s)$/, ''))) return false;
  return marker.side === 'start' || kindOf(marker) !== 'text' || SENTENCE_END.test(value);
}
