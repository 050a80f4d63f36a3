import { fieldName, markerText } from '../format';
import type { Rule } from './rule';

/** One field is opened and another one closed, so the value belongs to neither. */
export const crossedFields: Rule = {
  code: 'crossed-fields',
  severity: 'error',
  *check(article) {
    for (const { code, marker, partner } of article.errors) {
      if (code !== this.code || !partner) continue;
      const opened = fieldName(partner.letters);
      yield {
        span: marker,
        message: `This marker closes ${fieldName(marker.letters)}, but ${opened} is open. Close it with ${markerText(partner.letters, 'end')}`,
        related: [{ span: partner, message: `${opened} is opened here.` }],
      };
    }
  },
};
