import * as l10n from '@vscode/l10n';
import { valueIsCertain } from '../parse/article';
import { textOf, trimmed } from '../span';
import { isPlaceholder, PLACEHOLDER } from '../text/placeholder';
import type { Rule } from './rule';

/** The producer's error message in place of the text. */
export const placeholderText: Rule = {
  code: 'placeholder-text',
  severity: 'warning',
  silentIn: 'healthy',
  get finds() {
    return l10n.t('the text “{0}”', PLACEHOLDER);
  },
  why: 'A producer writes this sentence where its source had no text. If it stays in the corpus, it is counted and annotated as if it were news.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Error in processing document T-E-X-T-E-N-D. ',
  *check(article) {
    for (const field of article.fields) {
      if (field.format?.kind !== 'text' || !valueIsCertain(article, field)) continue;
      const span = trimmed(article.text, field.value);
      if (!isPlaceholder(textOf(article.text, span))) continue;
      yield {
        span,
        message: l10n.t(
          'A producer wrote this where its source had no text. Write the text of the article, or remove the article from the corpus.',
        ),
      };
    }
  },
};
