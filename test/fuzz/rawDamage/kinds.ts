/** What happens to a marker or near one, as edits of raw text. */
import { type ArticlePlace, MARKERS } from './articles';
import type { RawEdit } from './edits';
import { type Choice, ESCAPED, RESPELLINGS, type Respelling, SURROUNDED, WRAPPED } from './spellings';
import { isUnknowable } from './unknowable';

/** A marker of an article in a document. */
export interface Place extends ArticlePlace {
  readonly document: string;
  /** Which of the eight markers it is. */
  readonly index: number;
}

/** What must hold of a kind, besides that no value is wrong. */
export type Group = 'lost' | 'respelled' | 'respelled twice' | 'other';

export interface Kind {
  readonly name: string;
  readonly group: Group;
  /** Whether a marker is where it does not belong. */
  readonly isMoved?: boolean;
  /** The edits; undefined where the choice makes no such damage. */
  damage(place: Place, choices: readonly [Choice, Choice]): readonly RawEdit[] | undefined;
}

const start = ({ starts }: Place, i: number) => starts[i] as number;
const end = (place: Place, i: number) => start(place, i) + (MARKERS[i] as string).length;
const isStart = (index: number) => index % 2 === 0;

function respelling(name: string, respell: Respelling, group: Group): Kind {
  return {
    name,
    group,
    damage: (place, [choice]) => {
      const marker = MARKERS[place.index] as string;
      return [{ start: start(place, place.index), end: end(place, place.index), text: respell(marker, choice) }];
    },
  };
}

const respellings = Object.values(RESPELLINGS);

const KINDS_OF_RESPELLING: readonly Kind[] = [
  ...Object.entries(RESPELLINGS).map(([name, respell]) => respelling(name, respell, 'respelled')),
  ...Object.entries({ ...ESCAPED, ...WRAPPED, ...SURROUNDED }).map(([name, respell]) =>
    respelling(name, respell, 'other'),
  ),
  {
    name: 'two of these in one marker',
    group: 'respelled twice',
    damage: (place, [first, second]) => {
      const marker = MARKERS[place.index] as string;
      const [one, two] = [first, second].map(({ how, at }) => respellings[(how + at * 7) % respellings.length]);
      const once = one?.(marker, first) ?? marker;
      const twice = two?.(once, second) ?? once;
      if (once === marker || twice === once || twice === marker) return undefined;
      // A full stop after the whole marker and a space is a part of the value.
      if (twice.startsWith(`${marker} `)) return undefined;
      return [{ start: start(place, place.index), end: end(place, place.index), text: twice }];
    },
  },
];

/** How long the white-space character is that ends or begins at an offset: 2 for CRLF, 0 if there is none. */
const spaceBefore = (text: string, at: number) => /(?:\r\n|\s)?$/.exec(text.slice(0, at))?.[0].length ?? 0;
const spaceAfter = (text: string, at: number) => /^(?:\r\n|\s)?/.exec(text.slice(at, at + 2))?.[0].length ?? 0;

const DELETIONS: readonly Kind[] = [
  {
    name: 'deleted',
    group: 'lost',
    damage: (place) => [{ start: start(place, place.index), end: end(place, place.index), text: '' }],
  },
  {
    name: 'deleted with the space before it',
    group: 'lost',
    damage: (place) => {
      const space = spaceBefore(place.document, start(place, place.index));
      if (space === 0) return undefined;
      return [{ start: start(place, place.index) - space, end: end(place, place.index), text: '' }];
    },
  },
  {
    name: 'deleted with the space after it',
    group: 'lost',
    damage: (place) => {
      const space = spaceAfter(place.document, end(place, place.index));
      return [{ start: start(place, place.index), end: end(place, place.index) + space, text: '' }];
    },
  },
  {
    name: 'torn at its head',
    group: 'other',
    damage: (place, [{ at }]) => {
      const from = start(place, place.index);
      return [{ start: from, end: from + 1 + (at % (end(place, place.index) - from - 1)), text: '' }];
    },
  },
  {
    name: 'torn at its tail',
    group: 'other',
    damage: (place, [{ at }]) => {
      const to = end(place, place.index);
      return [{ start: to - 1 - (at % (to - start(place, place.index) - 1)), end: to, text: '' }];
    },
  },
  {
    name: 'torn in its middle',
    group: 'other',
    damage: (place, [{ at }, { at: length }]) => {
      const to = end(place, place.index) - 1;
      const from = start(place, place.index) + 1 + (at % (to - start(place, place.index) - 1));
      return [{ start: from, end: from + 1 + (length % (to - from)), text: '' }];
    },
  },
];

