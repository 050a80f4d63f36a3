import type { Article } from '../article';
import { type Span, trimmed } from '../span';
import type { Rule } from './rule';

/** Text outside any field: no reader of the format will ever see it. */
export const strayText: Rule = {
  code: 'stray-text',
  severity: 'warning',
  *check(article) {
    for (const gap of gaps(article)) {
      const span = trimmed(article.text, gap);
      if (span.start === span.end) continue;
      yield { span, message: 'This text stands outside any field. Move it into one, or remove it.' };
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
