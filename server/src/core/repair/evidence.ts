/** What a value and the white space beside it show of a marker that is lost or damaged there. */
import { fieldRank, markerText, type Side } from '../format';
import { nearMisses } from '../markers/nearMiss';
import { type Marker, scanMarkers } from '../markers/scanner';
import { countBefore } from '../span';
import { checkDate } from '../text/date';
import { endsSentence } from '../text/sentences';
import type { MarkerPlace } from './place';
import { spacing } from './spacing';

/** Whether the value itself proves that nothing of it is lost at this end. A title never does, nor does the head of a text. */
export function isProvenWhole(place: MarkerPlace): boolean {
  const { kind, marker, value } = place;
  if (kind === 'number') return NUMBER.test(value);
  if (kind === 'date') return checkDate(value) === undefined;
  return kind === 'text' && marker.side === 'end' && endsWithSentence(place);
}

/** Whether nothing shows that a part of the value is lost at this end. */
export function looksWhole(place: MarkerPlace): boolean {
  const { kind, marker, value } = place;
  if (kind === 'number' || kind === 'date' || (kind === 'text' && marker.side === 'end')) return isProvenWhole(place);
  if (marker.side === 'end') return !UNENDED.test(value);
  return WHOLE_WORD.test(value) && (!WITHOUT_CASE.test(value) || isWholeGap(place));
}

/** A number, or a file name with one. */
const NUMBER = /^(?=.*\p{N})[\p{L}\p{N}_]+(?:[.-][\p{Ll}\p{N}_]+)*$/u;

/** Marks with which no headline ends, such as `:`, `*` and `|`. */
const UNENDED = /(?![.!?…"'%‰+。！？\p{Pe}\p{Pf}])[\p{P}\p{Sm}\p{Sk}]$/u;

/** What begins a value that has not lost its beginning. */
const WHOLE_WORD = /^[“"‘'«([¿¡]*[\p{Sc}#]?[\p{Lu}\p{Lo}\p{N}]/u;

/** A script that has no capitals, as Arabic, does not show whether a word has lost its beginning. */
const WITHOUT_CASE = /^[^\p{L}\p{N}]*\p{Lo}/u;

/** A mark of the value that nothing closes, or that nothing opens, and the other half of it at the outer end of the marker. */
const HALVES = {
  start: { value: /^[^([{“«)\]}”»]*[)\]}”»]/, marker: /^[([{“«]/ },
  end: { value: /[([{“«][^([{“«)\]}”»]*$/, marker: /[)\]}”»]$/ },
};

/** The first letter of a word in capitals was before its START: `NT-I-T-L-E-S-T-A-R-T. ATO agrees` */
const CAPITALS = /^\p{Lu}{2}/u;

/** Whether what is after an END, or before a START, may be of the value, such as the bracket of `(AFP. T-E-X-T-E-N-D.)` */
export function isHalf({ marker: { side }, present, value }: MarkerPlace): boolean {
  if (side === 'start' && /^\p{Lu}/u.test(present) && CAPITALS.test(value)) return true;
  return HALVES[side].marker.test(present) && HALVES[side].value.test(value);
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

/** Whether the white space is just what one deleted marker leaves in the layout of this article. */
export function isWholeGap({ gap, wholeGap }: MarkerPlace): boolean {
  return gap === wholeGap;
}

/** The same, without one character of it. A download that broke off leaves none, or that of another layout. */
export function isNearlyWholeGap({ gap, wholeGap }: MarkerPlace): boolean {
  return gap !== '' && gap === wholeGap.replace(/(?:\r\n|\s)$/, '');
}

/** The marker of the format that is there instead, as it should be; undefined if there is none. */
export function otherMarker({ present, written }: MarkerPlace): Marker | undefined {
  const [other] = scanMarkers(present);
  const isWhole = other && present !== written && present === markerText(other.letters, other.side);
  return isWhole && fieldRank(other.letters) !== -1 ? other : undefined;
}

/** Whether another marker took the place of this one, and no more: the article has the field of that one as well. */
export function isExchanged(place: MarkerPlace): boolean {
  const { article, marker, spaceBeside } = place;
  const other = otherMarker(place);
  const isAsWell = article.fields.some(({ letters }) => letters === other?.letters);
  if (!isAsWell || spaceBeside !== spacing(article).inside) return false;
  // An END before which its own value was put together with this one would be such an END too: `well.  1987 F-N-E-N-D.`
  const isElsewhere = article.markers.some(({ letters, side }) => letters === marker.letters && side === marker.side);
  const isNamed = place.kind === 'number' || place.kind === 'date';
  return looksWhole(place) || (!isNamed && (other?.side !== marker.side || isElsewhere));
}

/** So much of the other value is searched for a marker, in UTF-16 units: one with an entity for each hyphen is shorter. */
const NEAR = 200;

/**
 * Whether the value, or that of the field on the other side of the marker, holds what may be a marker of its field there: a
 * second one would leave it in the value, as in `Big win T~I~T~L~E~E~N~D. T-I-T-L-E-E-N-D.`
 */
export function holdsMarker({ article: { fields, text }, marker: { letters, side }, value }: MarkerPlace): boolean {
  if (holds(value, letters, side)) return true;
  const rank = fieldRank(letters) + (side === 'end' ? 1 : -1);
  const other = fields.find((field) => fieldRank(field.letters) === rank);
  if (!other) return false;
  const { start, end } = other.value;
  return side === 'end'
    ? holds(text.slice(start, Math.min(end, start + NEAR)), other.letters, 'start')
    : holds(text.slice(Math.max(start, end - NEAR), end), other.letters, 'end');
}

function holds(value: string, letters: string, side: Side): boolean {
  for (const { meant } of nearMisses(value, 0, value.length)) {
    if (meant.some((each) => each.letters === letters && each.side === side)) return true;
  }
  return false;
}

/** Whether the marker is elsewhere, in something longer, as in `B-F-N-S-T-A-R-T.52`, which nothing reports. */
export function isHidden({ article: { text, markers }, written }: MarkerPlace): boolean {
  for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
    if (markers[countBefore(markers, at, (each) => each)]?.start !== at) return true;
  }
  return false;
}
