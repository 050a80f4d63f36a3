import { exampleArticle } from './example';
import { type CorpusRule, firstOthers, othersHave, shownNumber } from './rule';

/** Articles with the same number, in one file or in several. Each is reported, because it is not clear which one is right. */
export const duplicateNumber: CorpusRule = {
  code: 'duplicate-number',
  severity: 'warning',
  finds: 'a number that another article of the corpus also has',
  why: 'Tables about articles are joined by the numbers of the articles. Two articles with the same number are counted twice, mixed up, or overwrite each other, and no program reports it.',
  example: {
    'lf_1986.txt': exampleArticle('1986', 'Truce in sight', 'Talks go on.'),
    'notes/late.txt': exampleArticle('1986', 'No truce', 'Talks have failed.'),
  },
  key: ({ record }) => (record.numberSpan ? record.number : undefined),
  *check(articles) {
    for (const article of articles) {
      const others = firstOthers(articles, (other) => other !== article);
      if (!others[0]) return;
      const { numberSpan, number, span } = article.record;
      yield {
        article,
        span: numberSpan ?? span,
        message: `${othersHave(articles.length - 1, others[0], article)} the number ${shownNumber(number)} too. Correct the number, or keep only one of the articles.`,
        related: others.map(({ file, record }) => ({
          file,
          span: record.numberSpan ?? record.span,
          message: `The number ${shownNumber(number)} is here too.`,
        })),
      };
    }
  },
};
