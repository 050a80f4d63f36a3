import { fieldName } from '../format';
import type { Rule } from './rule';

/** A field stands twice in one article, as after a paste; a reader cannot know which one holds. */
export const duplicateField: Rule = {
  code: 'duplicate-field',
  severity: 'error',
  *check(article) {
    for (const field of article.fields) {
      if (!field.duplicate) continue;
      const name = fieldName(field.letters);
      const first = article.fields.find(({ letters }) => letters === field.letters);
      yield {
        span: field.start ?? field.end ?? field.span,
        message: `This article has a ${name} field already. Keep one of the two.`,
        related: [{ span: first?.start ?? field.span, message: `The first ${name} field is here.` }],
      };
    }
  },
};
