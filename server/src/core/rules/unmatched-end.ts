import { loneMarkers } from '../damage/ownFields';
import { unmatchedMarkers } from '../damage/unmatched';
import { fieldName, markerText } from '../format';
import { type Article, type Field, fieldAround } from '../parse/article';
import type { Fix } from '../repair/edit';
import { insertEnd, insertStart } from '../repair/markerEdits';
import { completeRest, mayHoldMarker } from '../repair/remains';
import { type Spacing, spacing } from '../repair/spacing';
import type { Rule } from './rule';
import { moved, removeMarker, withTorn } from './unmatched-start';

/** An END without its START: it is not clear where the value begins. */
export const unmatchedEnd: Rule = {
  code: 'unmatched-end',
  severity: 'error',
  silentIn: 'whole',
  finds: 'an END without its START',
  why: 'It is not clear where the value begins. Programs that search for the START skip the field, or take the field of another article.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }) {
    const unmatched = unmatchedMarkers(article, 'unmatched-end');
    const lone = loneMarkers(article, additionalFields).filter(({ marker }) => marker.side === 'end');
    if (unmatched.length + lone.length === 0) return;
    const space = spacing(article);
    for (const { marker, partner, field, cut, home, torn } of unmatched) {
      if (home) {
        yield moved(article, marker, partner, home, insertEnd(article, home, space));
        continue;
      }
      const start = markerText(marker.letters, 'start');
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is closed here but was not opened. ${field ? `Add ${start} before its value, or remove this marker.` : 'Remove this marker.'}${cut ? ` Also missing: ${cut}. Restore what is missing from the source.` : ''}`,
        ...(partner && { related: [{ span: partner, message: `${fieldName(partner.letters)} is opened here.` }] }),
        fixes: field
          ? [
              completeRest(article, field, 'start') ?? [],
              withTorn(article, open(article, field, space, cut), torn, space),
            ].flat()
          : [removeMarker(article, marker, partner)],
      };
    }
    for (const { marker, field } of lone) {
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is closed here but was not opened. Add ${markerText(marker.letters, 'start')}, or remove this marker.`,
        fixes: [
          field
            ? { ...open(article, field, space), tier: 'suggested' }
            : removeMarker(article, marker, fieldAround(article, marker)?.start),
        ],
      };
    }
  },
};

/** `cut` names the fields that were cut off before it. */
function open(article: Article, field: Field, space: Spacing, cut?: string): Fix {
  const tier = cut || mayHoldMarker(article, field, 'start') ? 'suggested' : 'safe';
  return { title: `Insert ${markerText(field.letters, 'start')}`, edits: [insertStart(article, field, space)], tier };
}
