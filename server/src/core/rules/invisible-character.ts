import { type Field, ownMarkers } from '../article';
import { type Span, shifted, textOf } from '../span';
import type { Fix, Rule, RuleFinding } from './rule';

/**
 * A character that nobody sees, or that stands for one that is lost. One finding for a run of the same character; in an
 * article that is full of them, one for the rest of each value.
 */
export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  severity: 'warning',
  finds: 'a character that nobody can see, or that could not be decoded',
  why: 'Words with such a character in them look right and are not found: a search misses them, and a tokenizer counts them as other words.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Ga\u200bza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article) {
    const joining = new Joining();
    let left = MOST_SINGLE;
    for (const field of article.fields) {
      if (!ownMarkers(field)) continue;
      for (const finding of findingsIn(textOf(article.text, field.value), field, joining, left)) {
        yield finding;
        left = Math.max(0, left - 1);
      }
    }
  },
};

/** So many findings of an article are of one run each; nobody mends more of them one by one. */
const MOST_SINGLE = 100;

/** Control characters; but tab, LF, CR and U+0085 are white space. */
const CONTROL = '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f';

/** What may be out of place, as a part of a class. */
export const SUSPECTS = `${CONTROL}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd`;

/** A plain class: all text is searched with it. */
const STRETCHES = new RegExp(`[${SUSPECTS}]+`, 'g');

/** The findings in a value; behind `most` of them, what is left is told together. */
function* findingsIn(value: string, field: Field, joining: Joining, most: number): Generator<RuleFinding> {
  const changes = [field.letters];
  const wordings = new Map<string, Wording>();
  const undecoded: Rest = { first: undefined, count: 0 };
  const unseen: Rest = { first: undefined, count: 0 };
  let left = most;
  for (const span of runsIn(value, joining)) {
    if (left-- > 0) {
      const run = textOf(value, span);
      const wording = wordings.get(run) ?? wordingOf(run);
      wordings.set(run, wording);
      yield finding(wording, shifted(span, field.value.start), changes);
    } else {
      const rest = isUndecoded(value, span) ? undecoded : unseen;
      rest.first ??= span;
      rest.count++;
    }
  }
  yield* ofUndecoded(undecoded, field);
  yield* ofUnseen(unseen, value, field);
}

/** Runs that are not told one by one. */
interface Rest {
  first: Span | undefined;
  count: number;
}

function* ofUndecoded({ first, count }: Rest, field: Field): Generator<RuleFinding> {
  if (!first) return;
  const message = `From here on, bytes could not be decoded in ${places(count)} of this value. Write what the source has there.`;
  yield { span: shifted(first, field.value.start), message };
}

function* ofUnseen(
  { first, count }: Rest,
  value: string,
  { letters, value: { start } }: Field,
): Generator<RuleFinding> {
  if (!first) return;
  const message = `From here on, characters that nobody can see stand in ${places(count)} of this value. Remove them, or keep them if the source has them.`;
  const fix: Fix = {
    title: `Remove the characters in ${places(count)}`,
    tier: 'suggested',
    changes: [letters],
    // There may be millions, of which nobody asks for one.
    get edits() {
      return removals(value, first.start).map((span) => ({ span: shifted(span, start), text: '' }));
    },
  };
  yield { span: shifted(first, start), message, fixes: [fix] };
}

function places(count: number): string {
  return count === 1 ? '1 more place' : `${count} more places`;
}

