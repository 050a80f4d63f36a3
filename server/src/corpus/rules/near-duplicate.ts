import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import type { SharedText } from '../nearTexts/nearArticles';
import type { NearText } from '../nearTexts/nearPairs';
import { exampleArticle } from './example';
import {
  areTogether,
  type CorpusRule,
  type CorpusRuleFinding,
  firstOthers,
  type Occurrence,
  shownNumber,
} from './rule';

const AGENCY =
  'Talks about a truce go on in Cairo, the envoy said on Tuesday, but no date is set while aid waits at the border and prices rise again, and hospitals report that they are short of nearly everything.';

/** Nearly the same text with another number: reports of agencies, and articles that are posted again after a correction. */
export const nearDuplicate: CorpusRule = {
  code: 'near-duplicate',
  severity: 'off',
  finds: 'a text that is nearly identical to that of an article with another number (only on the command line)',
  why: 'Newspapers print the reports of agencies with a few words changed, and post articles again after a correction. Such a text counts twice in word frequencies, in topics, in every average, and no comparison of whole texts finds it. Two texts are nearly identical if 80 % of their runs of five words, in lower case, are in both (Jaccard similarity). The rule is off by default, because a corpus may have such texts with good reason. The editor does not check it, because it keeps no texts of files that are not open; its corpus overview finds such texts when you ask for them, and compares them by sentence.',
  example: {
    'lf_1986.txt': exampleArticle('1986', 'Truce in sight', AGENCY),
    'lf_1987.txt': exampleArticle('1987', 'No date for a truce', `${AGENCY} Talks go on.`),
  },
  measured: `Of 4,000 generated articles in which every fifth is an edited copy of an earlier one, 289 pairs of texts share 80 % or more of their
runs of five words. The rule finds 285 of these pairs (recall 0.986) and no other pair (precision 1, because each pair that it finds is
compared exactly). All pairs were compared to know that. A pair that shares just 80 % is found with a probability of 0.986, and one that
shares 90 % with 0.9996 (MinHash with six bands of three hash functions). 24 bytes are kept of each article while the rule looks for
candidates. To measure it again, in a checkout:

    npx tsx test/bench/nearDuplicates.ts

If more than a hundred different texts are made from one template, each is compared with a hundred of them.`,
  key: () => undefined,
  *check() {},
  *checkTexts(articles) {
    for (const [{ articles: own }, near] of articles.near()) {
      for (const article of own) yield* findingOn(article, near);
    }
  },
};

function* findingOn(
  article: Occurrence,
  near: readonly NearText<SharedText<Occurrence>>[],
): Generator<CorpusRuleFinding> {
  const { number, textMarker, span } = article.record;
  const isOther = (other: Occurrence) => other.record.number !== number;
  const all = near.flatMap(({ text }) => text.articles);
  const others = firstOthers(all, isOther);
  const closest = near.find(({ text }) => text.articles.some(isOther));
  if (!others[0] || !closest) return;
  const count = all.filter(isOther).length;
  const share = Math.floor(closest.similarity * 100);
  yield {
    article,
    span: textMarker ?? span,
    message: messageOn(count, share, others[0], article),
    related: others.map(({ file, record }) => ({
      file,
      span: record.textMarker ?? record.span,
      message: l10n.t('Article {0} has nearly the same text.', shownNumber(record.number)),
    })),
  };
}

/** `share` is how many per cent of the closest text are the same. */
function messageOn(count: number, share: number, other: Occurrence, own: Occurrence): string {
  if (count > 1) {
    return plural(
      count,
      '{0} other article has nearly this text, with another number; {1} % of the closest one is the same. Keep one of them, unless all are intended.',
      '{0} other articles have nearly this text, with another number; {1} % of the closest one is the same. Keep one of them, unless all are intended.',
      share,
    );
  }
  return areTogether(other, own)
    ? l10n.t(
        'Another article, in this file, has nearly this text, with another number; {0} % of it is the same. Keep one of them, unless all are intended.',
        share,
      )
    : l10n.t(
        'Another article, in {0}, has nearly this text, with another number; {1} % of it is the same. Keep one of them, unless all are intended.',
        other.file.name,
        share,
      );
}
