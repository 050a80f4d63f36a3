/** Whether what is beside a marker may have been written there: in place of the marker, beside it, or at once with it. */
import type { MarkerPlace } from './place';

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
export function isLabel({ kind, marker, value, word }: MarkerPlace): boolean {
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
