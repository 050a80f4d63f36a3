import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { fieldRank, markerText, type Side } from '../format';
import { editsTo } from '../markers/meantAs';
import type { Marker } from '../markers/scanner';
import type { Article } from '../parse/article';
import type { Fix } from '../repair/edit';
import { writeMarker } from '../repair/markerEdits';
import { type Spacing, spacing } from '../repair/spacing';
import { type Span, skipBack, skipWhiteSpace, textOf, trimmed } from '../span';
import { BYTE_ORDER_MARK } from '../text/invisible';
import { letterOf, looksLikeHyphen } from '../text/lookAlikes';
import type { Rule, RuleFinding } from './rule';

/** A marker that is not written correctly: another kind of hyphen, a lost full stop, a wrong letter. */
export const misspelledMarker: Rule = {
  code: 'misspelled-marker',
  severity: 'error',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('a marker that is not written exactly as the format requires');
  },
  why: 'Programs search for the exact characters. With an en dash from auto-correct, or without its full stop, a marker is only text to them, and the field is lost.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T–I–T–L–E–E–N–D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, _context, damages) {
    if (damages.length === 0) yield* likeMarkersBeside(article);
    const misspelled = ofKind(damages, 'misspelled');
    if (misspelled.length === 0) return;
    const space = spacing(article);
    for (const { markers } of misspelled) {
      const findings = markers.map((marker) => findingOn(article, marker, space));
      const [first, second] = findings;
      if (!first) continue;
      const message = `${first.message} ${l10n.t('The other markers of this article are not written correctly either.')}`;
      yield second ? { ...first, message, fixes: [together(findings)] } : first;
    }
  },
};

/** Three hyphens or dashes with single letters between them. */
const SPELLED_OUT = /-[A-Za-z]-[A-Za-z]-|[‐-―−][A-Za-z][‐-―−]/;

/** What prose may spell out, too. */
const PROSE = /^(?:D-A-T-E|T-I-T-L-E|T-E-X-T|S-T-A-R-T|E-N-D)\.?$/;

/** Longer than any marker in another spelling, in UTF-16 units. */
const LONGEST = 60;

/**
 * Words of a value that are right beside its marker, and like it or a part of it: `Truce T–I–T–L–E–E–N–D. T-I-T-L-E-E-N-D.` A
 * date with more beside it is no date, and where there is no white space, marker-spacing says so. An article that is proven
 * healthy (parse/proof.ts) has no such words.
 */
function* likeMarkersBeside({ text, fields }: Article): Generator<RuleFinding> {
  for (const { format, letters, value, span } of fields) {
    if (format?.kind === 'date') continue;
    const [start, end] = [markerText(letters, 'start'), markerText(letters, 'end')];
    const words = trimmed(text, value);
    const [first = ''] = text.slice(words.start, Math.min(words.end, words.start + LONGEST)).split(/\s/, 1);
    const last = lastOf(text.slice(Math.max(words.start, words.end - LONGEST), words.end));
    if (words.start > span.start + start.length && isLike(first, start, 'start')) {
      const to = words.start + first.length;
      const removed = { start: words.start, end: skipWhiteSpace(text, to, words.end) };
      yield likeMarker(letters, first, start, { start: words.start, end: to }, removed);
    } else if (words.end < span.end - end.length && isLike(last, end, 'end')) {
      const from = words.end - last.length;
      const removed = { start: Math.max(words.start, skipBack(text, from)), end: words.end };
      yield likeMarker(letters, last, end, { start: from, end: words.end }, removed);
    }
  }
}

/** The last word; a hyphen alone belongs to the one before. */
function lastOf(words: string): string {
  const parts = words.split(/(\s)/);
  return parts.slice(parts.at(-1) === '-' ? -3 : -1).join('');
}

