/**
 * Characters in another spelling: escaped, as in `&#45;` and `%2D`; read in the wrong character set, as in `â€“`; or parted by
 * a line break that a mail program put in. Markers are searched for in the text that is meant.
 */
import { countBefore, type Span } from '../span';
import { matches } from './matches';

/** A text in which every character is spelled as itself. */
export interface Decoded {
  readonly text: string;
  /** Where a span of it is in the source. */
  sourceOf(span: Span): Span;
}

/** The text that is meant; undefined when nothing in `source` has another spelling. Linear. */
export function decoded(source: string): Decoded | undefined {
  const changes: Change[] = [];
  let text = '';
  let from = 0;
  for (const match of matches(source, OTHER_SPELLING)) {
    const [written] = match;
    const meant = SPELLINGS[match.indexOf(written, 1) - 1]?.meant(written);
    if (meant === undefined || meant === written) continue;
    text += source.slice(from, match.index);
    from = match.index + written.length;
    changes.push({ start: text.length, end: text.length + meant.length, source: { start: match.index, end: from } });
    text += meant;
  }
  if (changes.length === 0) return undefined;
  return { text: text + source.slice(from), sourceOf: (span) => sourceOf(changes, span) };
}

/** A span of the text, and what is in its place in the source. */
interface Change extends Span {
  readonly source: Span;
}

function sourceOf(changes: readonly Change[], { start, end }: Span): Span {
  // A line break that means nothing is not part of a span that begins or ends there.
  const first = changes[countBefore(changes, start + 1, (each) => each) - 1];
  const last = changes[countBefore(changes, end, (each) => each) - 1];
  return {
    start: first && start < first.end ? first.source.start : start + growth(first),
    end: last && end < last.end ? last.source.end : end + growth(last),
  };
}

/** How much further on the source is after a change. */
function growth(change: Change | undefined): number {
  return change ? change.source.end - change.end : 0;
}

/** One way to write a character, and what is meant by what is written so; undefined if nothing is. */
interface Spelling {
  readonly pattern: string;
  readonly meant: (written: string) => string | undefined;
}

/** The named characters of HTML that are written for one of a marker, or beside it. */
const NAMED: Readonly<Record<string, string>> = {
  ...{
    hyphen: '-',
    dash: '-',
    ndash: '–',
    mdash: '—',
    horbar: '―',
    minus: '−',
    shy: '\u00ad',
    lowbar: '_',
    underbar: '_',
  },
  ...{ nbsp: '\u00a0', ensp: ' ', emsp: ' ', thinsp: ' ', period: '.', middot: '·', bull: '•', hellip: '…' },
};
const NAMES = Object.keys(NAMED);

const HEX = '[0-9A-Fa-f]';

/** It may have been escaped in its turn. */
const AMPERSAND = '&(?:(?:amp|#0*38|#[xX]0*26);){0,4}';

/** Before the number of a byte: in addresses (`%2D`), in mail (`=2D`), in program texts (`\x2d`). */
const BYTE_SIGN = '(?:%(?:25){0,4}|(?:=\\r?\\n)?=|\\\\{1,2}x)';
const byte = (first: string) => `${BYTE_SIGN}${first}${HEX}`;
const FURTHER = byte('[89ABab]');

/** The characters of Windows-1252 from 0x80 on. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A line break within a word, with what mail programs and editors write beside it. */
const BREAK = '(?:<w?br ?/?>(?:\\r\\n|[\\r\\n])?|[=\\\\]?(?:\\r\\n|[\\r\\n\\f\\u2028]))[ \\t\\f>|]{0,40}';

/** A letter that is no word's last. */
const SINGLE = '(?<!\\p{L})\\p{Lu}';