/** Cuts and truncations, which take a part of a value with them. */
const CUTS: readonly Kind[] = [
  {
    name: 'cut from a value into its END',
    group: 'other',
    damage: (place, [{ at, how }, { at: length }]) => {
      if (isStart(place.index)) return undefined;
      const first = end(place, place.index - 1) + spaceAfter(place.document, end(place, place.index - 1));
      const from = start(place, place.index) - spaceBefore(place.document, start(place, place.index));
      // Mostly a few characters, as a slip of the hand.
      const lost = 1 + (how % 2 === 0 ? at % Math.min(20, from - first) : at % (from - first));
      const to = start(place, place.index) + 1 + (length % (MARKERS[place.index] as string).length);
      const value = place.document.slice(first, from - lost);
      const marker = place.document.slice(to, end(place, place.index));
      if (isUnknowable({ index: place.index, value, marker })) return undefined;
      return [{ start: from - lost, end: to, text: '' }];
    },
  },
  {
    name: 'cut from a START into its value',
    group: 'other',
    damage: (place, [{ at, how }, { at: length }]) => {
      if (!isStart(place.index)) return undefined;
      const first = end(place, place.index) + spaceAfter(place.document, end(place, place.index));
      const next = start(place, place.index + 1);
      const last = next - spaceBefore(place.document, next);
      const lost = 1 + (how % 2 === 0 ? at % Math.min(20, last - first) : at % (last - first));
      const from = end(place, place.index) - 1 - (length % (MARKERS[place.index] as string).length);
      const value = place.document.slice(first + lost, last);
      const marker = place.document.slice(start(place, place.index), from);
      if (isUnknowable({ index: place.index, value, marker })) return undefined;
      return [{ start: from, end: first + lost, text: '' }];
    },
  },
  {
    name: 'cut from a value into the next one',
    group: 'other',
    damage: (place, [{ at }, { at: length }]) => {
      if (isStart(place.index) || place.index === 7) return undefined;
      const from = start(place, place.index) - (at % 25);
      const to = end(place, place.index + 1) + (length % 25);
      if (from <= end(place, place.index - 1) || to >= start(place, place.index + 2)) return undefined;
      return [{ start: from, end: to, text: '' }];
    },
  },
  {
    name: 'truncated',
    group: 'other',
    damage: (place, [{ at, how }]) => {
      const first = how % 3 === 0 && place.index < 7 ? end(place, place.index) : end(place, 6);
      // With the border after it, without it, or with one character of it.
      const to = how % 4 === 3 ? end(place, 7) : place.to;
      const from = first + (at % (end(place, 7) - first));
      const value = place.document.slice(end(place, 6), from);
      if ((to === end(place, 7) || /\s$/.test(value)) && isUnknowable({ index: 7, value, marker: '' }))
        return undefined;
      return [{ start: from, end: to, text: '' }];
    },
  },
  {
    name: 'without its head',
    group: 'other',
    damage: (place, [{ at, how }]) => {
      const last = how % 2 === 0 ? end(place, place.index) : end(place, 0) + 8;
      const to = place.from + 1 + (at % (last - place.from - 1));
      const value = place.document.slice(to, start(place, 1)).trim();
      if (place.from > 0 && to > end(place, 0) && isUnknowable({ index: 0, value, marker: '' })) return undefined;
      return [{ start: place.from, end: to, text: '' }];
    },
  },
];

