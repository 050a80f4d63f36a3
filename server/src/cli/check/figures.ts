/** Articles in figures, from the two ways in which they are checked. */
import type { ParsedDocument } from '../../core/parse/parser';
import type { HealthyArticle } from '../../core/parse/proof';
import { countWords, wordsOf } from '../../core/parse/words';
import { trimmed } from '../../core/span';
import { numbered, textValueOf } from '../../corpus/articles/numbered';
import { recordOf } from '../../corpus/articles/record';
import { ArticleFigures } from '../../corpus/statistics/articleFigures';
import { copied } from '../../corpus/text/copied';
import { digestOf } from '../../corpus/text/digest';
import { fromLatin1 } from '../reading/origin';

export class Figures extends ArticleFigures {
  /** Counts an article that is proven healthy, and whose values are bytes as Latin-1. */
  addHealthy({ date, number, text }: HealthyArticle): void {
    const decoded = fromLatin1(text);
    this.addArticle({ date, number: copied(fromLatin1(number)), ...ofText(decoded) });
  }

  /** Counts the articles of a part. */
  addParsed(parsed: ParsedDocument): void {
    for (const { article } of numbered(parsed)) {
      const { date, number, numberSpan, digest } = recordOf(article);
      const isCompared = digest !== undefined;
      this.addArticle({
        date,
        number: numberSpan && number,
        ...(isCompared ? ofText(textValueOf(article)) : { words: wordsOf(article), digest }),
      });
    }
  }
}

/** Of a text, whose white space at its ends does not count. */
function ofText(text: string): { readonly words: number; readonly digest: string } {
  const span = trimmed(text, { start: 0, end: text.length });
  return { words: countWords(text, span), digest: digestOf(text, span) };
}
