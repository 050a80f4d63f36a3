import { type Article, type Field, fieldAround } from '../article';
import { fieldName, markerText } from '../format';
import { loneMarkers } from '../ownFields';
import { insertEnd, mayHoldMarker, remove, type Spacing, spacing } from '../repair';
import type { Marker } from '../scanner';
import { unmatchedMarkers } from '../unmatched';
import type { Fix, Rule } from './rule';

/** A field is opened and never closed: its value runs into whatever follows, and CoreNLP reads the marker as prose. */
export const unmatchedStart: Rule = {
  code: 'unmatched-start',
  severity: 'error',
  finds: 'a field that is opened and not closed',
  why: 'Nobody can tell where the value ends. Programs that look for the END take everything up to the next one, often that of another article, as one value.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }) {
    const unmatched = unmatchedMarkers(article, 'unmatched-start');
    const lone = loneMarkers(article, additionalFields).filter(({ marker }) => marker.side === 'start');
    if (unmatched.length + lone.length === 0) return;
    const space = spacing(article);
    for (const { marker, partner, field, cut } of unmatched) {
      const end = markerText(marker.letters, 'end');
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is opened here but not closed. ${field ? `Add ${end} behind its value` : 'Remove this marker'}, or ${field ? 'remove this marker' : `add ${end}`}.${cut ? ` ${cut} went with it: restore them from the source.` : ''}`,
        ...(partner && { related: [{ span: partner, message: related(field, partner) }] }),
        fixes: [field ? close(article, field, space, cut) : removeMarker(article, marker, partner)],
      };
    }
    for (const { marker, field } of lone) {
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is opened here but not closed. Add ${markerText(marker.letters, 'end')}, or remove this marker.`,
        fixes: [
          field
            ? { ...close(article, field, space), tier: 'suggested' }
            : removeMarker(article, marker, fieldAround(article, marker)?.start),
        ],
      };
    }
  },
};

function related(field: Field | undefined, partner: Marker): string {
  const name = fieldName(partner.letters);
  return field ? `${name} begins here, before the END.` : `${name} is open from here.`;
}

/** `cut` names the fields that were cut off behind it. */
function close(article: Article, field: Field, space: Spacing, cut?: string): Fix {
  const tier = cut || mayHoldMarker(article, field, 'end') ? 'suggested' : 'safe';
  return { title: `Insert ${markerText(field.letters, 'end')}`, edits: [insertEnd(article, field, space)], tier };
}

/** A marker that stands in the value of another field. */
export function removeMarker(article: Article, marker: Marker, partner: Marker | undefined): Fix {
  return {
    title: `Remove ${markerText(marker.letters, marker.side)}`,
    edits: [remove(article, marker)],
    tier: 'suggested',
    changes: [marker.letters, ...(partner ? [partner.letters] : [])],
  };
}
