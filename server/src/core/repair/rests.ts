/** Whether what is beside a marker may be left of that marker, or all of it in a spelling that is not known. */
import { isTorn, mayBeRest } from '../markers/torn';
import { decoded } from '../text/decoded';
import { editDistance } from '../text/editDistance';
import { letterOf, lettersIn } from '../text/lookAlikes';
import type { MarkerPlace } from './place';

/** Single letters and hyphens at the end of a word that is beside the marker: `-E-X`, `it-I-`, `.n-d.`, `Tx`, `winTI`; `T-16s`, `D.`, `-R-T.` and `Tll` after a START. */
const PIECE = {
  start: /^T[-’']|^-\p{Lu}|^[DT]\.|^T[^\P{L}aehiorsuwy]/u,
  end: /(?<!\p{L})\p{L}-\p{L}[^\p{L}\p{N}]{0,2}$|^T\p{Ll}\.?$|[\p{Ll}\p{N}.!?…”)]\p{Lu}[-\p{Lu}]/u,
};

/** Whether the word is like no word of prose, but like a part of a marker. */
export function isPiece({ marker, word }: MarkerPlace): boolean {
  return PIECE[marker.side].test(word);
}

/** So many wrong letters may be among those of a marker. */
const MOST_WRONG = 2;

/** Single letters, as in `E T X T`, `E- X- T`, `E -T` and `E-X- T`, or a letter and its hyphen, as in `F - F - N - E - N - D.`; not `A B-52`, `A T-shirt` and `A U.S.` */
const PARTED = {
  start: /^\p{L}(?:\p{Pd}\p{L})*(?:\s(?:\p{Pd}\s?)?|\p{Pd}\s)\p{L}(?!\p{L}|-(?:\p{N}|\p{L}{2})|\.\p{L})/u,
  end: /(?<!\S)\p{L}(?:\s\p{Pd}|(?:\s(?:\p{Pd}\s)?|\p{Pd}\s)\p{L})$/u,
};

/** Whether the value has single letters of the marker at its edge. */
export function isParted({ marker, value, written }: MarkerPlace): boolean {
  const parted = PARTED[marker.side].exec(value)?.[0] ?? '';
  return lettersIn(written).includes(lettersIn(parted)[0] ?? '-');
}

/** An END without its full stop, which may be before it, as in `. T-E-X-T-E-N-D` */
const STOPLESS = /\p{L}$/u;

/** So much of the edge of a value may be all of a marker, in UTF-16 units: as it is written, and without what parts its letters. */
const LONGEST_EDGE = 100;
const LONGEST_BARE = 40;

/** What is written between letters in place of hyphens, such as `\textendash` and `@-@`; `U.S.` is a word. */
const BETWEEN_LETTERS = /(?:\\[A-Za-z]+|\.(?!\p{L})|[^\p{L}\p{N}.])+/gu;

/** Letters of any script that are spelled out, more than any abbreviation has: `Е Ш Е Д У У Т В`, `7-3-X-7-3 И-0` */
const SPELLED = /(?<!\S)(?:[\p{L}\p{N}]\p{M}*(?:\s|$)){4}/u;

/** The same as somebody dictates them: `t dash e dash x dash` */
const DICTATED = /(?<!\S)\p{L}(?:\s(\p{L}{2,8})\s\p{L}(?=\s))(?:\s\1\s\p{L}(?!\S)){2}/u;

/** A word in two scripts: `Tвасeвасxвасt`, `ΤΕΧT` */
const MIXED = /[A-Za-z][^\P{L}\p{Script=Latin}]|[^\P{L}\p{Script=Latin}][A-Za-z]/u;

/**
 * Whether the edge of a headline or a text may be all of the marker in a spelling that is not known: spelled out in any script,
 * or about its letters, as in `[TITŁÉ ÉÑÐ]` and `Texy start.`
 */
export function mayBeWhole({ kind, marker: { side }, value, word, written }: MarkerPlace): boolean {
  if (kind === 'number' || kind === 'date') return false;
  const edgeOf = (text: string, most: number) => (side === 'start' ? text.slice(0, most) : text.slice(-most));
  const edge = edgeOf(value, LONGEST_EDGE);
  if (
    MIXED.test(word) ||
    DICTATED.test(edge) ||
    SPELLED.test(edgeOf(edge.replaceAll(BETWEEN_LETTERS, ' ').trim(), LONGEST_BARE))
  )
    return true;
  const letters = capitals(edge);
  const meant = lettersIn(written);
  for (let most = meant.length - MOST_WRONG; most <= meant.length + MOST_WRONG; most++)
    if (editDistance(edgeOf(letters, most), meant, MOST_OTHERS) <= MOST_OTHERS) return true;
  return false;
}

