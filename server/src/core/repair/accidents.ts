/**
 * The accidents that happen to a marker or beside it. A fix that writes a marker is safe only if what is there proves one that
 * keeps all values. Otherwise a person decides, and the finding says what cannot be known. docs/rules/accidents.md shows the
 * table.
 *
 * An example: `All is well. T-E-X-\n> T-E-N-D.` may get its END in two places. With either, `T-E-X-` and `>` become text, and
 * nothing reports them again.
 */
import * as l10n from '@vscode/l10n';
import { scanMarkers } from '../markers/scanner';
import { mayBeRest } from '../markers/torn';
import type { Article } from '../parse/article';
import type { Edit, Fix } from './edit';
import {
  endsWithSentence,
  holdsMarker,
  isExchanged,
  isHalf,
  isHidden,
  isNearlyWholeGap,
  isProvenWhole,
  isWholeGap,
  looksWhole,
  otherMarker,
} from './evidence';
import { type MarkerPlace, placeOfMarker, placeOfSpace, placesBeyond } from './place';
import { isPlain, isStuckWord } from './prose';
import { holdsForeign, isParted, isPiece, isRestInArticle, mayBePart, mayBeWhole } from './rests';
import { spacing } from './spacing';
import { innerEnd } from './spelling';
import { isAdded, isDoneToBoth, isStandIn } from './standIns';

export interface Accident {
  /** What happened, as a sentence. */
  readonly name: string;
  /** A part of a healthy article, and what the accident leaves of it. */
  readonly example: readonly [part: string, left: string];
  /** Whether it made what is at this place: a harmless one certainly, a harmful one perhaps. */
  explains(place: MarkerPlace): boolean;
}

/** An accident that changes a value, or leaves a part of a marker in it. */
export interface HarmfulAccident extends Accident {
  /** What cannot be known, and what to do, as a sentence. */
  says(place: MarkerPlace): string;
}

/** After these, the fix restores what was there. Whatever none of them explains is only suggested. */
export const HARMLESS: readonly Accident[] = [
  {
    name: 'A marker was deleted, alone or with one white-space character beside it.',
    example: ['T-I-T-L-E-E-N-D.', ''],
    explains: (place) => place.present === '' && !place.isStuck && isDeleted(place),
  },
  {
    name: 'A marker was written in another way, or a part of it was deleted, but not the part beside its value.',
    example: ['T-I-T-L-E-E-N-D.', 'T–I–T–L–E–E–N–D'],
    explains: (place) => place.present !== '' && !place.isStuck && !isAdded(place) && isRespelled(place),
  },
  {
    name: 'A marker of another field is in its place, and the article has that field as well.',
    example: ['T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.'],
    explains: (place) => isExchanged(place) && !isRestBeside(place),
  },
  {
    name: 'The white space between a marker and its value was deleted, unless the value is a number.',
    example: ['win T-I-T-L-E-E-N-D.', 'winT-I-T-L-E-E-N-D.'],
    explains: (place) =>
      place.isStuck &&
      place.kind !== 'number' &&
      !isAdded(place) &&
      looksWhole(place) &&
      isPlain(place) &&
      isStuckWord(place),
  },
];

/** The white space shows that nothing but a marker is lost. If one character of it is lost too, the word beside it must show it. */
function isDeleted(place: MarkerPlace): boolean {
  if (!looksWhole(place) || isHidden(place) || isParted(place) || mayBeWhole(place)) return false;
  // A letter of a START that is stuck to a word takes the place of the white space after it, so `TV` is a word here.
  if (isWholeGap(place)) return !isPiece(place) || /^\p{L}+$/u.test(place.word);
  return isNearlyWholeGap(place) && isPlain(place);
}

