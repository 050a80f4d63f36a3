/** What hands and tools make of the characters of a marker. */

/** Which character, and in which way: any numbers. */
export interface Choice {
  readonly at: number;
  readonly how: number;
}

/** Changes a marker; gives the same one if that is not possible. */
export type Respelling = (marker: string, choice: Choice) => string;

const one = <T>(from: readonly T[], which: number): T => from[which % from.length] as T;

/** Replaces one character of a class. */
function atOne(kind: RegExp, marker: string, at: number, put: (character: string) => string): string {
  const places = [...marker.matchAll(kind)].map(({ index }) => index);
  if (places.length === 0) return marker;
  const place = one(places, at);
  return marker.slice(0, place) + put(marker[place] as string) + marker.slice(place + 1);
}

const LETTER = /\p{L}/gu;
const WRONG_LETTERS = [...'QWRUOPASDGHJKLZXCVBMEINTF', ...'1l0qae', 'Т', 'Ε', 'É'];
const HYPHENS = ['–', '—', '‑', '−', '_', '', ' ', '--', ' - ', '- ', '\u00ad', '.', '=', '~', '\ufffd'];
const STOPS = ['', ',', ':', ';', '!', '?', '…', '..', ' .', '。', '-', ')'];

/** One wrong, lost or added character, or all hyphens. */
export const RESPELLINGS: Readonly<Record<string, Respelling>> = {
  'a letter deleted': (marker, { at }) => atOne(LETTER, marker, at, () => ''),
  'a letter deleted with its hyphen': (marker, { at }) => {
    const letters = marker.slice(0, -1).split('-');
    return `${letters.filter((_, i) => i !== at % letters.length).join('-')}.`;
  },
  'a letter doubled': (marker, { at }) => atOne(LETTER, marker, at, (letter) => letter + letter),
  'a letter doubled with its hyphen': (marker, { at }) => atOne(LETTER, marker, at, (letter) => `${letter}-${letter}`),
  'a letter replaced': (marker, { at, how }) => atOne(LETTER, marker, at, () => one(WRONG_LETTERS, how)),
  'a letter in lower case': (marker, { at }) => atOne(LETTER, marker, at, (letter) => letter.toLowerCase()),
  'two letters swapped': (marker, { at }) => {
    const letters = marker.slice(0, -1).split('-');
    const i = at % (letters.length - 1);
    [letters[i], letters[i + 1]] = [letters[i + 1] as string, letters[i] as string];
    return `${letters.join('-')}.`;
  },
  'one other hyphen': (marker, { at, how }) => atOne(/-/g, marker, at, () => one(HYPHENS, how)),
  'other hyphens': (marker, { how }) => marker.replaceAll('-', one(HYPHENS, how)),
  'another full stop': (marker, { how }) => marker.replace(/\.$/, one(STOPS, how)),
  'lower case': (marker) => marker.toLowerCase(),
};

/** The way in which programs write a character that they escape. */
const ESCAPES: Readonly<Record<'-' | '.', readonly string[]>> = {
  '-': [
    '&#45;',
    '&#x2d;',
    '&#x2D;',
    '&ndash;',
    '&#8211;',
    '&hyphen;',
    '%2D',
    '=2D',
    '\\u002d',
    '\\u2013',
    '\\-',
    'â€“',
    ' @-@ ',
  ],
  '.': [
    '&#46;',
    '&#x2e;',
    '&#x2E;',
    '&period;',
    '&#046;',
    '&middot;',
    '%2E',
    '=2E',
    '\\u002e',
    '\\u002E',
    '\\.',
    'â€¦',
    '\u200b.',
    '\u00ad.',
  ],
};

export const ESCAPED: Readonly<Record<string, Respelling>> = {
  'escaped hyphens': (marker, { how }) => marker.replaceAll('-', one(ESCAPES['-'], how)),
  'an escaped hyphen': (marker, { at, how }) => atOne(/-/g, marker, at, () => one(ESCAPES['-'], how)),
  'an escaped full stop': (marker, { how }) => marker.replace(/\.$/, one(ESCAPES['.'], how)),
  'everything escaped': (marker, { how }) =>
    marker.replaceAll('-', one(ESCAPES['-'], how)).replace(/\.$/, one(ESCAPES['.'], how)),
};

const BREAKS = ['\n', '\r\n', '\n> ', '\r\n> ', '\r\n    ', '\n\t', '=\n', '=\r\n', ' \n', '\n>> ', '\r\n ', '\n| '];

export const WRAPPED: Readonly<Record<string, Respelling>> = {
  'wrapped after a hyphen': (marker, { at, how }) => atOne(/-/g, marker, at, () => `-${one(BREAKS, how)}`),
  'wrapped before a hyphen': (marker, { at, how }) => atOne(/-/g, marker, at, () => `${one(BREAKS, how)}-`),
  'wrapped before its full stop': (marker, { how }) => marker.replace(/\.$/, `${one(BREAKS, how)}.`),
};

const AROUND: readonly (readonly [string, string])[] = [
  ...([
    ['“', '”'],
    ['"', '"'],
    ["'", "'"],
    ['«', '»'],
    ['`', '`'],
    ['**', '**'],
    ['*', '*'],
    ['__', '__'],
    ['(', ')'],
    ['[', ']'],
  ] as const),
  ...([
    ['<b>', '</b>'],
    ['<p>', '</p>'],
    ['<!-- ', ' -->'],
    ['<span class="m">', '</span>'],
    ['<strong>', '</strong>'],
    ['', '<br>'],
    ['<br/>', ''],
    ['&lt;', '&gt;'],
    ['&nbsp;', '&nbsp;'],
    ['\u200f', ''],
    ['\u202a', '\u202c'],
    ['{', '}'],
  ] as const),
];

export const SURROUNDED: Readonly<Record<string, Respelling>> = {
  'quoted, bold or in HTML': (marker, { how }) => one(AROUND, how).join(marker),
};