/** What nobody can see from an offset of a value on. */
function removals(value: string, from: number): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of runsIn(value, new Joining())) {
    const last = spans.at(-1);
    if (start < from || isUndecoded(value, { start, end })) continue;
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/** The runs of one character each that is out of place in a value. */
function* runsIn(value: string, joining: Joining): Generator<Span> {
  let rightToLeft: boolean | undefined;
  for (const { 0: stretch, index } of value.matchAll(STRETCHES)) {
    for (let at = 0, behind = 0; at < stretch.length; at = behind) {
      const unit = stretch.charCodeAt(at);
      for (behind = at + 1; stretch.charCodeAt(behind) === unit; ) behind++;
      const span = { start: index + at, end: index + behind };
      if (isJoiner(unit) && joining.needs(value, span)) continue;
      if (isMark(unit)) {
        rightToLeft ??= RIGHT_TO_LEFT.test(value);
        if (rightToLeft) continue;
      }
      yield span;
    }
  }
}

/** What is said of a run; where there are many, most are alike. */
interface Wording {
  readonly message: string;
  /** How the fix is called, when there is one. */
  readonly title: string | undefined;
}

function wordingOf(run: string): Wording {
  const name = nameOf(run.charCodeAt(0));
  const stands = `${name} stands here${run.length > 1 ? ` ${run.length} times` : ''}`;
  if (run.startsWith('\ufffd')) {
    return { message: `${stands}: bytes could not be decoded. Write what the source has there.`, title: undefined };
  }
  return {
    message: `${stands}, which nobody can see. Remove it, or keep it if the source has it.`,
    title: `Remove ${name}`,
  };
}

function finding({ message, title }: Wording, span: Span, changes: readonly string[]): RuleFinding {
  if (!title) return { span, message };
  return { span, message, fixes: [{ title, edits: [{ span, text: '' }], tier: 'suggested', changes }] };
}

function nameOf(unit: number): string {
  return `U+${unit.toString(16).toUpperCase().padStart(4, '0')} ${NAMES[unit] ?? 'control character'}`;
}

function isUndecoded(value: string, { start }: Span): boolean {
  return value.charCodeAt(start) === 0xfffd;
}

function isJoiner(unit: number): boolean {
  return unit === 0x200c || unit === 0x200d;
}

function isMark(unit: number): boolean {
  return unit === 0x200e || unit === 0x200f || unit === 0x061c;
}

/** Scripts in which joiners part or join letters. */
const JOINING = [
  ...['Arabic', 'Hebrew', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati'],
  ...['Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer'],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
const EMOJI_BEFORE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const EMOJI_BEHIND = /^\p{Extended_Pictographic}/u;

/** The variation selector that makes an emoji of a character. */
const EMOJI_STYLE = '\ufe0f';

/** More surroundings than this are not remembered: only a hostile text has so many. */
const MOST_KNOWN = 1000;

/** Where joiners do their work: within an emoji, or beside a letter of a script that has need of them. */
class Joining {
  // Made when it is needed: so many scripts take longer to compile than most files to check.
  private letter: RegExp | undefined;
  private readonly known = new Map<string, boolean>();

  needs(value: string, { start, end }: Span): boolean {
    const before = value.slice(Math.max(0, start - 3), start);
    const behind = value.slice(end, end + 2);
    // All that it depends on, and nearly always the same.
    const key = `${before}\n${behind}`;
    let needed = this.known.get(key);
    if (needed === undefined) {
      needed = this.find(before, behind);
      if (this.known.size < MOST_KNOWN) this.known.set(key, needed);
    }
    return needed;
  }

  private find(before: string, behind: string): boolean {
    this.letter ??= new RegExp(`^[${JOINING}]`, 'u');
    const last = [...before].at(-1) ?? '';
    if (this.letter.test(last) || this.letter.test(behind)) return true;
    // Not by one expression that ends with $: V8 14.6, of Node 26, passes over characters beyond the BMP in such ones.
    const emoji = last === EMOJI_STYLE ? [...before].at(-2) : last;
    return EMOJI_BEFORE.test(emoji ?? '') && EMOJI_BEHIND.test(behind);
  }
}

/** A letter written from right to left: beside it, direction marks keep punctuation in its place. */
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const NAMES: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  1564: 'Arabic letter mark',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  65279: 'byte order mark',
  65533: 'replacement character',
};
