import { fieldName, markerText } from '../format';
import type { Rule } from './rule';

/** A field is opened and never closed: its value runs into whatever follows, and CoreNLP reads the marker as prose. */
export const unmatchedStart: Rule = {
  code: 'unmatched-start',
  severity: 'error',
  *check(article) {
    for (const { code, marker, partner } of article.errors) {
      if (code !== this.code) continue;
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} is opened here but not closed. Add ${markerText(marker.letters, 'end')} behind its value, or remove this marker.`,
        ...(partner && { related: [{ span: partner, message: 'This marker follows without an END before it.' }] }),
      };
    }
  },
};
