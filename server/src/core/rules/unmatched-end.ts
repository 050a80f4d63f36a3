import { cutOff } from '../article';
import { fieldName, markerText } from '../format';
import { loneMarkers } from '../ownFields';
import { insertStart, mayHoldMarker } from '../repair';
import type { Rule } from './rule';
import { fieldAround, removeMarker } from './unmatched-start';

/** A field is closed that was never opened: nobody can tell where its value begins. */
export const unmatchedEnd: Rule = {
  code: 'unmatched-end',
  severity: 'error',
  finds: 'a field that is closed and was not opened',
  why: 'Nobody can tell where the value begins. Programs that look for the START skip the field, or take another article’s.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }) {
    for (const { code, marker, partner } of article.faults) {
      if (code !== this.code) continue;
      const field = article.fields.find(({ end }) => end === marker);
      const start = markerText(marker.letters, 'start');
      const lost = cutOff(article, field);
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is closed here but was not opened. ${field ? `Add ${start} before its value, or remove this marker.` : 'Remove this marker.'}${lost ? ` ${lost} went with it: restore them from the source.` : ''}`,
        ...(partner && { related: [{ span: partner, message: `${fieldName(partner.letters)} is open from here.` }] }),
        fixes: [
          field
            ? {
                title: `Insert ${start}`,
                edits: [insertStart(article, field)],
                tier: mayHoldMarker(article, field, 'start') || lost ? 'suggested' : 'safe',
              }
            : removeMarker(article, marker, partner),
        ],
      };
    }
    for (const { marker, field } of loneMarkers(article, additionalFields)) {
      if (marker.side === 'start') continue;
      const start = markerText(marker.letters, 'start');
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is closed here but was not opened. Add ${start}, or remove this marker.`,
        fixes: [
          field
            ? { title: `Insert ${start}`, edits: [insertStart(article, field)], tier: 'suggested' }
            : removeMarker(article, marker, fieldAround(article, marker)),
        ],
      };
    }
  },
};