function isLike(word: string, marker: string, side: Side): boolean {
  if (PROSE.test(word)) return false;
  const part = word.replace(/\s/, '');
  if (part.includes('-') && (side === 'end' ? marker.startsWith(part) : marker.endsWith(part))) return true;
  return SPELLED_OUT.test(word) && (word.includes(marker) || editsTo(word, marker) !== undefined);
}

function likeMarker(letters: string, word: string, marker: string, span: Span, removed: Span): RuleFinding {
  const title = l10n.t('Remove {0}', word);
  return {
    span,
    message: l10n.t(
      '{0} looks like {1}, but is a part of the value. Remove it if it was meant as that marker.',
      word,
      marker,
    ),
    fixes: [{ title, edits: [{ span: removed, text: '' }], tier: 'suggested', changes: [letters] }],
  };
}

function findingOn(article: Article, marker: Marker, space: Spacing): RuleFinding & { readonly fixes: readonly Fix[] } {
  const meant = markerText(marker.letters, marker.side);
  const written = textOf(article.text, marker);
  return {
    span: marker,
    message: messageOn(written, meant),
    fixes: fixesFor(article, marker, meant, space),
  };
}

/** The best fixes of all findings as one. */
function together(findings: readonly { readonly fixes: readonly Fix[] }[]): Fix {
  const best = findings.flatMap(({ fixes: [fix] }) => (fix ? [fix] : []));
  return {
    title: l10n.t('Write all markers as the format requires'),
    edits: best.flatMap(({ edits }) => edits),
    tier: best.every(({ tier }) => tier === 'safe') ? 'safe' : 'suggested',
    changes: best.flatMap(({ changes = [] }) => changes),
  };
}

function messageOn(written: string, meant: string): string {
  const [first, second] = hardToSee(written);
  if (first === undefined) return l10n.t('{0} is not a marker. Did you mean {1}?', written, meant);
  if (second === undefined) return l10n.t('{0} is not a marker: {1}. Did you mean {2}?', written, first, meant);
  return l10n.t('{0} is not a marker: {1}, and {2}. Did you mean {3}?', written, first, second, meant);
}

/** Differences from the marker that is meant that are hard to see, as parts of a sentence about what is written. */
function hardToSee(written: string): readonly string[] {
  const odd = [...written].find((character) => character > '~');
  const found = odd === undefined ? [] : [reasonFor(odd)];
  return /[A-Z]$/i.test(written) ? [...found, l10n.t('its full stop is missing')] : found;
}

function reasonFor(odd: string): string {
  if (odd === BYTE_ORDER_MARK) return l10n.t('it contains a byte order mark (U+FEFF), left from joining files');
  if (looksLikeHyphen(odd)) return l10n.t('its {0} is {1}, not a hyphen', odd, codePoint(odd));
  const letter = letterOf(odd);
  return /^[A-Z]$/.test(letter)
    ? l10n.t('its {0} is {1}, not {2}', odd, codePoint(odd), letter)
    : l10n.t('its {0} is {1}, not part of a marker', odd, codePoint(odd));
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

function fixesFor(article: Article, marker: Marker, meant: string, space: Spacing): readonly Fix[] {
  const { letters, side, start } = marker;
  const rewrite: Fix = {
    title: l10n.t('Write {0}', meant),
    edits: [writeMarker(article, marker, letters, side, space)],
    // To write a user-defined marker makes a field, which no safe fix does.
    tier: fieldRank(letters) === -1 ? 'suggested' : 'safe',
  };
  const stuck = stuckBefore(textOf(article.text, marker), meant);
  if (side === 'start' || stuck === '' || stuck === meant[0]) return [rewrite];
  // It may also be the last character of the value, which has lost its space.
  const at = start + stuck.length;
  const edits = [{ span: { start: at, end: at }, text: space.inside }];
  return [rewrite, { title: l10n.t('Insert white space'), edits, tier: 'suggested', changes: [letters] }];
}

/** What is stuck right before a correct marker. */
function stuckBefore(written: string, meant: string): string {
  return written.endsWith(meant) ? written.slice(0, -meant.length) : '';
}
