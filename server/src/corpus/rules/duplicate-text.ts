import * as l10n from '@vscode/l10n';
import { grouped } from '../../core/grouping';
import { plural } from '../../core/language';
import { exampleArticle } from './example';
import { areTogether, type CorpusRule, firstOthers, type Occurrence, shownNumber } from './rule';

/**
 * The same text with two numbers. Real corpora have some, because a report of an agency is published twice, so it is only
 * information. With the same number, the number is wrong (duplicate-number).
 */
export const duplicateText: CorpusRule = {
  code: 'duplicate-text',
  severity: 'information',
  get finds() {
    return l10n.t('a text that is identical to that of an article with another number');
  },
  why: 'A text that is in the corpus twice is counted twice: in word frequencies, in topics, in every average. This may be intended, for example when two newspapers print the report of one agency.',
  example: {
    'lf_1986.txt': exampleArticle('1986', 'Truce in sight', 'Talks go on.'),
    'lf_1987.txt': exampleArticle('1987', 'Talks go on', 'Talks go on.'),
  },
  key: ({ record }) => (record.numberSpan ? record.digest : undefined),
  sketch: ({ record }) => (record.numberSpan ? record.sketch : undefined),
  *check(articles) {
    const byNumber = grouped(articles, ({ record }) => record.number);
    if (byNumber.size === 1) return;
    const firstOfEach = [...byNumber.values()].map(([first]) => first as Occurrence);
    for (const article of articles) {
      const { number, textMarker, span } = article.record;
      const others = firstOthers(firstOfEach, (other) => other.record.number !== number);
      if (!others[0]) return;
      const count = articles.length - (byNumber.get(number)?.length ?? 0);
      yield {
        article,
        span: textMarker ?? span,
        message: messageOn(count, others[0], article),
        related: others.map(({ file, record }) => ({
          file,
          span: record.textMarker ?? record.span,
          message: l10n.t('Article {0} has the same text.', shownNumber(record.number)),
        })),
      };
    }
  },
};

function messageOn(count: number, other: Occurrence, own: Occurrence): string {
  if (count > 1) {
    return plural(
      count,
      '{0} other article has exactly this text, with another number. Keep one of them, unless all are intended.',
      '{0} other articles have exactly this text, with another number. Keep one of them, unless all are intended.',
    );
  }
  return areTogether(other, own)
    ? l10n.t(
        'Another article, in this file, has exactly this text, with another number. Keep one of them, unless all are intended.',
      )
    : l10n.t(
        'Another article, in {0}, has exactly this text, with another number. Keep one of them, unless all are intended.',
        other.file.name,
      );
}
