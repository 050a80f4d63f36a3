import { type Article, firstFrom } from '../article';
import { loneMarkers } from '../ownFields';
import { remove } from '../repair';
import { type Span, trimmed } from '../span';
import type { Rule } from './rule';

/** Text outside any field: no reader of the format will ever see it. */
export const strayText: Rule = {
  code: 'stray-text',
  severity: 'warning',
  finds: 'text outside any field',
  why: 'No program that reads the format ever sees it, so it is lost to the study. Often it is the rest of a marker that was typed over.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  By our correspondent  T-I-T-L-E-S-T-A-R-T. Truce in sight T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. T-E-X-T-E-N-D. ',
  *check(article, { additionalFields }) {
    const lone = loneMarkers(article, additionalFields).map(({ marker }) => marker);
    for (const gap of gaps(article)) {
      const span = trimmed(article.text, gap);
      const half = firstFrom(lone, span.start);
      if (span.start === span.end || (half && half.end <= span.end)) continue;
      yield {
        span,
        message: 'This text stands outside any field. Move it into one, or remove it.',
        // Where there is no field at all, it is all there is of the article.
        ...(article.fields.length > 0 && {
          fixes: [{ title: 'Remove the text', edits: [remove(article, span)], tier: 'suggested' }],
        }),
      };
    }
  },
};

/** What no field and no marker covers. */
function* gaps(article: Article): Generator<Span> {
  const covered = [...article.fields.map((field) => field.span), ...article.markers].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end } of covered) {
    if (start > from) yield { start: from, end: start };
    from = Math.max(from, end);
  }
  yield { start: from, end: article.text.length };
}
