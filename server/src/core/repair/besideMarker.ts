/** The word of a value that is beside a marker: one of prose, or a rest of the marker, or what was written in its place. */
import { isTorn, mayBeRest } from '../markers/torn';
import { editDistance } from '../text/editDistance';
import { letterOf, lettersIn } from '../text/lookAlikes';
import type { MarkerPlace } from './place';

const OPENING = '[“"‘\'«([¿¡\\p{Sc}]?';
const CLOSING = '["”’\'»)\\]%‰]*';
const WORD = [
  // `win`, `It`, `Anne’s`, `e-mail`, `www.example.org`, `d’Ivoire`
  "(?:\\p{Lu}\\p{Ll}|\\p{Ll}{2})\\p{Ll}*(?:[-’'.]\\p{Lu}?\\p{Ll}+)*",
  '\\p{Ll}-\\p{Ll}{2,}',
  "\\p{L}[’'](?:\\p{Lu}\\p{Ll}|\\p{Ll}{2})\\p{Ll}*",
  // `NATO`, `MPs`, `U.S.`, `I`, `G-20`
  '\\p{Lu}{2,8}s?',
  '(?:\\p{Lu}\\.){2,}',
  '\\p{Lu}(?!\\.)',
  '\\p{Lu}{1,3}-\\p{N}+s?',
  // `غزة`
  '[\\p{Lo}\\p{M}]+',
  // `1,200`, `24/7`, `1986`, `10th`, `5m`, `4`
  '\\p{N}+(?:[.,:/-]\\p{N}+)+\\p{Ll}*',
  '\\p{N}{2,}\\p{Ll}*',
  '\\p{N}(?!\\.)\\p{Ll}{0,2}',
].join('|');

/**
 * Words at the beginning of a value, at the end of a headline, and at the end of a text, with the marks that are usual there.
 * The full stop after a headline may be all that is left of its END: `U.S.` of `U.S. T-I-T-L-E-E-N-D.` and of `U.S T-I-T-L-E-E-N-D.`
 */
const PLAIN = {
  start: new RegExp(`^${OPENING}(?:${WORD})${CLOSING}(?:[.,:;!?…]${CLOSING})?$`, 'u'),
  end: new RegExp(`^${OPENING}(?:${WORD})(?<!\\.)[!?…]?${CLOSING}$`, 'u'),
  text: new RegExp(`^${OPENING}(?:${WORD})${CLOSING}(?:[.!?…。！？؟]${CLOSING})?$`, 'u'),
};

/** The outer end of a number where no letter of the marker is stuck to it, as in `F86` and `1986F`. */
const NUMBER_END = { start: /^\p{N}/u, end: /[\p{N}\p{Ll}]$/u };

/** The last letter of an END after another capital, as in `MD.` of `Mr. T-E-X-T-E-N-D.` and in `N.D.`, or a single figure in its place. */
const ODD_TAIL = /\p{Lu}\.?D\.?$|^\p{N}$/u;

/** A single figure or letter, which may be in place of a START. `A` is a word. */
const ODD_HEAD = /^(?:\p{N}|(?![AEIOY])[A-Z])\s/u;

/** What two marks enclose. `’` is an apostrophe before a letter. */
const ENCLOSED = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|“[^“”]*”|«[^«»]*»|‘(?:[^‘’]|’(?=\p{L}))*’/gu;

/** An opening mark that nothing closes, a closing one that nothing opens: they may be in place of white space. */
const UNPAIRED = { start: /^[([{“‘«]/, end: /[)\]}”’»]$/ };

/** The word has a line of its own, perhaps with a few others. A headline is one line. */
const ALONE = { start: /^\S+(?: \S+){0,2}[\r\n]/, end: /[\r\n]\S+(?: \S+){0,2}$/ };
const LINES = /[\r\n]/;