/** The inner end of the marker is there, or the value is whole without it, and no part of either is in the other one. */
function isRespelled(place: MarkerPlace): boolean {
  const { article, isGlued, kind, marker, present, spaceBeside, value, written } = place;
  if (
    isGlued ||
    otherMarker(place) !== undefined ||
    mayBePart(place) ||
    mayBeInitial(place) ||
    isRestInArticle(place) ||
    isDoneToBoth(place) ||
    isOddNumber(place) ||
    (isLonger(place) && (!looksWhole(place) || isHalf(place) || mayHaveOwn(place)))
  )
    return false;
  const inner = innerEnd(present, written, marker.side);
  const isStopped = marker.side === 'end' || /\.[^\s\p{L}\p{N}]{0,8}$/u.test(present);
  const isSpaceUsual = value === '' || spaceBeside === spacing(article).inside;
  // A text may end with more white space, which is part of it.
  if (inner === 'whole' && isStopped && (isSpaceUsual || (place.kind === 'text' && marker.side === 'end'))) return true;
  if (isPiece(place) || !isSpaceUsual) return false;
  if (isProvenWhole(place) && (kind !== 'text' || beginsLikeItsRest(place))) return true;
  // Words may be lost with the full stop of a START: `T-E-X-T-S-T-A-R-T is well` of `T-E-X-T-S-T-A-R-T. All is well`.
  return inner !== 'none' && (value === '' || looksWhole(place));
}

/**
 * Whether what is there of an END begins as that or its rest does, or with just one other capital. Other letters may be of a
 * lost sentence: `AnE-X-T-E-N-D.` and `A-T-E-N-D.` of `And so on. T-E-X-T-E-N-D.`
 */
function beginsLikeItsRest({ present, written }: MarkerPlace): boolean {
  if (present.startsWith('-') || written.endsWith(present)) return true;
  return /^\p{Lu}-/u.test(present) && (present[0] === written[0] || present.slice(1) === written.slice(1));
}

/**
 * Whether marks are before a number, or something without a figure is after it, such as `|` and `F-Ea-N-.`, or a letter of its START
 * is stuck to it, as in `F-N S-986`, or a figure or a letter of it may be in the marker, because nothing shows that it is missing
 */
function isOddNumber(place: MarkerPlace): boolean {
  const { kind, marker, value, word } = place;
  if (kind !== 'number') return false;
  if (holdsForeign(place)) return true;
  if (marker.side === 'start' && /^[STAR]-?\p{N}/u.test(word)) return true;
  if (word === value) return false;
  return marker.side === 'end' ? !/\p{N}/u.test(word) : /^[\p{P}\p{S}]+$/u.test(word);
}

/** Whether the word beside it may be what is left of the marker, or was written for it. A mark alone may be of a headline. */
function isRestBeside(place: MarkerPlace): boolean {
  return isPiece(place) || mayBePart(place) || (isStandIn(place) && /\p{L}/u.test(place.word));
}

/** Whether the last letter of a START may be an initial: `T-E-X-T-S-T-A-R-\nT. S. Eliot` */
function mayBeInitial({ marker, present, value }: MarkerPlace): boolean {
  return marker.side === 'start' && /\s\p{Lu}\.$/u.test(present) && /^\p{Lu}\./u.test(value);
}

/** Whether the marker has more at its outer end, which may be of the value: `AT-E-X-T-S-T-A-R-T. ll`, `(AFP T-E-X-T-E-N-D..)` */
function isLonger({ marker, present, written }: MarkerPlace): boolean {
  return marker.side === 'start' ? present.endsWith(written.slice(1)) : present.startsWith(written);
}

