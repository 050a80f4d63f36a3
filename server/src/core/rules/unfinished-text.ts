import * as l10n from '@vscode/l10n';
import { ownMarkers } from '../parse/article';
import { trimmed } from '../span';
import { endsSentence, lastWord } from '../text/sentences';
import type { Rule } from './rule';

/** A text without closing punctuation. Shown on its last word; only the source can tell what is missing. */
export const unfinishedText: Rule = {
  code: 'unfinished-text',
  severity: 'off',
  get finds() {
    return l10n.t('a text that does not end with closing punctuation');
  },
  why: 'The text may be cut off. Also, Stanford CoreNLP finds no end of a sentence there, and joins the END marker to the last sentence.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have T-E-X-T-E-N-D. ',
  *check(article) {
    for (const field of article.fields) {
      if (field.format?.kind !== 'text' || !ownMarkers(field)) continue;
      const text = trimmed(article.text, field.value);
      if (text.start === text.end || endsSentence(article.text, text)) continue;
      yield {
        span: lastWord(article.text, text),
        message: l10n.t(
          'The text ends without closing punctuation, so CoreNLP joins the END marker to its last sentence. Complete the text from the source.',
        ),
      };
    }
  },
};