/** Whether the word is one of prose: a name, an abbreviation, a figure. Then it is no rest of a marker, and no label. */
export function isPlain(place: MarkerPlace): boolean {
  const { kind, marker, value, word } = place;
  const { side } = marker;
  if (kind === 'number') return NUMBER_END[side].test(value);
  if (
    ALONE[side].test(value) ||
    (kind === 'title' && LINES.test(value)) ||
    isLabel(place) ||
    isPiece(place) ||
    mayBePart(place)
  )
    return false;
  if (isUnpaired(place) || (side === 'start' ? ODD_HEAD.test(value) : ODD_TAIL.test(word))) return false;
  return PLAIN[kind === 'text' && side === 'end' ? 'text' : side].test(word);
}

/** Whether a mark is at the edge of the value that has no other half in the passage. */
function isUnpaired(place: MarkerPlace): boolean {
  const mark = UNPAIRED[place.marker.side];
  // Nearly no value has such a mark there, and a passage is long.
  return mark.test(place.value) && mark.test(place.passage.replaceAll(ENCLOSED, '–'));
}

/** Whether a letter, a digit or the end of a sentence is stuck to the marker, and no capital, which may be one of it. */
export function isStuckWord({ kind, marker, value }: MarkerPlace): boolean {
  if (marker.side === 'start') return /^[\p{L}\p{N}]/u.test(value);
  return (kind === 'text' ? /[\p{Ll}\p{Lo}\p{N}][”’)]?[.!?…]$/u : /[\p{Ll}\p{Lo}\p{N}]$/u).test(value);
}

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

/**
 * The words of labels, such as `Title:`, `[TEXT` and `ID#`, and what programs write for nothing. Headlines begin and end with
 * other ones, such as `EU:` and `UN`; `name?”` ends a question.
 */
const LABEL = new RegExp(
  `^\\P{L}*(?:${[
    'title|head(?:line|ing)?|subject|text|body|content|story|article|date|day|number|no|nr|id|fn|file|name|start|begin|end|stop',
    'null|none|nan|n\\/?a|todo',
    // The same words after a machine translation.
    't[ií]tulo|titre|titolo|titel|texto|texte|testo|fecha|data|datum|in[ií]cio|inizio|d[ée]but|fim|fine?|ende|عنوان|العنوان|نص|النص|تاريخ|التاريخ|بداية|نهاية',
  ].join('|')})[^\\p{L}?!]*$`,
  'iu',
);

/** A word after which its sentence and line go on. */
const GOES_ON = /^[^\r\n]*[^\r\n.!?…"”’)]$/;

/** So many words before a label show that it is the last word of a sentence, as in `at the end of the day.` */
const SENTENCE = 4;

/** Whether the word is a label. */
function isLabel({ kind, marker, value, word }: MarkerPlace): boolean {
  if (!LABEL.test(word)) return false;
  if (kind !== 'text' || marker.side === 'start') return true;
  const before = value.slice(0, -word.length).trimEnd().split(' ').slice(-SENTENCE);
  return !before.every((each) => GOES_ON.test(each));
}

/** Nothing but marks, or markup and escapes: `>`, `…`, `<br>`, `&#46;`, `%2D`, `\u002d`. */
const MARKUP = /^[\p{P}\p{S}]+$|^<|>$|\\|&#?\w+;|[%=][0-9A-F]{2}/u;

/** Whether the word may have been written in place of the marker: markup, an escape, a mark, a label. */
export function isStandIn(place: MarkerPlace): boolean {
  return MARKUP.test(place.word) || isLabel(place);
}

/**
 * What people and programs write before a line or a marker, or after it, and what no value begins or ends with: marks alone, the
 * number of a line, a sign of a list, a single letter. Opening marks begin a value, and closing ones end it; `2006.` ends a text.
 */
const ADDED = {
  start:
    /^(?:(?![\p{Ps}\p{Pi}¿¡](?:\s|$))[\p{P}\p{S}]+|\(?(?:\p{N}{1,4}[.:|)]|\p{L}\))[.]?|[b-df-hj-np-tvwxzÂÃ])(?!\S)/u,
  end: /(?<!\S)(?:(?![\p{Pe}\p{Pf}!?…](?:\s|$))[\p{P}\p{S}]+|\(?(?:\p{N}{1,4}[:|)]|\p{L}\))|\p{Ll})$/u,
};

