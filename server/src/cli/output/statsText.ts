/** The figures of a corpus as text, for a terminal. */

import { counted } from '../../core/language';
import type { Stats } from '../../corpus/statistics/statistics';
import { plural } from './plural';

export function statsText(stats: Stats): string {
  const { files, leftAlone, articles, words, first, last, undated, months } = stats;
  const figures: [string, string][] = [
    ['files', counted(files) + (leftAlone ? `, and ${counted(leftAlone)} left alone` : '')],
    ['articles', counted(articles)],
    ['words', counted(words) + spread(stats)],
    [
      'dates',
      (first === null ? 'none' : `${first} to ${last}`) +
        (undated > 0 ? `; ${counted(undated)} without a valid date` : ''),
    ],
    ...alike(stats),
  ];
  const widest = Math.max(...figures.map(([name]) => name.length));
  const head = figures.map(([name, value]) => `${name.padEnd(widest)}  ${value}\n`).join('');
  const byMonth = first === null ? '' : `\nArticles by month\n${bars(withoutLongGaps(months))}`;
  return head + byMonth + byRule(stats);
}

/** Nothing is said of a folder without articles, because its name may be wrong. */
function byRule({ files, problems }: Stats): string {
  const all = Object.entries(problems);
  if (all.length > 0) return `\nProblems by rule\n${bars(all)}`;
  return files > 0 ? '\nNo problems\n' : '';
}

function spread({ wordsOfArticle }: Stats): string {
  if (!wordsOfArticle) return '';
  const { min, median, max } = wordsOfArticle;
  return `; of an article ${counted(min)} to ${counted(max)}, median ${median}`;
}

/** Groups of articles that have something in common, if there are any. */
function alike({ sameNumber, sameText, nearlySameText }: Stats): [string, string][] {
  const all = { 'same number': sameNumber, 'same text': sameText, 'nearly the same text': nearlySameText };
  return Object.entries(all).flatMap(([name, found]): [string, string][] =>
    found
      ? [
          [
            name,
            found.groups === 0 ? 'none' : `${plural(found.groups, 'group')} with ${plural(found.articles, 'article')}`,
          ],
        ]
      : [],
  );
}

type Bar = readonly [name: string, value: number];

/** So many months without articles are shown one by one. */
const LONGEST_GAP = 12;

/** The months, in which a long gap is one line. */
function withoutLongGaps(months: Stats['months']): Bar[] {
  const shown: Bar[] = [];
  let gap: string[] = [];
  const endGap = () => {
    const isLong = gap.length > LONGEST_GAP;
    for (const month of isLong ? [`${gap[0]} to ${gap.at(-1)}`] : gap) shown.push([month, 0]);
    gap = [];
  };
  for (const [month, count] of Object.entries(months)) {
    if (count === 0) gap.push(month);
    else {
      endGap();
      shown.push([month, count]);
    }
  }
  return shown;
}

const WIDTH = 40;

/** One line for each count, with a bar in proportion to the largest. */
function bars(all: readonly Bar[]): string {
  const names = Math.max(...all.map(([name]) => name.length));
  const largest = Math.max(...all.map(([, value]) => value));
  const digits = counted(largest).length;
  return all
    .map(([name, value]) => {
      const bar = value === 0 ? '' : `  ${'█'.repeat(Math.max(1, Math.round((value / largest) * WIDTH)))}`;
      return `  ${name.padEnd(names)}  ${counted(value).padStart(digits)}${bar}\n`;
    })
    .join('');
}
