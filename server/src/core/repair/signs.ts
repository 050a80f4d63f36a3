/** The signs by which accidents (accidents.ts) are known: what the text shows at the place of a marker. */
import { fieldRank } from '../format';
import { type Marker, scanMarkers } from '../markers/scanner';
import { isTorn, mayBeRest } from '../markers/torn';
import { countBefore } from '../span';
import { checkDate } from '../text/date';
import { editDistance } from '../text/editDistance';
import { letterOf, lettersIn, looksLikeHyphen, STOPS } from '../text/lookAlikes';
import { endsSentence } from '../text/sentences';
import type { MarkerPlace } from './place';
import { spacing } from './spacing';

/** Whether a marker has lost more than a letter, or all of it. */
export function isMostlyLost({ missing }: MarkerPlace): boolean {
  return missing > 1;
}

/** Whether an END is lost, or its head, as before `L-E-E-N-D.`: the end of the value may be lost with it. */
export function isHeadLost({ marker, present, written }: MarkerPlace): boolean {
  return marker.side === 'end' && present !== written && written.endsWith(present);
}

/** With the space before it, in UTF-16 units. */
const LONGEST_SIGNATURE = 40;

/** Whether a value ends with a sentence; who wrote it may follow, as in `well. (AFP)` */
export function endsWithSentence({ value }: MarkerPlace): boolean {
  const signature = value.endsWith(')') ? value.lastIndexOf(' (') : -1;
  const isSigned = signature > 0 && value.length - signature <= LONGEST_SIGNATURE;
  return (
    endsSentence(value, { start: 0, end: value.length }) ||
    (isSigned && endsSentence(value, { start: 0, end: signature }))
  );
}

/** Whether a cut through the value and the marker may have left this. */
export function isCutThrough(place: MarkerPlace): boolean {
  const { kind, marker, present, value, written, isStuck } = place;
  if (marker.side === 'end') {
    if (kind === 'text') return isStuck && !endsWithSentence(place);
    return (present !== '' && isMostlyLost(place) && isHeadLost(place)) || (present === '' && UNENDED.test(value));
  }
  // The end of a START is lost, more than its full stop: the first word of the value may have lost its beginning.
  if (isStuck) return !WHOLE_WORD.test(value);
  if (kind === 'date' || present.length + 2 > written.length || !written.startsWith(withoutMarks(present)))
    return false;
  if (!WHOLE_WORD.test(value) || (WITHOUT_CASE.test(value) && !isWholeGap(place))) return true;
  return present !== '' && isMostlyLost(place);
}

