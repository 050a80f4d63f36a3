import { FIELDS, fieldName, fieldRank } from '../format';
import { type Article, type Field, isOneTooMany, ownMarkers } from '../parse/article';
import type { Edit, Fix } from '../repair/edit';
import { textOf } from '../span';
import type { Rule } from './rule';

/** A field is not in the format's order; programs that read by position take the wrong value. */
export const fieldOrder: Rule = {
  code: 'field-order',
  severity: 'warning',
  silentIn: 'whole',
  finds: 'a field that is not in the order of the format',
  why: 'Programs that read the fields by their position take the wrong value.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article) {
    const misplaced = article.fields.some((field) => field.misplaced);
    if (!misplaced || hasOneTooMany(article)) return;
    for (const field of article.fields) {
      if (!field.misplaced || isRepeated(article, field)) continue;
      const fix = reorder(article);
      yield {
        span: field.start ?? field.end ?? field.span,
        message: `${fieldName(field.letters)} is in the wrong place. The order is ${FIELDS.map((row) => row.name).join(', ')}.`,
        ...(fix && { fixes: [fix] }),
      };
      if (fix) return; // One fix corrects them all: they are one fault.
    }
  },
};

/** Whether the article has a field twice: then one of the two is too many, and not in the wrong place. */
function isRepeated({ fields }: Article, { letters }: Field): boolean {
  return fields.some((field) => field.duplicate && field.letters === letters);
}

/** Whether the article has a field twice, and is in order without one of the two: that one is too many. */
function hasOneTooMany(article: Article): boolean {
  return article.fields.some((field) => isRepeated(article, field) && isOneTooMany(article, field));
}

/** Writes the fields of the format in the format's order into the places that they have now. */
function reorder(article: Article): Fix | undefined {
  const fields = article.fields.filter(({ format }) => format);
  if (!fields.every(ownMarkers)) return undefined;
  const ordered = fields.toSorted((a, b) => fieldRank(a.letters) - fieldRank(b.letters));
  const edits: Edit[] = [];
  for (const [index, { span }] of fields.entries()) {
    const field = ordered[index];
    if (field && field.span !== span) edits.push({ span, text: textOf(article.text, field.span) });
  }
  return { title: 'Put the fields in order', edits, tier: 'suggested' };
}
