/** The findings of unmatched-start and unmatched-end, which differ only in their words. */
import { type Damage, type Lone, ofKind } from '../damage/damages';
import type { Moved, Unmatched } from '../damage/unmatchedMarkers';
import { fieldName, markerText, type Side } from '../format';
import { type Article, fieldAround, listed } from '../parse/article';
import { insertMarker, moveHome, removeMarker, restoreMarker } from '../repair/lostMarkers';
import { type Spacing, spacing } from '../repair/spacing';
import type { RuleFinding } from './rule';

/** What is wrong with a marker of each side, where its partner belongs, and which side that has. */
const WORDS = {
  start: { fault: 'is opened here but not closed', partner: 'end', place: 'after' },
  end: { fault: 'is closed here but was not opened', partner: 'start', place: 'before' },
} as const satisfies Record<Side, object>;

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
  const { fault, partner: other, place } = WORDS[marker.side];
  const missing = markerText(marker.letters, other);
  const advice = field
    ? `Add ${missing} ${place} its value, or remove this marker.`
    : `Remove this marker${marker.side === 'start' ? `, or add ${missing}` : ''}.`;
  const lost = cut.flatMap(({ rows }) => rows);
  const more = lost.length > 0 ? ` Also missing: ${listed(lost)}. Restore what is missing from the source.` : '';
  return {
    span: marker,
    message: `${fieldName(marker.letters)} ${fault}. ${advice}${more}`,
    related: partner && [{ span: partner, message: relationOf(damage, partner.letters) }],
    fixes: field ? restoreMarker(article, damage, field, space) : [removeMarker(article, marker, partner)],
  };
}

function relationOf({ marker, field }: Unmatched, letters: string): string {
  const isNext = field !== undefined && marker.side === 'start';
  return `${fieldName(letters)} ${isNext ? 'begins here, before the END' : 'is opened here'}.`;
}

/** A marker that was moved away from its field. */
function onMoved(article: Article, damage: Moved, space: Spacing): RuleFinding {
  const { marker, home } = damage;
  const name = fieldName(marker.letters);
  const place = marker.side === 'start' ? 'before' : 'after';
  return {
    span: marker,
    message: `${markerText(marker.letters, marker.side)} does not belong here: it is missing from the ${name} field. Move it ${place} the value of ${name}.`,
    related: [
      { span: home.start ?? home.end ?? home.span, message: `The other marker of this ${name} field is missing.` },
    ],
    fixes: [moveHome(article, damage, space)],
  };
}

/** A single marker of a user-defined field. */
function onLone(article: Article, { marker, field }: Lone, space: Spacing): RuleFinding {
  const { fault, partner } = WORDS[marker.side];
  const fix = field
    ? insertMarker(article, field, partner, space)
    : removeMarker(article, marker, fieldAround(article, marker)?.start);
  return {
    span: marker,
    message: `${fieldName(marker.letters)} ${fault}. Add ${markerText(marker.letters, partner)}, or remove this marker.`,
    fixes: [{ ...fix, tier: 'suggested' }],
  };
}