/** So many letters of a marker of seven to ten may be others. */
const MOST_OTHERS = 3;

/** The letters of a text as Latin capitals without accents. */
function capitals(text: string): string {
  return lettersIn(Array.from(text.normalize('NFKD'), letterOf).join(''));
}

/** Whether the word may be a part of the marker, or all of it: `T`, `T-I-`, `TEXTEZD.`, and the full stop of an END. */
export function mayBePart(place: MarkerPlace): boolean {
  const { marker, present, word, written } = place;
  if (isParted(place) || (word === '.' && marker.side === 'end' && STOPLESS.test(present))) return true;
  if (editDistance(lettersIn(word), lettersIn(written), MOST_WRONG) <= MOST_WRONG) return true;
  const bare = withoutMarks(word);
  return bare !== '' && mayBeRest(bare, written);
}

/** What is left of a marker, without what is beside its letters and hyphens: `T-E-X-T-` of `T-E-X-T-.` */
function withoutMarks(word: string): string {
  return word.replaceAll(/^[^\p{L}-]+|(?<=[\p{L}-])[^\p{L}-]+$/gu, '');
}

/** Longer than what is left of any marker, in UTF-16 units. */
const LONGEST = 40;

/** A single capital beside a number, as in `1986 N-`, `D 7` and `2874512034.xml…F`. Producers number in many other ways. */
const REST_IN_NUMBER = /\s\p{Lu}(?:\s?-)?$|^\p{Lu}-?\s|[^\p{L}\p{N}\s_./-]\p{Lu}$/u;

/** A part of a marker that no prose has; and one that no number begins or ends with. */
const SHORTEST_PART = 3;
const SHORTEST_IN_NUMBER = 2;

/** The parts that a marker may have lost, as `X-T-` and `-X-T` of `T-E-X-T-E-N-D.` where `T-E-E-N-D.` is left. */
function lostParts(present: string, written: string): readonly string[] {
  const length = written.length - present.length;
  if (length < SHORTEST_IN_NUMBER || present === '') return [];
  const splits = Array.from({ length: present.length + 1 }, (_, at) => at);
  return splits
    .filter((at) => written.startsWith(present.slice(0, at)) && written.endsWith(present.slice(at)))
    .map((at) => written.slice(at, at + length));
}

/** Whether the marker has more letters and figures than it should, and one that no marker has: `F-6N-E-N-D.` after `198`. */
export function holdsForeign({ present, written }: MarkerPlace): boolean {
  const letters = lettersIn(written);
  const all = (decoded(present)?.text ?? present).match(/[\p{L}\p{N}]/gu) ?? [];
  return all.length > letters.length && all.some((each) => !letters.includes(letterOf(each)));
}

/**
 * Whether any value of the article begins or ends with a rest of the marker, such as `R-T.`, or has the part that it lacks anywhere, or
 * its number has one of any.
 */
export function isRestInArticle({ article: { fields, text }, present, written }: MarkerPlace): boolean {
  const head = written.endsWith(present) ? written.slice(0, written.length - present.length) : written;
  const tail = written.startsWith(present) ? written.slice(present.length) : written;
  const lost = lostParts(present, written);
  return fields.some(({ format, value: { start, end } }) => {
    if (format?.kind === 'number') {
      const number = text.slice(start, end).trim();
      if (REST_IN_NUMBER.test(number) || lost.some((part) => number.startsWith(part) || number.endsWith(part)))
        return true;
    }
    if (lost.some((part) => part.length >= SHORTEST_PART && text.slice(start, end).includes(part))) return true;
    const [first = ''] = text
      .slice(start, Math.min(end, start + LONGEST))
      .trimStart()
      .split(/\s/, 1);
    const last = text
      .slice(Math.max(start, end - LONGEST), end)
      .trimEnd()
      .split(/\s/)
      .at(-1);
    return (
      first === '.' || first === tail || last === head || [first, last ?? ''].some((each) => isTorn(each, written))
    );
  });
}