/** What a value may have lost to a longer marker: a small letter or a figure; and, if the white space beyond it is odd, any mark. */
const OWN_LETTER = /[\p{Ll}\p{N}]/u;
const OWN_MARK = /[\p{Ps}\p{Pi}\p{Pe}\p{Pf}"']/u;

/** Whether a longer marker has that at its outer end, as in `e-mai T-I-T-L-E-E-N-D.l` and `   “T-E-X-T-S-T-A-R-T. Why` */
function mayHaveOwn({ article, gap, marker, present, written }: MarkerPlace): boolean {
  const isStart = marker.side === 'start';
  const more = Math.max(0, present.length - written.length);
  const own = isStart ? present.slice(0, more) : present.slice(written.length);
  if (OWN_LETTER.test(own)) return true;
  const beyond = isStart ? gap.length - gap.trimStart().length : gap.length - gap.trimEnd().length;
  return OWN_MARK.test(own) && beyond > spacing(article).between.length;
}

/** After these, a fix would make a wrong value, in which nothing is found any more. The first that explains a place is named. */
export const HARMFUL: readonly HarmfulAccident[] = [
  {
    name: 'The same was done to a marker and to the value beside it.',
    example: [' well. T-E-X-T-E-N-D.', ' well! T-E-X-T-E-N-D!'],
    explains: isDoneToBoth,
    says: ({ word }) =>
      l10n.t('“{0}” may have been changed together with the marker: compare it with the source.', word),
  },
  {
    name: 'A text was cut off: the download broke off, or there was a limit of its length.',
    example: [' well. T-E-X-T-E-N-D. ', ''],
    explains: (place) => place.kind === 'text' && place.marker.side === 'end' && !endsWithSentence(place),
    says: () => l10n.t('The text may have been cut off here: compare it with the source.'),
  },
  {
    name: 'A cut took the end of one field and the beginning of another one.',
    example: [' T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T.', ''],
    explains: (place) => otherMarker(place) !== undefined,
    says: () => l10n.t('Two values may have been joined here: compare it with the source.'),
  },
  {
    name: 'A part of the marker is in the value, or all of it in a spelling that is not known.',
    example: ['T-I-T-L-E-E-N-D.', 'T\r\n    -I-T-L-E-E-N-D.'],
    explains: (place) => isPiece(place) || mayBePart(place) || (place.present === '' && mayBeWhole(place)),
    says: ({ word }) =>
      l10n.t('“{0}” may be what is left of the marker, and no part of the value: compare it with the source.', word),
  },
  {
    name: 'A mark, the number of a line or a part of a marker was written between a marker and its value.',
    example: [' T-I-T-L-E-E-N-D.', ' # T–I–T–L–E–E–N–D.'],
    explains: (place) => place.present !== '' && isAdded(place),
    says: mayBeAdded,
  },
  {
    name: 'A label, a mark or markup was written in place of the marker.',
    example: ['T-I-T-L-E-S-T-A-R-T.', 'Title:'],
    explains: isStandIn,
    says: ({ word }) =>
      l10n.t('“{0}” may be in place of the marker, and no part of the value: compare it with the source.', word),
  },
  {
    name: 'A cut took a part of a value, and the marker or the white space beside it.',
    example: [' win T-I-T-L-E-E-N-D.', ' L-E-E-N-D.'],
    explains: (place) =>
      place.isStuck || (place.present === '' ? !looksWhole(place) : mayBeRest(place.present, place.written)),
    says: () => l10n.t('A part of the value may have been lost: compare it with the source.'),
  },
  {
    name: 'A part of the value is in the marker.',
    example: ['T-E-X-T-S-T-A-R-T. All', 'T-E-X-T-S-T-A-RAt last all'],
    explains: ({ present }) => present !== '',
    says: ({ present }) => l10n.t('A part of “{0}” may belong to the value: compare it with the source.', present),
  },
];

function mayBeAdded({ word }: MarkerPlace): string {
  return l10n.t('“{0}” may not be a part of the value: compare it with the source.', word);
}

/** The doubt where no accident of the table explains what is there. */
function unexplained(): string {
  return l10n.t('More than a marker may have been lost here: compare it with the source.');
}

/**
 * Why a fix is not safe, as a sentence that says what cannot be known and what to do; undefined if it is safe. Edits that
 * neither write a marker nor part one from its value are not judged.
 */
export function doubtAbout(article: Article, { edits }: Fix): string | undefined {
  for (const edit of edits) {
    const doubt = doubtAboutEdit(article, edit);
    if (doubt) return doubt;
  }
  return undefined;
}

function doubtAboutEdit(article: Article, edit: Edit): string | undefined {
  const { span, text } = edit;
  const isSpace = text.trim() === '';
  if (isSpace && span.start < span.end) return undefined;
  const place = isSpace ? placeOfSpace(article, edit) : placeOfMarker(article, edit);
  const beyond = placesBeyond(article, edit).find(isAdded);
  if (beyond) return mayBeAdded(beyond);
  if (!place) return isSpace || scanMarkers(text).next().done ? undefined : unexplained();
  if (HARMLESS.some((accident) => accident.explains(place)) && !holdsMarker(place)) return undefined;
  return HARMFUL.find((accident) => accident.explains(place))?.says(place) ?? unexplained();
}
