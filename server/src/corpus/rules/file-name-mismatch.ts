import * as l10n from '@vscode/l10n';
import { exampleArticle } from './example';
import { baseName, type CorpusRule, shownNumber } from './rule';

/** The names that producers give to files of one article. */
const PRODUCERS_NAME = /^(?:article|lf)_(\d+)\.txt$/;

/**
 * A file of one article has another number in its name. Only numbers are compared: the producer whose F-N is the name of an
 * XML file counts its files independently.
 */
export const fileNameMismatch: CorpusRule = {
  code: 'file-name-mismatch',
  severity: 'information',
  get finds() {
    return l10n.t('a file named `article_N.txt` or `lf_N.txt` whose only article has another number');
  },
  why: 'The producers name a file of one article after its number. Where the two differ, one of them was changed by hand. A program that takes the number from the name finds the wrong article.',
  example: { 'lf_1987.txt': exampleArticle('1986', 'Truce in sight', 'Talks go on.') },
  alone: true,
  key: ({ file, record }) => {
    if (!record.numberSpan || file.records.length > 1) return undefined;
    const named = PRODUCERS_NAME.exec(baseName(file))?.[1];
    const { number } = record;
    const isOther = named && named !== number && /^\d+$/.test(number) && withoutZeros(named) !== withoutZeros(number);
    return isOther ? file.uri : undefined;
  },
  *check(articles) {
    for (const article of articles) {
      const { numberSpan, number, span } = article.record;
      yield {
        article,
        span: numberSpan ?? span,
        message: l10n.t(
          'The file is named {0}, but its article has the number {1}. Rename the file, or correct the number.',
          baseName(article.file),
          shownNumber(number),
        ),
        related: [],
      };
    }
  },
};

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
