import * as l10n from '@vscode/l10n';
import { SUFFIX } from '../format';
import { ownMarkers } from '../parse/article';
import type { Fix } from '../repair/edit';
import { type Span, textOf, trimmed } from '../span';
import { endsSentence, lastWord } from '../text/sentences';
import type { Rule } from './rule';

/** A title without closing punctuation, as headlines are written. Shown on its last word. */
export const unfinishedTitle: Rule = {
  code: 'unfinished-title',
  severity: 'off',
  get finds() {
    return l10n.t('a title that does not end with closing punctuation');
  },
  why: 'Stanford CoreNLP finds no end of a sentence there. It joins the END marker to the title, and the marker is counted as a word.',
  example:
    ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce in Gaza T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Weeks of talks have failed. T-E-X-T-E-N-D. ',
  *check(article) {
    for (const field of article.fields) {
      if (field.format?.kind !== 'title' || !ownMarkers(field)) continue;
      const title = trimmed(article.text, field.value);
      if (title.start === title.end || endsSentence(article.text, title)) continue;
      yield {
        span: lastWord(article.text, title),
        message: l10n.t(
          'The title ends without closing punctuation, so CoreNLP joins the END marker to it. Add a full stop if you may change the title.',
        ),
        fixes: wouldBeMarker(textOf(article.text, title)) ? [] : [addFullStop(title, field.letters)],
      };
    }
  },
};

function addFullStop({ end }: Span, letters: string): Fix {
  const edits = [{ span: { start: end, end }, text: '.' }];
  return { title: l10n.t('Add a full stop'), edits, tier: 'suggested', changes: [letters] };
}

/** Whether the end of a title would be a marker with a full stop. */
function wouldBeMarker(title: string): boolean {
  return Object.values(SUFFIX).some((suffix) => `${title}.`.endsWith(suffix));
}
