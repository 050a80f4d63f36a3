import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { exampleArticle } from './example';
import { areTogether, type CorpusRule, MOST_RELATED, type Occurrence, shownNumber } from './rule';

/** Articles with the same number, in one file or in several. Each is reported, because it is not clear which one is right. */
export const duplicateNumber: CorpusRule = {
  code: 'duplicate-number',
  severity: 'warning',
  get finds() {
    return l10n.t('a number that another article of the corpus also has');
  },
  why: 'Tables about articles are joined by the numbers of the articles. Two articles with the same number are counted twice, mixed up, or overwrite each other, and no program reports it.',
  example: {
    'lf_1986.txt': exampleArticle('1986', 'Truce in sight', 'Talks go on.'),
    'notes/late.txt': exampleArticle('1986', 'No truce', 'Talks have failed.'),
  },
  key: ({ record }) => (record.numberSpan ? record.number : undefined),
  *check(articles) {
    const [first, second] = articles;
    if (!first || !second) return;
    const number = shownNumber(first.record.number);
    const { digest } = first.record;
    const areCopies = digest !== undefined && articles.every(({ record }) => record.digest === digest);
    // They are the same for all articles, of which there may be many.
    const ofMany = articles.length > 2 ? messageOfMany(number, articles.length - 1, areCopies) : undefined;
    const firsts = articles.slice(0, MOST_RELATED + 1).map(({ file, record }) => ({
      file,
      span: record.numberSpan ?? record.span,
      message: l10n.t('The number {0} is here too.', number),
    }));
    for (const [index, article] of articles.entries()) {
      const { numberSpan, span } = article.record;
      yield {
        article,
        span: numberSpan ?? span,
        message: ofMany ?? messageOn(number, article === first ? second : first, article, areCopies),
        related: firsts.filter((_, other) => other !== index).slice(0, MOST_RELATED),
      };
    }
  },
};

/** `areCopies` says whether all articles with this number have one text. */
function messageOfMany(number: string, others: number, areCopies: boolean): string {
  return areCopies
    ? plural(
        others,
        '{0} other article has the number {1} and exactly this text. Keep one of them.',
        '{0} other articles have the number {1} and exactly this text. Keep one of them.',
        number,
      )
    : plural(
        others,
        '{0} other article has the number {1} too. Correct the number, or keep only one of the articles.',
        '{0} other articles have the number {1} too. Correct the number, or keep only one of the articles.',
        number,
      );
}

/** The message on one of two articles. */
function messageOn(number: string, other: Occurrence, own: Occurrence, areCopies: boolean): string {
  const together = areTogether(other, own);
  if (areCopies) {
    return together
      ? l10n.t('Another article, in this file, has the number {0} and exactly this text. Keep one of them.', number)
      : l10n.t(
          'Another article, in {0}, has the number {1} and exactly this text. Keep one of them.',
          other.file.name,
          number,
        );
  }
  return together
    ? l10n.t(
        'Another article, in this file, has the number {0} too. Correct the number, or keep only one of the articles.',
        number,
      )
    : l10n.t(
        'Another article, in {0}, has the number {1} too. Correct the number, or keep only one of the articles.',
        other.file.name,
        number,
      );
}
