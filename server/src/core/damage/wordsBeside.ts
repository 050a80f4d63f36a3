/** What is in a value beside the right marker, and of no value: what is left of a marker, or of one in another spelling; signs. */
import { markerText, type Side } from '../format';
import { END_EDGE, START_EDGE } from '../markers/edges';
import type { NearMiss } from '../markers/meant';
import { editsTo } from '../markers/meantAs';
import { MOST_EDITS, nearMisses } from '../markers/nearMiss';
import type { Article } from '../parse/article';
import { type Span, skipBack, skipWhiteSpace, textOf, trimmed } from '../span';

export interface WordBeside {
  /** The marker that it is beside. */
  readonly letters: string;
  readonly side: Side;
  readonly span: Span;
  /** It is like the marker. Otherwise, it is marks or the number of a line. */
  readonly isLike: boolean;
  /** The same, with the white space between it and the rest of the value. */
  readonly removed: Span;
}

/** Hyphens or dashes with single letters between them; a dash after another character beyond ASCII is not looked at (parse/proof.ts). */
const SPELLED_OUT = /-[A-Za-z]-[A-Za-z]-|(?<!\P{ASCII})[‐-―−][A-Za-z][‐-―−]/u;

/** What prose may spell out, too. */
const PROSE = /^(?:D-A-T-E|T-I-T-L-E|T-E-X-T|S-T-A-R-T|E-N-D)\.?$/;

/** Longer than any marker in another spelling, in UTF-16 units: ten letters with `\textendash ` between each two. */
const LONGEST = 130;

/** Longer than a marker of single letters with a few spaces between them, in UTF-16 units. */
const LONGEST_PARTED = 60;

/** What is between the letters of `T I T L E E N D.` and `t_i_t_l_e_e_n_d` */
const PARTS = /[^ \t\r\n._-]+/g;
const ENDS_IN_LETTER = /\p{L}[._-]?$/u;

/** A piece of a marker that is stuck to a word has at least so many units, as in `winT-I-` and `R-T.Talks`. */
const SHORTEST_STUCK = 4;

/**
 * Words of a value that are right beside its marker, and like it or a part of it: `Truce T–I–T–L–E–E–N–D. T-I-T-L-E-E-N-D.` A
 * date with more beside it is no date, and where there is no white space, marker-spacing says so. An article that is proven
 * healthy (parse/proof.ts) has no such words.
 */
export function* wordsBeside({ text, fields }: Article): Generator<WordBeside> {
  for (const { format, letters, value, span } of fields) {
    if (format?.kind === 'date') continue;
    const [start, end] = [markerText(letters, 'start'), markerText(letters, 'end')];
    const words = trimmed(text, value);
    const first = likeStart(text.slice(words.start, Math.min(words.end, words.start + LONGEST)), start);
    const last = likeEnd(text.slice(Math.max(words.start, words.end - LONGEST), words.end), end);
    if (first > 0 && words.start > span.start + start.length) {
      const to = words.start + first;
      const removed = { start: words.start, end: skipWhiteSpace(text, to, words.end) };
      yield { letters, side: 'start', span: { start: words.start, end: to }, isLike: true, removed };
    } else if (last > 0 && words.end < span.end - end.length) {
      const from = words.end - last;
      const removed = { start: Math.max(words.start, skipBack(text, from)), end: words.end };
      yield { letters, side: 'end', span: { start: from, end: words.end }, isLike: true, removed };
    }
  }
}

/** A way in which signs are beside a marker; a group is the signs, and another one what their removal takes. */
interface Beside {
  readonly start?: RegExp;
  readonly end: RegExp;
}

const MARKS = '[\\p{P}\\p{S}]{1,4}';

/** On its line: marks, or the number of a line. */
const ON_ITS_LINE: Beside = {
  start: new RegExp(`^(?<removed>[ \\t]+(?<signs>${MARKS}|\\(?\\p{N}{1,4}[.:|)]))[\\r\\n]`, 'u'),
  end: new RegExp(`[\\r\\n](?<removed>(?<signs>${MARKS}|\\(?\\p{N}{1,4}[.:|)])[ \\t]+)$`, 'u'),
};

/** Before a tab, as word processors write lists: the same. `2006.` may end a sentence. */
const BEFORE_TAB: Beside = {
  end: new RegExp(`\\s(?<removed>(?<signs>${MARKS}|\\(?\\p{N}{1,3}\\)|(?<=\\p{P}\\s)\\p{N}{1,3}\\.)\\t)$`, 'u'),
};

/** Marks that no number has: not those of `№ 12`, `12 %`, `$ 5` and `( 12 )`. */
const NO_NUMBER = '(?:(?![\\p{Sc}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}№§%‰])[\\p{P}\\p{S}]){1,4}';

/** In a number that has more words: such marks. */
const IN_NUMBER: Beside = {
  start: new RegExp(`^\\s+(?<removed>(?<signs>${NO_NUMBER})\\s+)\\S`, 'u'),
  end: new RegExp(`\\S(?<removed>\\s+(?<signs>${NO_NUMBER}))\\s+$`, 'u'),
};

/** Longer than signs and the white space around them, in UTF-16 units. */
const LONGEST_SIGNS = 20;

/** Longer than any number, in UTF-16 units. */
const LONGEST_NUMBER = 60;

