/** A corpus in figures. */
import { finished, type Steps } from '../../core/steps';
import { type PlainFigures, UNDATED } from './articleFigures';
import { type Groups, groupsIn, groupsOf } from './repeated';
import { inOrder, type Spread, spreadIn, spreadOf } from './spread';
import { monthsBetween, WEEKDAYS, type Weekday, weekdayOf } from './time';

/** What `stats --json` writes. Names and order stay; new ones are added. */
export interface Stats {
  files: number;
  articles: number;
  /** In the TEXT fields. */
  words: number;
  /** The first and the last day, YYYY-MM-DD; null if no article has a valid date. */
  first: string | null;
  last: string | null;
  /** Articles by month, YYYY-MM, from the first to the last; 0 for a month without any. */
  months: Record<string, number>;
  /** Problems by rule, the most frequent first. */
  problems: Record<string, number>;
  /** Files that are not articles. */
  leftAlone: number;
  /** Articles without a valid date. They are in no month and no weekday. */
  undated: number;
  /** Articles by weekday, from Monday on. */
  weekdays: Record<string, number>;
  /** Words of an article; null if there is no article. */
  wordsOfArticle: Spread | null;
  /** The same by month; null for a month without articles. */
  wordsByMonth: Record<string, Spread | null>;
  /** Articles by the number of their words: `0`, `1-2`, `3-5`, `6-10`, … */
  articlesByWords: Record<string, number>;
  /** Groups of articles with the same number, and with the same text. */
  sameNumber: Groups;
  sameText: Groups;
  /** Groups of articles with nearly the same text; null if they were not looked for. */
  nearlySameText: Groups | null;
}

/** What is known of a corpus besides its articles. */
export interface Circumstances {
  readonly files: number;
  readonly leftAlone: number;
  /** How many articles there are in each group with nearly the same text, if they were looked for. */
  readonly nearGroups: readonly number[] | undefined;
}

export function statsOf(figures: PlainFigures, circumstances: Circumstances): Stats {
  return finished(computing(figures, circumstances));
}

/** `statsOf` in steps, each of which takes some milliseconds for 100,000 articles. */
export function* computing(figures: PlainFigures, { files, leftAlone, nearGroups }: Circumstances): Steps<Stats> {
  const words = inOrder([...figures.words.values()].flat());
  yield;
  const days = [...figures.words.keys()].filter((day) => day !== UNDATED).sort();
  const [first = null, last = null] = [days[0], days.at(-1)];
  const months = first === null || last === null ? [] : monthsBetween(first, last);
  const byMonth = new Map<string, number[]>(months.map((month) => [month, []]));
  const weekdays = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, 0])) as Record<Weekday, number>;
  for (const day of days) {
    const ofDay = figures.words.get(day) ?? [];
    for (const count of ofDay) byMonth.get(day.slice(0, 7))?.push(count);
    weekdays[weekdayOf(day)] += ofDay.length;
  }
  yield;
  const wordsByMonth: Record<string, Spread | null> = {};
  for (const [month, ofMonth] of byMonth) wordsByMonth[month] = spreadOf(ofMonth);
  yield;
  const ofRules = [...figures.problems].map(([code, ofRule]): [string, number] => [code, sumOf(ofRule.values())]);
  const problems = ofRules.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    files,
    articles: words.length,
    words: sumOf(words),
    first,
    last,
    months: Object.fromEntries([...byMonth].map(([month, ofMonth]) => [month, ofMonth.length])),
    problems: Object.fromEntries(problems),
    leftAlone,
    undated: figures.words.get(UNDATED)?.length ?? 0,
    weekdays,
    wordsOfArticle: spreadIn(words),
    wordsByMonth,
    articlesByWords: byWords(words),
    sameNumber: groupsIn(figures.numbers),
    sameText: groupsIn(figures.digests),
    nearlySameText: nearGroups ? groupsOf(nearGroups) : null,
  };
}

/** Counts articles by the numbers of their words, which are in order, on a logarithmic scale, from the least to the most. */
function byWords(sorted: Float64Array): Record<string, number> {
  const most = sorted.at(-1) ?? -1;
  const counts: Record<string, number> = {};
  for (let [from, step, at] = [0, -1, 0]; from <= most; step++) {
    const to = step < 0 ? 0 : ([2, 5, 10][step % 3] as number) * 10 ** Math.floor(step / 3);
    const first = at;
    while (at < sorted.length && (sorted[at] as number) <= to) at++;
    counts[step < 0 ? '0' : `${from}-${to}`] = at - first;
    from = to + 1;
  }
  return counts;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