const SPELLINGS: readonly Spelling[] = [
  {
    // HTML and XML.
    pattern: `${AMPERSAND}(?:#[xX]${HEX}{1,6};|(?:#\\d{1,7}|${[...NAMES, ...NAMES.map((name) => name.toUpperCase())].join('|')});?)`,
    meant: (written) => {
      const [, hex, decimal, name = ''] = /(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,9}));?$/i.exec(written) ?? [];
      if (hex) return characterOf(Number.parseInt(hex, 16));
      return decimal ? characterOf(Number(decimal)) : NAMED[name.toLowerCase()];
    },
  },
  {
    // JSON, JavaScript, Python and R, and addresses as JavaScript once wrote them.
    pattern: `\\\\{1,2}u\\{${HEX}{1,6}\\}|(?:\\\\{1,2}|%)u${HEX}{4}|\\\\{1,2}U${HEX}{8}|<U\\+${HEX}{4,6}>`,
    meant: (written) => characterOf(Number.parseInt(/[\dA-Fa-f]{1,8}(?=\W?$)/.exec(written)?.[0] ?? '', 16)),
  },
  {
    // The bytes of one character.
    pattern: `${byte('[0-7]')}|${byte('[CDcd]')}${FURTHER}|${byte('[Ee]')}${FURTHER}${FURTHER}|${FURTHER}`,
    meant: (written) => {
      const bytes = [...written.matchAll(BYTES)].map(([, number = '']) => Number.parseInt(number, 16));
      return bytes.length === 1 ? characterOf(bytes[0] as number) : inUtf8(bytes);
    },
  },
  {
    // Dashes in UTF-8 that were read in the character sets of Macintosh, DOS, and Windows and DOS in Russia.
    pattern: '‚Ä[êëíìîï]|‚àí|¬≠|Ôºç|[ΓÔ]Ç[ÉæÆôöò]|вЂ[ђ‘’“”•]|в€’|тА[РСТУФХ]',
    meant: () => '-',
  },
  {
    // UTF-8 that was read as Windows-1252 or Latin-1, once or several times.
    pattern: `[\\u00c2-\\u00ef][\\u0080-\\u00ef${WINDOWS}]{1,60}["']?`,
    meant: (written) => {
      let [before, text] = ['', written];
      while (text !== before) [before, text] = [text, fromWindows(text)];
      // All dashes begin like this. What follows was made a straight quotation mark, or lost.
      return text.replaceAll(/(?:â€|ï¼)["']?/g, '-');
    },
  },
  {
    // Letters that are drawn as a line, and the first byte of a dash in Windows-1252, whose others were lost.
    pattern: '(?<=[A-Z])[ーｰ一ㅡâ](?=[A-Z])',
    meant: () => '-',
  },
  {
    // As Moses, a program for translation, parts it from words.
    pattern: '@-@',
    meant: () => '-',
  },
  {
    pattern: `(?<=-\\p{Lu} ?)${BREAK}(?=[-.])|(?<=${SINGLE}- ?)${BREAK}(?=\\p{L}[-.=\\r\\n])`,
    meant: () => '',
  },
];

/** What other spellings begin with. It is looked for first, because that is quick. */
const FIRST = '[@&%=\\\\<\\r\\n\\f\\u2028\\u00c2-\\u00efー一ㅡｰ‚¬ΓвтÔ]';

const OTHER_SPELLING = new RegExp(`(?=${FIRST})(?:${SPELLINGS.map(({ pattern }) => `(${pattern})`).join('|')})`, 'gu');

const BYTES = new RegExp(`${BYTE_SIGN}(${HEX}{2})`, 'g');

/** The character with a number, which is often meant in Windows-1252; undefined if there is none. */
function characterOf(number: number): string | undefined {
  if (number >= 0x80 && number < 0x80 + WINDOWS.length) return WINDOWS[number - 0x80];
  return number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
}

/** The character that two or three bytes are in UTF-8; undefined if they are none. */
function inUtf8([lead = 0, ...further]: readonly number[]): string | undefined {
  if (further.some((each) => each >> 6 !== 2)) return undefined;
  const first = further.length === 1 ? lead & 0x1f : lead & 0x0f;
  return String.fromCodePoint(further.reduce((code, each) => (code << 6) | (each & 0x3f), first));
}

const FOREIGN = `[\\u0080-\\u00bf${WINDOWS}]`;
const FOREIGN_CHARACTER = new RegExp(`[\\u00e0-\\u00ef]${FOREIGN}{2}|[\\u00c2-\\u00df]${FOREIGN}`, 'g');

/** Reads as UTF-8 what was read as Windows-1252 or Latin-1. */
function fromWindows(text: string): string {
  return text.replaceAll(FOREIGN_CHARACTER, (written) => inUtf8([...written].map(byteOf)) ?? written);
}

function byteOf(character: string): number {
  const at = WINDOWS.indexOf(character);
  return at === -1 ? character.charCodeAt(0) : 0x80 + at;
}