/** The number of an item at the end of a value; in a text, after the end of a sentence or on a line of its own. */
const NUMBERED = /^\p{N}{1,3}\.$/u;
const NUMBERED_IN_TEXT = /(?:[\p{P}\p{S}]\s+|[\r\n])\p{N}{1,3}\.$/u;

/** A full stop after the first word, which may have been the last one of a line that a full stop was wrapped to. */
const SECOND_STOP = /^\S{1,6}\s\.(?!\S)/;

/** Letters that are spelled out in a word, as in `haben.T-E-N-D.` and `viagra-E-E-N-D` */
const SPELLED_IN_WORD = /\p{L}-\p{Lu}-\p{Lu}(?!\p{Ll})/u;

/** Whether what is at the edge of the value may have been written between it and its marker. */
export function isAdded({ kind, marker: { side }, value, word }: MarkerPlace): boolean {
  if (word === value) return false;
  if (ADDED[side].test(value) || SPELLED_IN_WORD.test(word)) return true;
  if (side === 'start') return SECOND_STOP.test(value);
  return NUMBERED.test(word) && (kind !== 'text' || NUMBERED_IN_TEXT.test(value));
}

/** What is between the first letter of a marker and its last one, and its full stop. */
const INSIDE = /^[^\p{L}\p{N}]*[\p{L}\p{N}](.*)[\p{L}\p{N}]([^\p{L}\p{N}]*)$/su;

/** What any marker may have, in place of its hyphens and letters as well. */
const USUAL = /[A-Za-z\p{N}\s.\p{Pd}_]/u;

/** Other characters that end a sentence. */
const OTHER_STOP = /^[^\s.]$/;

/**
 * Whether the same may have been done to the marker and to the value beside it: `said&#46; T&#45;E&#45;X&#45;…`, `now! T-E-X-T-E-N-D!`,
 * `$outh` after `T-I-T-L-E-$-T-A-R-T.`, `xml FNEND` without any mark.
 */
export function isDoneToBoth({ kind, marker: { side }, present, value, word }: MarkerPlace): boolean {
  const [, inside = '', stop = ''] = INSIDE.exec(present) ?? [];
  if (side === 'end' && OTHER_STOP.test(stop) && word.endsWith(stop)) return true;
  if (Array.from(inside).some((character) => !USUAL.test(character) && word.includes(character))) return true;
  if (side === 'start' || present === '' || /[^\p{L}\s]/u.test(present)) return false;
  return kind === 'number' ? /\p{L}$/u.test(value) : kind === 'text' && /[\p{L}\p{N}]$/u.test(value);
}

/** Longer than what is left of any marker, in UTF-16 units. */
const LONGEST = 40;

/** A single capital beside a number, as in `1986 N-`, `D 7` and `2874512034.xml…F`. Producers number in many other ways. */
const REST_IN_NUMBER = /\s\p{Lu}(?:\s?-)?$|^\p{Lu}-?\s|[^\p{L}\p{N}\s_./-]\p{Lu}$/u;

/** A part of a marker that no prose has. */
const SHORTEST_PART = 3;

/** The parts that a marker may have lost, as `X-T-` and `-X-T` of `T-E-X-T-E-N-D.` where `T-E-E-N-D.` is left. */
function lostParts(present: string, written: string): readonly string[] {
  const length = written.length - present.length;
  if (length < SHORTEST_PART || present === '') return [];
  const splits = Array.from({ length: present.length + 1 }, (_, at) => at);
  return splits
    .filter((at) => written.startsWith(present.slice(0, at)) && written.endsWith(present.slice(at)))
    .map((at) => written.slice(at, at + length));
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
    if (format?.kind === 'number' && REST_IN_NUMBER.test(text.slice(start, end).trim())) return true;
    if (lost.length > 0 && lost.some((part) => text.slice(start, end).includes(part))) return true;
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