/** Marks with which no headline ends, such as `:`, `*` and `|`. */
const UNENDED = /(?![.!?…"'%‰+。！？\p{Pe}\p{Pf}])[\p{P}\p{Sm}\p{Sk}]$/u;

/** What begins a value that has not lost its beginning. */
const WHOLE_WORD = /^[“"‘'«([¿¡]*[\p{Sc}#]?[\p{Lu}\p{Lo}\p{N}]/u;

/** A script that has no capitals, as Arabic, does not show whether a word has lost its beginning. */
const WITHOUT_CASE = /^[^\p{L}\p{N}]*\p{Lo}/u;

/** Whether a number or a date is as such values are. */
export function isOfItsKind({ kind, value }: MarkerPlace): boolean {
  if (kind === 'number') return NUMBER.test(value);
  return kind !== 'date' || checkDate(value) === undefined;
}

/** A number, or a file name; a capital and a hyphen are what is left of a marker. */
const NUMBER = /^(?!\p{Lu}-)[\p{L}\p{N}_]+(?:[.-][\p{Ll}\p{N}_]+)*$/u;

/** Whether the marker of another field is there, which the article does not have otherwise. */
export function isOfFieldThatIsMissing({ article, present }: MarkerPlace): boolean {
  const other = markerOfFormat(present);
  return other !== undefined && !article.fields.some(({ letters }) => letters === other.letters);
}

/** The marker that is there, if it is one of the format. */
function markerOfFormat(present: string): Marker | undefined {
  const [other] = scanMarkers(present);
  return other && fieldRank(other.letters) !== -1 ? other : undefined;
}

/** Whether a part of the marker may be in the value. */
export function isRestInValue(place: MarkerPlace): boolean {
  const { marker, value, word, present, written, isStuck } = place;
  // Only letters of the marker, or its outermost ones again, as in `7FF-N-E-N-D.` and `S-T-A-R-T.R-T.Truce`
  if (isStuck && (SPELLED_OUT.test(word) || isOutermostBeside(place))) return true;
  if (isStuck) return place.kind === 'number' && REST_IN_NUMBER.test(value);
  if (isRestInArticle(place) || isHidden(place) || isSpaceOfMarker(place)) return true;
  if (!isMostlyLost(place)) return TORN_APART.test(present) || isLetterBefore(place) || isMissingLetter(place);
  const part = marker.side === 'start' ? HEAD : TAIL;
  if (
    part.test(word) ||
    isOuterPart(place) ||
    LETTERS.test(word) ||
    /\s{3}\S*$/.test(value) ||
    /^\p{Lu}\s/u.test(present)
  )
    return true;
  if (present !== '') return false;
  const isStop = marker.side === 'end' && place.kind !== 'text' && word.endsWith('.') && !ABBREVIATED.test(word);
  const isOddStop = place.kind === 'text' && marker.side === 'end' && ODD_STOP.test(word);
  const isLeft = [word, withoutMarks(word)].some((each) => each !== '' && mayBeRest(each, written));
  const isRest = isStop || isOddStop || isLeft || isLetterStuck(place) || LEFTOVER.test(word);
  return isSpelledIn(place) || LINE_OF_MARKER[marker.side].test(value) || (isRest && !isWholeGap(place));
}

/**
 * Whether some of the white space beside a marker may be a part of it, as in `F N S T A R T \n7`: one character is usual, and
 * only a marker that is as it should be at that end shows that the rest belongs to the value.
 */
function isSpaceOfMarker(place: MarkerPlace): boolean {
  const { article, marker, present, value, written, spaceBeside } = place;
  if (present === '' || value === '' || spaceBeside === spacing(article).inside) return false;
  if (isMostlyLost(place)) return true;
  if (marker.side === 'start') return !/[^.]\.$/.test(present);
  return letterOf(present.charAt(0)) !== written.charAt(0) || /\s/.test(present);
}

/** A full stop after a mark that ends no sentence, as in `’/.`, or after the end of one, as in `well.”.` and `so on….` */
const ODD_STOP = /[^\p{L}\p{N}.!?…"'”’)\]»%]\.$|[!?…]["'”’)\]»]*\.$|(?<!\.)\.["'”’)\]»]*\.$/u;

/** A line with a single word, such as `X`, where the marker has a line of its own. */
const LINE_OF_MARKER = { start: /^\S{1,20}[\r\n]/, end: /[\r\n]\S{1,20}$/ };

/** What no value begins or ends with, and may be all that is left of a marker: `T-`, `x.`, `0.` and `”L` */
const LEFTOVER = /^[A-Z]-$|^\p{Ll}\.?$|^\p{N}\.$|[\p{Pe}\p{Pf}]\p{Lu}$/u;

/** Letters with full stops, such as `U.S.` */
const ABBREVIATED = /^(?:\p{L}\.){2,}$/u;

/** A single letter before white space, as in `T I-T-L-E-E-N-D.` and `T. -E-X-T-E-N-D.`: it may be a word of the value. */
const TORN_APART = /^\p{Lu}(?:\s+|\.\s+-?)\p{Lu}-/u;

/** Whether a value of the article begins or ends with a rest of the marker, such as `R-T.`, or its number with that of any. */
function isRestInArticle({ article, marker, word, written }: MarkerPlace): boolean {
  if (marker.side === 'start' && LAST_LETTER.test(word)) return true;
  return article.fields.some(({ format, value }) => {
    const { start, end } = value;
    if (format?.kind === 'number' && REST_IN_NUMBER.test(article.text.slice(start, end).trim())) return true;
    const head = article.text.slice(start, Math.min(end, start + LONGEST)).trimStart();
    const tail = article.text.slice(Math.max(start, end - LONGEST), end).trimEnd();
    const outer = [head.split(/\s/, 1)[0], tail.split(/\s/).at(-1)];
    return LONE_STOP.test(outer[0] ?? '') || outer.some((each = '') => isTorn(each, written));
  });
}

/** Whether the marker is a part of something longer, as in `B-F-N-S-T-A-R-T.52`, which nothing reports. */
function isHidden({ article: { text, markers }, present, written }: MarkerPlace): boolean {
  if (present !== '') return false;
  for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
    if (markers[countBefore(markers, at, (each) => each)]?.start !== at) return true;
  }
  return false;
}

/** The end of a START or an END. */
const LAST_LETTER = /^[DT]\.$/;
/** A single full stop before a value, as after a START that was pasted before the full stop of another marker. */
const LONE_STOP = /^\.$/;