const TWO_LOST: readonly Kind[] = [
  {
    name: 'an END and the next START deleted',
    group: 'other',
    damage: (place, [{ how }]) => {
      if (isStart(place.index)) return undefined;
      const next = place.index === 7 ? place.document.indexOf(MARKERS[0], place.to) : start(place, place.index + 1);
      if (next < 0) return undefined;
      const last = next + (place.index === 7 ? MARKERS[0] : (MARKERS[place.index + 1] as string)).length;
      const before = how % 2 === 0 ? 0 : spaceBefore(place.document, start(place, place.index));
      const after = Math.floor(how / 2) % 2 === 0 ? 0 : spaceAfter(place.document, last);
      const left = Math.floor(how / 4) % 2 === 0 ? place.document.slice(end(place, place.index), next) : '';
      return [{ start: start(place, place.index) - before, end: last + after, text: left }];
    },
  },
  {
    name: 'both markers of a field deleted',
    group: 'other',
    damage: (place, [{ how }]) => {
      const first = place.index - (place.index % 2);
      return [first, first + 1].map((index) => {
        const space = how % 2 === 0 ? 0 : spaceAfter(place.document, end(place, index));
        return { start: start(place, index), end: end(place, index) + space, text: '' };
      });
    },
  },
];

/** A part of a marker, which may be all of it. */
function partOf(place: Place, { at }: Choice, { at: length }: Choice): { readonly from: number; readonly to: number } {
  const [first, last] = [start(place, place.index), end(place, place.index)];
  const from = first + (at % (last - first));
  return { from, to: from + 1 + (length % (last - from)) };
}

const FILLERS = ['…', 'x', ' ', '-', '–', '?', '\t', '_', '0'];

const PARTS: readonly Kind[] = [
  {
    name: 'any part deleted, perhaps with the space beside it',
    group: 'other',
    damage: (place, [first, second]) => {
      const { from, to } = partOf(place, first, second);
      const { document, index } = place;
      const before = first.how % 2 === 0 && from === start(place, index) ? spaceBefore(document, from) : 0;
      const after = second.how % 2 === 0 && to === end(place, index) ? spaceAfter(document, to) : 0;
      // The full stop of the END is now that of the text's last sentence.
      if (index === 7 && before > 0 && to === end(place, index) - 1) {
        const value = document.slice(end(place, index - 1), from - before);
        if (isUnknowable({ index, value, marker: '.' })) return undefined;
      }
      return [{ start: from - before, end: to + after, text: '' }];
    },
  },
  {
    name: 'any part doubled',
    group: 'other',
    damage: (place, choices) => {
      const { from, to } = partOf(place, ...choices);
      return [{ start: from, end: from, text: place.document.slice(from, to) }];
    },
  },
  {
    name: 'any part backwards',
    group: 'other',
    damage: (place, choices) => {
      const { from, to } = partOf(place, ...choices);
      return [{ start: from, end: to, text: [...place.document.slice(from, to)].reverse().join('') }];
    },
  },
  {
    name: 'any part in lower case',
    group: 'other',
    damage: (place, choices) => {
      const { from, to } = partOf(place, ...choices);
      return [{ start: from, end: to, text: place.document.slice(from, to).toLowerCase() }];
    },
  },
  {
    name: 'a character in place of any part',
    group: 'other',
    damage: (place, [first, second]) => {
      const { from, to } = partOf(place, first, second);
      const text = FILLERS[first.how % FILLERS.length] as string;
      // The first letter alone is a word, as in `Model T`.
      if (text.trim() === '' && from === start(place, place.index) + 1 && to === end(place, place.index))
        return undefined;
      return [{ start: from, end: to, text }];
    },
  },
];

const STAND_INS = [
  ...['Title:', 'TITLE:', '#', '##', '<br>', '</h1>', '<h1>', 'ID', 'Date:', '***', '---', '|', '•', '-', '–', '“'],
  ...[
    '<p>',
    '</p>',
    '&nbsp;',
    '>',
    '>>',
    'END',
    'START',
    'TEXT',
    'Text',
    'headline',
    '[...]',
    '...',
    '…',
    '/',
    '\\n',
    '.',
  ],
  ...['[TITLE START]', '[TEXT]', '(title)', '</title>', '{{text}}', 'NULL', 'None', 'NaN', 'N/A'],
];

