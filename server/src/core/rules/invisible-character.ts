import * as l10n from '@vscode/l10n';
import { plural } from '../language';
import { type Field, ownMarkers } from '../parse/article';
import type { Fix } from '../repair/edit';
import { type Span, shifted, textOf } from '../span';
import { outOfPlace } from '../text/inPlace';
import { invisibleSequences, isAlike, nameOfRun, REPLACEMENT, removalOf } from '../text/invisible';
import type { Rule, RuleFinding } from './rule';

/**
 * An invisible character, or U+FFFD, which replaces a lost one. One finding for a run of the same character. If an article is
 * full of them, one finding for the rest of each value.
 */
export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  severity: 'warning',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('an invisible character, or one that could not be decoded');
  },
  why: 'A word with such a character looks right, but a search does not find it, and a tokenizer counts it as a different word.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Ga\u200bza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article) {
    let left = MOST_SINGLE;
    for (const field of article.fields) {
      if (!ownMarkers(field)) continue;
      for (const finding of findingsIn(textOf(article.text, field.value), field, left)) {
        yield finding;
        left = Math.max(0, left - 1);
      }
    }
  },
};

/** The first findings of an article are about one run each. Nobody corrects more of them one by one. */
const MOST_SINGLE = 100;

/** The findings in a value. After `most` of them, the rest is reported together. */
function* findingsIn(value: string, field: Field, most: number): Generator<RuleFinding> {
  const changes = [field.letters];
  const wordings = new Map<string, Wording>();
  const undecoded: Rest = { first: undefined, count: 0 };
  const unseen: Rest = { first: undefined, count: 0 };
  let left = most;
  for (const span of runsIn(value)) {
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

/** Runs that are not reported one by one. */
interface Rest {
  first: Span | undefined;
  count: number;
}

function* ofUndecoded({ first, count }: Rest, field: Field): Generator<RuleFinding> {
  if (!first) return;
  const message = plural(
    count,
    'From here on, bytes could not be decoded in {0} more place of this value. Write what the source has there.',
    'From here on, bytes could not be decoded in {0} more places of this value. Write what the source has there.',
  );
  yield { span: shifted(first, field.value.start), message };
}

function* ofUnseen(
  { first, count }: Rest,
  value: string,
  { letters, value: { start } }: Field,
): Generator<RuleFinding> {
  if (!first) return;
  const message = plural(
    count,
    'From here on, there are invisible characters in {0} more place of this value. Remove them, or keep them if the source has them.',
    'From here on, there are invisible characters in {0} more places of this value. Remove them, or keep them if the source has them.',
  );
  const fix: Fix = {
    title: plural(
      count,
      'Remove the invisible characters in {0} more place',
      'Remove the invisible characters in {0} more places',
    ),
    tier: 'suggested',
    changes: [letters],
    // A getter, because there may be millions, and this fix is rarely applied.
    get edits() {
      return removals(value, first.start).map((span) => ({ span: shifted(span, start), text: '' }));
    },
  };
  yield { span: shifted(first, start), message, fixes: [fix] };
}

/** The spans of invisible characters from an offset of a value on. */
function removals(value: string, from: number): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of runsIn(value)) {
    const last = spans.at(-1);
    if (start < from || isUndecoded(value, { start, end })) continue;
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/** The runs of characters that are out of place in a value. Each is of one character, or of one kind that hides a text. */
function* runsIn(value: string): Generator<Span> {
  let rightToLeft: boolean | undefined;
  const healthy = new Set<string>();
  for (const sequence of invisibleSequences(value)) {
    // The verdict depends only on this, and it is nearly always the same.
    const surroundings = value.slice(sequence.start - 2, sequence.end + 2);
    if (healthy.has(surroundings)) continue;
    let run: Span | undefined;
    for (const span of outOfPlace(value, sequence)) {
      if (isMark(value.charCodeAt(span.start))) {
        rightToLeft ??= RIGHT_TO_LEFT.test(value);
        if (rightToLeft) continue;
      }
      const continues = run?.end === span.start && isAlike(value.codePointAt(run.start), value.codePointAt(span.start));
      if (run && !continues) yield run;
      run = { start: run && continues ? run.start : span.start, end: span.end };
    }
    if (run) yield run;
    else if (sequence.start >= 2 && healthy.size < MOST_KNOWN) healthy.add(surroundings);
  }
}

/** The most surroundings that are remembered: only a hostile text has more. */
const MOST_KNOWN = 1000;

/** The words of a finding. They are cached, because most runs are alike. */
interface Wording {
  readonly message: string;
  /** The title of the fix, if there is one. */
  readonly title: string | undefined;
}

function wordingOf(run: string): Wording {
  const name = nameOfRun(run);
  if (run.startsWith(REPLACEMENT)) {
    const message = l10n.t('{0}: bytes could not be decoded here. Write what the source has here.', name);
    return { message, title: undefined };
  }
  const message =
    [...run].length === 1
      ? l10n.t('{0}: an invisible character. Remove it, or keep it if the source has it.', name)
      : l10n.t('{0}: invisible characters. Remove them, or keep them if the source has them.', name);
  return { message, title: removalOf(run) };
}

function finding({ message, title }: Wording, span: Span, changes: readonly string[]): RuleFinding {
  if (!title) return { span, message };
  return { span, message, fixes: [{ title, edits: [{ span, text: '' }], tier: 'suggested', changes }] };
}

function isUndecoded(value: string, { start }: Span): boolean {
  return value.startsWith(REPLACEMENT, start);
}

function isMark(unit: number): boolean {
  return unit === 0x200e || unit === 0x200f || unit === 0x061c;
}

/** A letter that is written from right to left. In such a value, direction marks keep punctuation in place. */
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
