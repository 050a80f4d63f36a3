/** `article-format stats`: describes a corpus in figures. */
import { dayOf } from '../../core/text/date';
import { CheckRun } from '../check/checkRun';
import { Figures, type PlainFigures } from '../check/figures';
import type { ReportedFinding } from '../check/report';
import { type InputOptions, inputFiles } from '../input/inputs';
import { LeftAlone } from '../input/leftAlone';
import { counted } from '../output/counted';
import { complain } from '../output/faults';
import { Output } from '../output/output';
import { FolderSettings, type SettingsOptions } from '../settings/settings';

export interface StatsOptions extends InputOptions, SettingsOptions {
  readonly jobs?: number;
  readonly json?: boolean;
}

/** The months are in order, and the most frequent problems first. */
export interface Stats extends PlainFigures {
  readonly files: number;
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
  const figures = new Figures();
  const report = ({ code }: ReportedFinding) => figures.addProblem(code);
  const { jobs } = options;
  const run = new CheckRun({ complain, leftAlone, files, settings, output, report, figures, jobs });
  const checked = await run.run();
  const { articles, words, first, last } = figures;
  const months = sorted(figures.months, ([a], [b]) => (a < b ? -1 : 1));
  const problems = sorted(figures.problems, ([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { files: checked, articles, words, first, last, months, problems };
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
