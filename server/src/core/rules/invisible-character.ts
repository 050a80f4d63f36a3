import { type Field, ownMarkers } from '../article';
import { type Span, textOf } from '../span';
import type { Rule, RuleFinding } from './rule';

/** A character that nobody sees, or that stands for one that is lost. One finding for a run of the same character. */
export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  severity: 'warning',
  finds: 'a character that nobody can see, or that could not be decoded',
  why: 'Words with such a character in them look right and are not found: a search misses them, and a tokenizer counts them as other words.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Ga\u200bza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article) {
    const joining = new Joining();
    for (const field of article.fields) {
      if (ownMarkers(field)) yield* findingsIn(textOf(article.text, field.value), field, joining);
    }
  },
};

/** Control characters; but tab, LF, CR and U+0085 are white space. */
const CONTROL = '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f';

/** What may be out of place, as a part of a class. */
export const SUSPECTS = `${CONTROL}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd`;

/** Runs of one such character. A plain class: all text is searched with it. */
const RUNS = new RegExp(`([${SUSPECTS}])\\1*`, 'g');

function* findingsIn(value: string, field: Field, joining: Joining): Generator<RuleFinding> {
  const changes = [field.letters];
  const wordings = new Map<string, Wording>();
  let rightToLeft: boolean | undefined;
  for (const { 0: run, 1: character, index } of value.matchAll(RUNS)) {
    if (isJoiner(character as string) && joining.needs(value, index, index + run.length)) continue;
    if (isMark(character as string)) {
      rightToLeft ??= RIGHT_TO_LEFT.test(value);
      if (rightToLeft) continue;
    }
    const wording = wordings.get(run) ?? wordingOf(run);
    wordings.set(run, wording);
    const start = field.value.start + index;
    yield finding(wording, { start, end: start + run.length }, changes);
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

function isJoiner(character: string): boolean {
  return character === '\u200c' || character === '\u200d';
}

function isMark(character: string): boolean {
  return character === '\u200e' || character === '\u200f' || character === '\u061c';
}

/** Scripts in which joiners part or join letters. */
const JOINING = [
  ...['Arabic', 'Hebrew', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati'],
  ...['Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer'],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u;
const EMOJI_BEHIND = /^\p{Extended_Pictographic}/u;

/** Where joiners do their work: within an emoji, or beside a letter of a script that has need of them. */
class Joining {
  // Made when they are needed: so many scripts take longer to compile than most files to check.
  private letterBefore: RegExp | undefined;
  private letterBehind: RegExp | undefined;

  needs(value: string, start: number, end: number): boolean {
    this.letterBefore ??= new RegExp(`[${JOINING}]$`, 'u');
    this.letterBehind ??= new RegExp(`^[${JOINING}]`, 'u');
    const before = value.slice(Math.max(0, start - 3), start);
    const behind = value.slice(end, end + 2);
    if (this.letterBefore.test(before) || this.letterBehind.test(behind)) return true;
    return EMOJI_BEFORE.test(before) && EMOJI_BEHIND.test(behind);
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
