/** Fixes for markers without partners. */
import * as l10n from '@vscode/l10n';
import type { Moved, Unmatched } from '../damage/unmatchedMarkers';
import { markerText, type Side } from '../format';
import type { Marker } from '../markers/scanner';
import { isTorn } from '../markers/torn';
import type { Article, Field } from '../parse/article';
import { textOf, trimmed } from '../span';
import type { Fix } from './edit';
import { insertEnd, insertStart, remove, writeMarker } from './markerEdits';
import type { Spacing } from './spacing';

/** The fixes that restore the lost marker of a field, the best first. */
export function restoreMarker(article: Article, unmatched: Unmatched, field: Field, space: Spacing): readonly Fix[] {
  const side = field.start ? 'end' : 'start';
  const insert = insertMarker(article, field, side, space);
  const fix: Fix = unmatched.cut.length > 0 ? { ...insert, tier: 'suggested' } : insert;
  return [completeRest(article, field, side) ?? [], withTorn(article, fix, unmatched.torn, space)].flat();
}

/** The fix that inserts the lost marker of a field. White space that is there stays. */
export function insertMarker(article: Article, field: Field, side: Side, space: Spacing): Fix {
  const edit = side === 'end' ? insertEnd(article, field, space) : insertStart(article, field, space);
  return {
    title: l10n.t('Insert {0}', markerText(field.letters, side)),
    edits: [edit],
    tier: 'safe',
  };
}

/** The fix that writes a marker in place of its rest at that end of a value; undefined if there is no rest. */
function completeRest({ text }: Article, { value, letters }: Field, side: Side): Fix | undefined {
  const marker = markerText(letters, side);
  const inside = trimmed(text, value);
  const content = textOf(text, inside);
  const word = content.split(/\s+/).at(side === 'start' ? 0 : -1) ?? '';
  if (word.length === content.length || !isTorn(word, marker)) return undefined;
  const start = side === 'start' ? inside.start : inside.end - word.length;
  return {
    title: l10n.t('Write {0} in place of {1}', marker, word),
    edits: [{ span: { start, end: start + word.length }, text: marker }],
    tier: 'suggested',
    changes: [letters],
  };
}

/** The fix, which also corrects the torn marker beside it. */
function withTorn(article: Article, fix: Fix, torn: Marker | undefined, space: Spacing): Fix {
  if (!torn) return fix;
  const edits = [...fix.edits, writeMarker(article, torn, torn.letters, torn.side, space)];
  return { ...fix, edits, tier: 'suggested' };
}

/** The fix that moves a marker back to its field. */
export function moveHome(article: Article, { marker, partner, home }: Moved, space: Spacing): Fix {
  const { letters, side } = marker;
  const written = markerText(letters, side);
  return {
    title:
      side === 'start' ? l10n.t('Move {0} before its value', written) : l10n.t('Move {0} after its value', written),
    edits: [
      remove(article, marker),
      side === 'start' ? insertStart(article, home, space) : insertEnd(article, home, space),
    ],
    tier: 'suggested',
    changes: [letters, ...(partner ? [partner.letters] : [])],
  };
}

/** The fix that removes a marker from the value of another field, which `partner` opens. */
export function removeMarker(article: Article, marker: Marker, partner: Marker | undefined): Fix {
  return {
    title: l10n.t('Remove {0}', markerText(marker.letters, marker.side)),
    edits: [remove(article, marker)],
    tier: 'suggested',
    changes: [marker.letters, ...(partner ? [partner.letters] : [])],
  };
}