/** No letters or digits: nothing shows that these are no part of the value. */
const NOISE = [',', '>', '*', '“', '-', '–', '<br>', '#', ':', '\\', '/'];
/** After a text that ends within a sentence, nothing shows that these are no part of it. */
const SENTENCE_ENDS = ['.', '!', '…', ')', '’', "'"];

const REPLACED: readonly Kind[] = [
  {
    name: 'a label, a mark or markup in its place',
    group: 'other',
    damage: (place, [{ how }]) => {
      const text = STAND_INS[how % STAND_INS.length] as string;
      return [{ start: start(place, place.index), end: end(place, place.index), text }];
    },
  },
  {
    name: 'something in place of the space beside it',
    group: 'other',
    damage: (place, [{ at, how }]) => {
      const { document, index } = place;
      const noise = index === 7 ? NOISE : [...NOISE, ...SENTENCE_ENDS];
      // A single T is read as that of the marker, twice.
      if (at % 2 === 0 && /\sT\s+$/.test(document.slice(0, start(place, index)))) return undefined;
      const text = at % 2 === 0 ? '' : (noise[how % noise.length] as string);
      const to = isStart(index) ? end(place, index) + spaceAfter(document, end(place, index)) : start(place, index);
      const from = isStart(index) ? end(place, index) : to - spaceBefore(document, to);
      return [{ start: from, end: to, text }];
    },
  },
  {
    name: 'written twice',
    group: 'other',
    isMoved: true,
    damage: (place, [{ at }]) => {
      const text = `${[' ', '\n', '  '][at % 3]}${MARKERS[place.index]}`;
      return [{ start: end(place, place.index), end: end(place, place.index), text }];
    },
  },
  {
    name: 'another marker in its place',
    group: 'other',
    isMoved: true,
    damage: (place, [{ at }]) => {
      const text = MARKERS[at % MARKERS.length] as string;
      return [{ start: start(place, place.index), end: end(place, place.index), text }];
    },
  },
  {
    name: 'exchanged with another marker',
    group: 'other',
    isMoved: true,
    damage: (place, [{ at }]) => {
      const [one, other] = [place.index, (place.index + 1 + (at % 7)) % 8].sort() as [number, number];
      return [
        { start: start(place, one), end: end(place, one), text: MARKERS[other] as string },
        { start: start(place, other), end: end(place, other), text: MARKERS[one] as string },
      ];
    },
  },
  {
    name: 'pasted elsewhere',
    group: 'other',
    isMoved: true,
    damage: (place, [{ at, how }, { how: space }]) => {
      const to = place.from + (at % (place.to - place.from));
      // After a capital and a hyphen, it is the marker of a user-defined field, such as I-T-I-T-L-E.
      if (/\p{Lu}-$/u.test(place.document.slice(0, to))) return undefined;
      const marker = MARKERS[place.index] as string;
      const text = [marker, ` ${marker} `, ` ${marker}`, `${marker} `][space % 4] as string;
      const paste = { start: to, end: to, text };
      const cut = { start: start(place, place.index), end: end(place, place.index), text: '' };
      if (how % 2 === 0) return [paste];
      // Among the same markers, only the white space shows where it was.
      const between = place.document.slice(Math.min(to, cut.start), Math.max(to, cut.end));
      if (MARKERS.reduce((text, each) => text.replace(each, ''), between).trim() === '') return undefined;
      return to <= cut.start || to >= cut.end ? [paste, cut] : undefined;
    },
  },
];

export const KINDS: readonly Kind[] = [
  ...DELETIONS,
  ...KINDS_OF_RESPELLING,
  ...PARTS,
  ...CUTS,
  ...TWO_LOST,
  ...REPLACED,
];