/**
 * Signs beside a marker that belong to no value: on the line of the marker, in an article whose other markers have lines of their own,
 * as in `# T-E-X-T-E-N-D.`; before a tab, where no other marker has one; and marks in a number, as in `1986 •`. They are looked for
 * where nothing else is found.
 */
export function* signsBeside({ text, fields }: Article): Generator<WordBeside> {
  const inLines = fields.filter(
    ({ start, end }) => start && end && /[\r\n]/.test(text.charAt(start.end)) && text[end.start - 1] === '\n',
  );
  const tabbed = fields.filter(({ end }) => end && text[end.start - 1] === '\t');
  for (const field of fields) {
    const { format, letters, start, end } = field;
    if (!start || !end || format?.kind === 'date') continue;
    const kinds: Beside[] = inLines.some((other) => other !== field) ? [ON_ITS_LINE] : [];
    if (tabbed.every((other) => other === field)) kinds.push(BEFORE_TAB);
    if (format?.kind === 'number' && end.start - start.end <= LONGEST_NUMBER) kinds.push(IN_NUMBER);
    const edges = {
      start: { start: start.end, end: Math.min(end.start, start.end + LONGEST_SIGNS) },
      end: { start: Math.max(start.end, end.start - LONGEST_SIGNS), end: end.start },
    };
    for (const side of ['start', 'end'] as const) {
      const edge = textOf(text, edges[side]);
      const match = kinds.map((kind) => kind[side]?.exec(edge)).find((found) => found);
      if (!match?.groups) continue;
      const { removed = '', signs = '' } = match.groups;
      const from = edges[side].start + match.index + match[0].indexOf(removed);
      const at = from + removed.indexOf(signs);
      const span = { start: at, end: at + signs.length };
      yield { letters, side, span, isLike: false, removed: { start: from, end: from + removed.length } };
    }
  }
}

/** An article without them may be proven healthy. */
const JOINED = { start: new RegExp(`^${START_EDGE}`), end: new RegExp(`${END_EDGE}[._-]?$`) };

/** The misspelled marker at that end of these words; undefined if there is none. What is torn is compared by `isLike`. */
function nearMissAt(words: string, marker: string, side: Side): NearMiss | undefined {
  if (!JOINED[side].test(words)) return undefined;
  const near = [...nearMisses(words, 0, words.length)].at(side === 'start' ? 0 : -1);
  const isAtEdge = side === 'start' ? near?.start === 0 : near?.end === words.length;
  const isMeant = near?.meant.some(
    (each) => each.distance <= MOST_EDITS && markerText(each.letters, each.side) === marker,
  );
  return isAtEdge && isMeant ? near : undefined;
}

/** How many units at the beginning of a value are like its START. */
function likeStart(words: string, marker: string): number {
  const [first = ''] = words.split(/\s/, 1);
  if (isLike(first, marker, 'start')) return first.length;
  const near = nearMissAt(words, marker, 'start');
  if (near) return near.end;
  const letters = bare(marker);
  const parts = [...words.slice(0, LONGEST_PARTED).matchAll(PARTS)].slice(0, letters.length);
  const last = parts.at(-1);
  if (last && spell(parts, letters))
    return (/^\.?/.exec(words.slice(last.index + 1))?.[0] ?? '').length + last.index + 1;
  for (let from = 1; from <= marker.length - SHORTEST_STUCK; from++) {
    const piece = marker.slice(from);
    if (first.startsWith(piece) && first !== piece) return piece.length;
  }
  return 0;
}

/** How many units at the end of a value are like its END. */
function likeEnd(words: string, marker: string): number {
  const last = lastOf(words);
  if (isLike(last, marker, 'end')) return last.length;
  const near = nearMissAt(words, marker, 'end');
  if (near) return words.length - near.start;
  const letters = bare(marker);
  const edge = words.slice(-LONGEST_PARTED);
  const parts = [...edge.matchAll(PARTS)].slice(-letters.length);
  if (parts[0] && spell(parts, letters) && ENDS_IN_LETTER.test(edge)) return edge.length - parts[0].index;
  for (let to = marker.length - 1; to >= SHORTEST_STUCK; to--) {
    const piece = marker.slice(0, to);
    if (last.endsWith(piece) && !IN_CAPITALS.test(last.slice(0, -to))) return piece.length;
  }
  return 0;
}

/** Capitals go on before a hyphen, as in `Golf GT-I-R`. */
const IN_CAPITALS = /(?:^|[\p{Lu}-])$/u;

/** Whether these single characters are the letters of a marker. */
function spell(parts: readonly { readonly 0: string }[], letters: string): boolean {
  return parts.length === letters.length && parts.every(({ 0: part }, i) => part.toUpperCase() === letters[i]);
}

function bare(marker: string): string {
  return marker.replaceAll(/[-.]/g, '');
}

/** The last word; a hyphen alone belongs to the one before. */
function lastOf(words: string): string {
  const parts = words.split(/(\s)/);
  return parts.slice(parts.at(-1) === '-' ? -3 : -1).join('');
}

function isLike(word: string, marker: string, side: Side): boolean {
  if (PROSE.test(word)) return false;
  const letters = bare(marker);
  if (word === letters || word === `${letters}.`) return true;
  const part = word.replace(/\s/, '');
  if (part.includes('-') && (side === 'end' ? marker.startsWith(part) : marker.endsWith(part))) return true;
  return SPELLED_OUT.test(word) && (word.includes(marker) || editsTo(word, marker) !== undefined);
}
