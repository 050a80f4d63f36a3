import { fieldName, markerText } from '../format';
import type { Rule } from './rule';

/** A field is closed that was never opened: nobody can tell where its value begins. */
export const unmatchedEnd: Rule = {
  code: 'unmatched-end',
  severity: 'error',
  *check(article) {
    for (const { code, marker, partner } of article.errors) {
      if (code !== this.code) continue;
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is closed here but was not opened. Add ${markerText(marker.letters, 'start')} before its value, or remove this marker.`,
        ...(partner && { related: [{ span: partner, message: `${fieldName(partner.letters)} is open from here.` }] }),
      };
    }
  },
};
