import { fieldName } from '../format';
import type { Rule } from './rule';

/** A whole field stands inside the value of another one. */
export const nestedField: Rule = {
  code: 'nested-field',
  severity: 'error',
  *check(article) {
    for (const { code, marker, partner } of article.errors) {
      if (code !== this.code || !partner) continue;
      const outer = fieldName(partner.letters);
      yield {
        span: marker,
        message: `${fieldName(marker.letters)} stands inside ${outer}. Move it out of the ${outer} field, or remove its markers.`,
        related: [{ span: partner, message: `${outer} is opened here.` }],
      };
    }
  },
};
