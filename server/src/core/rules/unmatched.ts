/** The findings of unmatched-start and unmatched-end, which differ only in their words. */
import * as l10n from '@vscode/l10n';
import { type Damage, type Lone, ofKind } from '../damage/damages';
import type { Moved, Unmatched } from '../damage/unmatchedMarkers';
import { fieldName, markerText, type Side } from '../format';
import type { Marker } from '../markers/scanner';
import { type Article, fieldAround, listed } from '../parse/article';
import { insertMarker, moveHome, removeMarker, restoreMarker } from '../repair/lostMarkers';
import { type Spacing, spacing } from '../repair/spacing';
import type { RuleFinding } from './rule';

/** The side of a marker's partner. */
const PARTNER = { start: 'end', end: 'start' } as const satisfies Record<Side, Side>;

/** What the damages of an article say about its unmatched markers of one side. */
export function* unmatchedFindings(article: Article, damages: readonly Damage[], side: Side): Generator<RuleFinding> {
  const own = ofKind(damages, 'unmatched', 'moved', 'lone').filter(({ marker }) => marker.side === side);
  if (own.length === 0) return;
  const space = spacing(article);
  for (const damage of own) {
    if (damage.kind === 'moved') yield onMoved(article, damage, space);
    else if (damage.kind === 'lone') yield onLone(article, damage, space);
    else yield onUnmatched(article, damage, space);
  }
}

function onUnmatched(article: Article, damage: Unmatched, space: Spacing): RuleFinding {
  const { marker, partner, field, cut } = damage;
  const lost = cut.flatMap(({ rows }) => rows);
  const more =
    lost.length > 0 ? [l10n.t('Also missing: {0}. Restore what is missing from the source.', listed(lost))] : [];
  return {
    span: marker,
    message: [faultOf(marker), adviceOn(marker, field !== undefined), ...more].join(' '),
    related: partner && [{ span: partner, message: relationOf(damage, partner.letters) }],
    fixes: field ? restoreMarker(article, damage, field, space) : [removeMarker(article, marker, partner)],
  };
}

function faultOf({ letters, side }: Marker): string {
  const name = fieldName(letters);
  return side === 'start'
    ? l10n.t('{0} is opened here but not closed.', name)
    : l10n.t('{0} is closed here but was not opened.', name);
}

function adviceOn({ letters, side }: Marker, hasValue: boolean): string {
  const missing = markerText(letters, PARTNER[side]);
  if (side === 'start') {
    return hasValue
      ? l10n.t('Add {0} after its value, or remove this marker.', missing)
      : l10n.t('Remove this marker, or add {0} where it belongs.', missing);
  }
  return hasValue ? l10n.t('Add {0} before its value, or remove this marker.', missing) : l10n.t('Remove this marker.');
}

function relationOf({ marker, field }: Unmatched, letters: string): string {
  const isNext = field !== undefined && marker.side === 'start';
  const name = fieldName(letters);
  return isNext ? l10n.t('{0} begins here, before the END.', name) : l10n.t('{0} is opened here.', name);
}

/** A marker that was moved away from its field. */
function onMoved(article: Article, damage: Moved, space: Spacing): RuleFinding {
  const { marker, home } = damage;
  const name = fieldName(marker.letters);
  const written = markerText(marker.letters, marker.side);
  const message =
    marker.side === 'start'
      ? l10n.t(
          '{0} does not belong here: it is missing from the {1} field. Move it before the value of {1}.',
          written,
          name,
        )
      : l10n.t(
          '{0} does not belong here: it is missing from the {1} field. Move it after the value of {1}.',
          written,
          name,
        );
  const missing = l10n.t('The other marker of this {0} field is missing.', name);
  return {
    span: marker,
    message,
    related: [{ span: home.start ?? home.end ?? home.span, message: missing }],
    fixes: [moveHome(article, damage, space)],
  };
}

/** A single marker of a user-defined field. */
function onLone(article: Article, { marker, field }: Lone, space: Spacing): RuleFinding {
  const partner = PARTNER[marker.side];
  const advice = l10n.t('Add {0}, or remove this marker.', markerText(marker.letters, partner));
  const fix = field
    ? insertMarker(article, field, partner, space)
    : removeMarker(article, marker, fieldAround(article, marker)?.start);
  return {
    span: marker,
    message: `${faultOf(marker)} ${advice}`,
    fixes: [{ ...fix, tier: 'suggested' }],
  };
}