/** A single capital beside a number, as in `1986 N-`, `D 7` and `2874512034.xml…F`. Producers number in many other ways. */
const REST_IN_NUMBER = /\s\p{Lu}-?$|^\p{Lu}-?\s|[^\p{L}\p{N}\s_./-]\p{Lu}$/u;

/** Longer than what is left of any marker. */
const LONGEST = 40;

/** Whether the first letter of an END is before it, or the last letters of a START after it, with their full stop. */
function isOutermostBeside({ marker, word, written }: MarkerPlace): boolean {
  return marker.side === 'end' ? word.endsWith(written.charAt(0)) : LAST_LETTERS.test(word);
}

/** The end of a START, as in `R-T.` */
const LAST_LETTERS = /^(?:\p{Lu}-)*T\./u;

/** Whether the outermost letter of the marker may be stuck to a word: `F86`, `Tve`, `altogD.` */
function isLetterStuck({ kind, marker, word }: MarkerPlace): boolean {
  if (marker.side === 'end') return STUCK_LAST_LETTER.test(word);
  return kind === 'number' ? STUCK_TO_NUMBER.test(word) : STUCK_FIRST_LETTER.test(word);
}

/** A letter of the marker before a figure, as in `F86` and `R09`. */
const STUCK_TO_NUMBER = /^(?:F|[NSTAR]\p{N})/u;

/** The last letter of an END after a word, and the first one of a START before letters that no word has after it. */
const STUCK_LAST_LETTER = /[^\s-]D\.?$/u;
const STUCK_FIRST_LETTER = /^T[^\saehiorsuwy]/u;

/** A letter and a hyphen, or two capitals before a word, such as `TAll`: what is left at the head of a value. */
const HEAD = /^\p{Lu}?-\p{L}|^\p{Lu}{2}\p{Ll}/u;
/** A hyphen beside a letter, as in `it-I-`, `$5 m-`, `T-E-X-T-E-N.`, `.n-d.` and `-D0`: what is left at the end of a value. */
const TAIL = /(?:-\p{Lu}|\p{Lu}-|(?<!\p{L})\p{L}-\p{L})[^\p{L}\p{N}]{0,2}$|\p{L}-$|^-\p{Lu}/u;
/** Capitals with hyphens, the last of which may be small, as in `w-N-d.` */
const LETTERS = /-\p{Lu}-(?:\p{Lu}|\p{L}(?!\p{L}))/u;
/** Only single letters with hyphens. */
const SPELLED_OUT = /^(?:[A-Z]?(?:-[A-Z])*-?|[A-Z]+(?:-+[A-Z]+){2,})\.?$/;

/** Whether the word is beside the tail of a START, as in `0R-T.` and `0R-TAll`, or the head of an END, as in `T-Ix`. */
function isOuterPart({ marker, word, written }: MarkerPlace): boolean {
  if (marker.side === 'end') return word.startsWith(written.slice(0, 3));
  return word.includes(written.slice(-4, -1));
}

/** Whether the word has the letter that the marker lacks there: `T` or `T-the` before `I-T-L-E-E-N-D.`, but not `B`. */
function isMissingLetter(place: MarkerPlace): boolean {
  const { marker, missing, present, word, written } = place;
  const isEnd = marker.side === 'end';
  const meant = lettersIn(written).at(isEnd ? 0 : -1);
  if (missing < 1 || letterOf(lettersIn(present).at(isEnd ? 0 : -1) ?? '') === meant) return false;
  // The hyphen beside the missing letter may be a space now, as in `1986  N E N D.`
  if ((isEnd ? /^\s\s/ : /\s\s$/).test(place.gap.replaceAll('\r\n', '\n'))) return true;
  return lettersIn(word) === meant || (isEnd && word.startsWith(`${meant}-`));
}

/** Whether the value ends with a letter of the END, and the next one follows after a space, as in `1986 F F N E N D.` */
function isLetterBefore({ kind, marker, present, value, word, written }: MarkerPlace): boolean {
  if (marker.side === 'start' || word === value || word.length > 1 || !lettersIn(written).includes(word)) return false;
  return kind === 'number' || /^\p{Lu}\s/u.test(present);
}

/** So many wrong letters may be among those of a marker. */
const MOST_WRONG = 2;

/** Whether the capitals, or the single letters, that are nearest in the value are those of the marker. */
function isSpelledIn({ marker, value, written }: MarkerPlace): boolean {
  const letters = lettersIn(written);
  const isMeant = (all: string) => {
    const near = marker.side === 'end' ? all.slice(-letters.length) : all.slice(0, letters.length);
    return editDistance(near, letters, MOST_WRONG) <= MOST_WRONG;
  };
  const capitals = value.replaceAll(/[^\p{Lu}]/gu, '');
  const single =
    value
      .match(/(?<!\p{L})\p{L}(?!\p{L})/gu)
      ?.join('')
      .toUpperCase() ?? '';
  return isMeant(capitals) || isMeant(single);
}

