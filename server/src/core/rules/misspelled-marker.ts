import * as l10n from '@vscode/l10n';
import { ofKind } from '../damage/damages';
import { signsBeside, type WordBeside, wordsBeside } from '../damage/wordsBeside';
import { fieldRank, markerText } from '../format';
import type { Marker } from '../markers/scanner';
import type { Article } from '../parse/article';
import type { Fix } from '../repair/edit';
import { writeMarker } from '../repair/markerEdits';
import { type Spacing, spacing } from '../repair/spacing';
import { textOf } from '../span';
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
    if (damages.length === 0) {
      const words = [...wordsBeside(article)];
      for (const word of words.length > 0 ? words : signsBeside(article)) yield onWordBeside(article, word);
    }
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

function onWordBeside({ text }: Article, { letters, side, span, isLike, removed }: WordBeside): RuleFinding {
  const word = textOf(text, span);
  const marker = markerText(letters, side);
  return {
    span,
    message: isLike
      ? l10n.t(
          '{0} looks like {1}, but is a part of the value. Remove it if it was meant as that marker.',
          word,
          marker,
        )
      : l10n.t('{0} is beside {1}, but is a part of the value. Remove it if it was not meant as text.', word, marker),
    fixes: [
      {
        title: l10n.t('Remove {0}', word),
        edits: [{ span: removed, text: '' }],
        tier: 'suggested',
        changes: [letters],
      },
    ],
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
