/** What the rules across files say of articles, as a list. */
import * as l10n from '@vscode/l10n';
import { plural } from '../../core/language';
import { HEADING } from '../charts/headings';
import type { Section } from '../charts/sections';
import { duplicateNumber } from '../rules/duplicate-number';
import { duplicateText } from '../rules/duplicate-text';
import { nearDuplicate } from '../rules/near-duplicate';
import { shownNumber } from '../rules/rule';

/** So many findings are listed. */
const MOST_LISTED = 200;

const CODES: ReadonlySet<string> = new Set([duplicateNumber, duplicateText, nearDuplicate].map(({ code }) => code));

/** A finding on an article that repeats another one. */
export interface Repeat {
  readonly number: string;
  readonly file: string;
  readonly message: string;
}

/** The findings on articles that repeat others: how many there are, and the first ones. */
export class Repeats {
  readonly listed: Repeat[] = [];
  count = 0;

  /** Takes a finding of any rule; `repeat` is called if it is listed. */
  add(code: string, repeat: () => Repeat): void {
    if (!CODES.has(code)) return;
    if (this.count++ < MOST_LISTED) this.listed.push(repeat());
  }
}

/** A list of the articles that have their number or their text, or nearly their text, in common with another one. */
export function repeatsSection({ listed, count }: Pick<Repeats, 'listed' | 'count'>): Section {
  const sentences = [
    count === 0
      ? l10n.t('Nothing was found by comparing articles with each other.')
      : plural(
          count,
          '{0} problem was found by comparing articles with each other.',
          '{0} problems were found by comparing articles with each other.',
        ),
    ...(count > MOST_LISTED ? [l10n.t('The first {0} are listed.', MOST_LISTED)] : []),
  ];
  return {
    id: 'repeats',
    title: l10n.t('Articles compared with each other'),
    sentence: sentences.join(' '),
    chart: undefined,
    table: {
      head: [HEADING.number, HEADING.file, HEADING.problem],
      rows: listed.map(({ number, file, message }) => [shownNumber(number), file, message]),
    },
  };
}