/** Whether something that is no part of a value is beside the marker: markup, an escape, a mark, a label, capitals only. */
export function isStandIn(place: MarkerPlace): boolean {
  const { marker, present, value, word, isStuck } = place;
  if (
    MARKUP.test(word) ||
    (marker.side === 'start' && (FIRST_MARK.test(word) || (present === '' && OPENED.test(value)))) ||
    (isStuck && ([...word].length === 1 || !isStuckToWord(place)))
  )
    return true;
  if (!isMostlyLost(place)) return false;
  return (LABEL[marker.side].test(word) || (present === '' && MARKS.test(word))) && !isWholeGap(place);
}

/** Whether a letter, a digit or the end of a sentence is stuck to the marker: another mark may be in place of the white space. */
function isStuckToWord({ kind, marker, value }: MarkerPlace): boolean {
  if (marker.side === 'start') return /^[\p{L}\p{N}]/u.test(value);
  return (kind === 'text' ? /[\p{L}\p{N}][”’)]?[.!?…]$/u : /[\p{L}\p{N}]$/u).test(value);
}

/** Nothing but marks of a keyboard, or markup and escapes: `>`, `<br>`, `&#46;`, `%2D`, `\u002d`. No value ends with them. */
const MARKUP = /^[!-/:-@[-`{-~]+$|^<|>$|\\|&#?\w+;|[%=][0-9A-F]{2}/;
/** A mark with which no value begins, as in `.>See`; an ellipsis is none. */
const FIRST_MARK = new RegExp(`^(?:\\.(?!\\.)|(?![.…])[${STOPS}>])`, 'u');
/** Nothing but marks, such as `…` */
const MARKS = /^\p{P}+$/u;
/** The words of labels, such as `Title:`, `ID` and `ID#`. Headlines begin and end with other ones, such as `EU:` and `UN`. */
const WORDS =
  '(?:title|head(?:line|ing)?|subject|text|body|content|story|article|date|day|number|no|nr|id|fn|file|name|start|begin|end|stop)';
const LABEL = {
  start: new RegExp(`^${WORDS}(?:[\\p{P}\\p{S}]|$)`, 'iu'),
  end: new RegExp(`(?:[\\p{P}\\p{S}]|^)${WORDS}:?$`, 'iu'),
};

/** Whether what is left of the marker may hold a part of the value: `wel-X-T-E-N-D.`, `BT-I-T-L-E-E-N-D.`, `S-T-A-Rt`. */
export function isValueInMarker(place: MarkerPlace): boolean {
  const { isGlued, isStuck, marker, present, value, written } = place;
  if (present === '' || isStuck) return false;
  if (isGlued || (marker.side === 'end' && OPENED.test(present))) return true;
  // The closing mark of a value into which the END was moved, as in `(AFP T-E-X-T-E-N-D..)`
  if (marker.side === 'end' && present.startsWith(written) && CLOSING.test(present.slice(written.length))) return true;
  // The closing mark of a value whose beginning was cut off, as in `T-E-X-T-S-T-A-R-T” said`
  if (marker.side === 'start' && CUT_BEFORE_CLOSING.test(present) && !WHOLE_WORD.test(value)) return true;
  const stuck = marker.side === 'end' && present.endsWith(written) ? present.slice(0, -written.length) : '';
  if (stuck !== '' && stuck !== written[0]) return true;
  // The first letter of the value may be before its START, as in `AT-E-X-T-S-T-A-R-T. ll`
  if (marker.side === 'start' && present.endsWith(written) && !WHOLE_WORD.test(value)) return true;
  if (marker.side === 'start' && present.startsWith(written) && lettersIn(present.slice(written.length)) !== '')
    return true;
  if (
    (marker.side === 'start' && /\.\p{L}$|-\.\p{L}/u.test(present)) ||
    WORD_IN_MARKER.test(present.replaceAll(ENTITY, '-'))
  )
    return true;
  if (isOuterLetterWrong(place)) return true;
  const parts = present.split(/[^\p{L}]+/u).filter((each) => each !== '');
  const outer = (marker.side === 'end' ? parts.shift() : parts.pop()) ?? '';
  const isInCapitals = parts.length > 0 && parts.every((part) => part === part.toUpperCase());
  const meant = undoubled(lettersIn(written));
  // Without its full stop, a small last letter may be that of a word: `S-T-A-R-t it is`.
  const isStopped = marker.side === 'end' || !present.endsWith(outer);
  const isMeant = isStopped && letterOf(outer) === (marker.side === 'end' ? meant[0] : meant.at(-1));
  if (isInCapitals && !isMeant && outer !== outer.toUpperCase()) return true;
  const beside = undoubled(outer).toUpperCase();
  return beside.length !== 1 && !(marker.side === 'end' ? meant.startsWith(beside) : meant.endsWith(beside));
}

/**
 * Whether a part of the value may be in place of the outermost letter: `1-I-T-L-E-E-N-D.` of `in 1986 T-I-T-L-E-E-N-D.`, and
 * `S-T-A-R: UN` of `S-T-A-R-T. EU: UN`. Another capital is a slip of the hand.
 */
function isOuterLetterWrong(place: MarkerPlace): boolean {
  const { kind, marker, missing, present, written } = place;
  const isStart = marker.side === 'start';
  const isWhole = kind === 'text' ? !isStart && endsWithSentence(place) : kind !== 'title' && isOfItsKind(place);
  if (isWhole || present === present.toLowerCase() || markerOfFormat(present)) return false;
  if (!isStart && missing > 0 && /^\p{L}{2}/u.test(present)) return true;
  if (isStart && /\s\p{L}[^\p{L}]*$/u.test(present) && (missing > 0 || INITIAL.test(place.value))) return true;
  if (!isStart && BEGUN_WORD.test(present) && letterOf(present.charAt(2)) !== lettersIn(written)[1]) return true;
  if (!isStart && missing <= 0 && /^\p{Lu}-\p{N}/u.test(present)) return true;
  const outer = isStart ? (lettersIn(present).at(-1) ?? '') : (present[0] ?? '');
  // A letter of another script that looks like the right one is hardly a part of the value.
  if (letterOf(outer) === lettersIn(written).at(isStart ? -1 : 0)) return /[a-z]/.test(outer);
  if (isStart)
    return missing > 0 || outer !== outer.toUpperCase() || !present.endsWith('.') || !WHOLE_WORD.test(place.value);
  if (looksLikeHyphen(outer)) return outer !== '-' && present.includes('-');
  return isMostlyLost(place) || !/^\p{Lu}(?!\.)/u.test(present);
}

/** An initial, as in `T-E-X-T-S-T-A-R T. S. Eliot`, where the one before it may be of the value too. */
const INITIAL = /^\p{Lu}\./u;

/** A capital and a small letter, as in `T-b-T-L-E-E-N-D.` of `T-bill T-I-T-L-E-E-N-D.` */
const BEGUN_WORD = /^\p{Lu}-\p{Ll}-/u;

/** An opening mark that no closing one follows, as in `“-I-T-L-E-E-N-D.` */
const OPENED = /^[([{“‘«][^)\]}”’»]*$/;

/** Letters that nothing opens, and what closes a bracket or a quotation. */
const CUT_BEFORE_CLOSING = /^[\p{L}-].*[\p{Pe}\p{Pf}"']$/su;

/** What closes a bracket or a quotation. */
const CLOSING = /[)\]}”’"'»]/;

/** A single capital, then a word, as in `T-bil-T-L-E-E-N-D.` and `T-bT-L-E-E-N-D.` */
const WORD_IN_MARKER = /^\p{Lu}-\p{Ll}\p{L}/u;
const ENTITY = /&#?\w+;/g;

/** Each letter once where it is doubled, as in `TT-I-T-L-E-E-N-D.` */
function undoubled(letters: string): string {
  return letters.replaceAll(/(.)\1/gu, '$1');
}

/**
 * Whether the white space is just what one deleted marker leaves in the layout of this article, with or without one character
 * of it. A download that broke off leaves none, or that of another layout.
 */
export function isWhereOneMarkerWas(place: MarkerPlace): boolean {
  const { present, gap, wholeGap } = place;
  if (present !== '' || gap === '') return false;
  return gap === wholeGap || gap === wholeGap.replace(/(?:\r\n|\s)$/, '');
}

function isWholeGap({ gap, wholeGap }: MarkerPlace): boolean {
  return gap === wholeGap;
}

/** What is left of a marker, without what is beside its letters and hyphens: `T-E-X-T-` of `T-E-X-T-.` */
function withoutMarks(present: string): string {
  return present.replaceAll(/^[^\p{L}-]+|(?<=[\p{L}-])[^\p{L}-]+$/gu, '');
}
