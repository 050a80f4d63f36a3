/** `article-format stats`: describes a corpus in figures. */
import { checkDate, dayOf } from '../../core/text/date';
import type { ArticleRecord } from '../../corpus/record';
import { CheckRun } from '../check/checkRun';
import { type InputOptions, inputFiles } from '../input/inputs';
import { LeftAlone } from '../input/leftAlone';
import { counted } from '../output/counted';
import { complain } from '../output/faults';
import { Output } from '../output/output';
import { FolderSettings, type SettingsOptions } from '../settings/settings';

export interface StatsOptions extends InputOptions, SettingsOptions {
  readonly json?: boolean;
}

export interface Stats {
  files: number;
  articles: number;
  /** In the TEXT fields. */
  words: number;
  /** The first and the last day, YYYY-MM-DD; null if no article has a valid date. */
  first: string | null;
  last: string | null;
  /** Articles by month, YYYY-MM, in order. Articles without a valid date are not counted here. */
  months: Record<string, number>;
  /** Problems by rule, the most frequent first. */
  problems: Record<string, number>;
}

export async function stats(paths: readonly string[], options: StatsOptions): Promise<void> {
  const output = new Output();
  const leftAlone = new LeftAlone(options.listSkipped ?? false);
  const found = await collect(paths, options, { output, leftAlone });
  output.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : shownAsText(found));
  await output.settle();
  leftAlone.say();
}

interface Ends {
  readonly output: Output;
  readonly leftAlone: LeftAlone;
}

async function collect(paths: readonly string[], options: StatsOptions, { output, leftAlone }: Ends): Promise<Stats> {
  const files = await inputFiles(paths, options, complain);
  const settings = new FolderSettings(dayOf(new Date()), options, complain);
  const found: Stats = { files: 0, articles: 0, words: 0, first: null, last: null, months: {}, problems: {} };
  const run = new CheckRun({
    complain,
    leftAlone,
    files,
    settings,
    output,
    report: ({ code }) => {
      found.problems[code] = (found.problems[code] ?? 0) + 1;
    },
    articles: ({ records, words = 0 }) => {
      found.words += words;
      for (const record of records) count(found, record);
    },
  });
  found.files = await run.run();
  found.months = sorted(found.months, ([a], [b]) => (a < b ? -1 : 1));
  found.problems = sorted(found.problems, ([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return found;
}

function count(found: Stats, { date }: ArticleRecord): void {
  found.articles++;
  if (checkDate(date) !== undefined) return;
  if (found.first === null || date < found.first) found.first = date;
  if (found.last === null || date > found.last) found.last = date;
  const month = date.slice(0, 7);
  found.months[month] = (found.months[month] ?? 0) + 1;
}

type Counted = [name: string, count: number];

function sorted(counts: Record<string, number>, order: (a: Counted, b: Counted) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(order));
}

function shownAsText({ files, articles, words, first, last, months, problems }: Stats): string {
  const figures = [
    ['files', counted(files)],
    ['articles', counted(articles)],
    ['words', counted(words)],
    ['dates', first === null ? 'none' : `${first} to ${last}`],
  ] as const;
  const head = figures.map(([name, value]) => `${name.padEnd(10)}${value}\n`).join('');
  const byMonth = Object.keys(months).length > 0 ? `\nArticles by month\n${bars(months)}` : '';
  const byRule = Object.keys(problems).length > 0 ? `\nProblems by rule\n${bars(problems)}` : '\nNo problems\n';
  return head + byMonth + byRule;
}

const WIDTH = 40;

/** One line for each count, with a bar in proportion to the largest. */
function bars(counts: Record<string, number>): string {
  const names = Math.max(...Object.keys(counts).map(({ length }) => length));
  const largest = Math.max(...Object.values(counts));
  const digits = counted(largest).length;
  return Object.entries(counts)
    .map(([name, value]) => {
      const bar = '█'.repeat(Math.max(1, Math.round((value / largest) * WIDTH)));
      return `  ${name.padEnd(names)}  ${counted(value).padStart(digits)}  ${bar}\n`;
    })
    .join('');
}
