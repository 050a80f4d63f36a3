import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { exampleArticle } from './example';
import { areTogether, type CorpusRule, MOST_RELATED, type Occurrence, shownNumber } from './rule';

const AGENCY =
  'Talks about a truce go on in Cairo, the envoy said on Tuesday, but no date is set while aid waits at the border and prices rise again, and hospitals report that they are short of nearly everything.';

/** Nearly the same text with another number: reports of agencies, and articles that are posted again after a correction. */
export const nearDuplicate: CorpusRule = {
  code: 'near-duplicate',
  severity: 'off',
  get finds() {
    return l10n.t('a text that is nearly identical to that of an article with another number');
  },
  why: 'Newspapers print the reports of agencies with a few words changed, and post articles again after a correction. Such a text counts twice in word frequencies, in topics, in every average, and no comparison of whole texts finds it. Two texts are nearly identical if 80 % of their runs of five words, in lower case, are in both (Jaccard similarity). The rule is off by default, because a corpus may have such texts with good reason. The editor compares texts once all files have been read, and again after each save and each change on disk. The corpus overview lists the pairs, also when the rule is off, and compares two texts by sentence.',
  example: {
    'lf_1986.txt': exampleArticle('1986', 'Truce in sight', AGENCY),
    'lf_1987.txt': exampleArticle('1987', 'No date for a truce', `${AGENCY} Talks go on.`),
  },
  measured: `Of 4,000 generated articles in which every fifth is an edited copy of an earlier one, 289 pairs of texts share 80 % or more of their
runs of five words. The rule finds all of them (recall 1) and no other pair (precision 1, because each pair that it finds is compared
exactly). All pairs were compared to know that. A pair that shares just 80 % is found with a probability of 0.992, and one that shares
90 % with 0.99999 (signatures of 96 bytes, in 16 bands). Some 120 bytes are kept of each article while the rule looks for candidates. To
measure it again, in a checkout:

    npx tsx test/bench/nearDuplicates.ts

Each text is compared with the twelve others that seem closest. If there may be more, the message says so: *12 or more other articles*.`,
  key: () => undefined,
  *check() {},
  *checkText(article, { texts, hasMore }, articlesWith) {
    const { number, textMarker, span } = article.record;
    const others: Occurrence[] = [];
    let count = 0;
    let closest = 0;
    for (const text of texts) {
      const articles = articlesWith(text);
      const found = articles?.countWithout(number) ?? 0;
      if (!articles || found === 0) continue;
      count += found;
      closest = Math.max(closest, text.similarity);
      if (others.length < MOST_RELATED) others.push(...articles.firstsWithout(number, MOST_RELATED - others.length));
    }
    const [first] = others;
    if (!first) return;
    yield {
      article,
      span: textMarker ?? span,
      message: messageOn({ count, hasMore, share: Math.floor(closest * 100) }, first, article),
      related: others.map(({ file, record }) => ({
        file,
        span: record.textMarker ?? record.span,
        message: l10n.t('Article {0} has nearly the same text.', shownNumber(record.number)),
      })),
    };
  },
};

interface Others {
  readonly count: number;
  /** Whether there may be more. */
  readonly hasMore: boolean;
  /** How many per cent of the closest text are the same. */
  readonly share: number;
}

function messageOn({ count, hasMore, share }: Others, other: Occurrence, own: Occurrence): string {
  if (hasMore) {
    return l10n.t(
      '{0} or more other articles have nearly this text, with another number; {1} % of the closest one is the same. Keep one of them, unless all are intended.',
      count,
      share,
    );
  }
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
