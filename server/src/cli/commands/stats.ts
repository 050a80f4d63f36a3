/** `article-format stats`: describes a corpus in figures, as text, JSON or a page with charts. */
import { writeFile } from 'node:fs/promises';
import { dayOf } from '../../core/text/date';
import { isPage, pageOf } from '../../corpus/charts/page';
import { Repeats } from '../../corpus/overview/repeats';
import { type Reported, reportSections } from '../../corpus/overview/report';
import { nearDuplicate } from '../../corpus/rules/near-duplicate';
import { statsOf } from '../../corpus/statistics/statistics';
import { CheckRun } from '../check/checkRun';
import { Figures } from '../check/figures';
import type { ReportedFinding } from '../check/report';
import { type InputOptions, inputFiles } from '../input/inputs';
import { complain, shown } from '../output/faults';
import { nothingAmong } from '../output/nothingFound';
import { Output } from '../output/output';
import { statsText } from '../output/statsText';
import { LeftAlone } from '../reading/leftAlone';
import { FolderSettings, type SettingsOptions } from '../settings/settings';
import { requireEarlier } from '../tables/earlierOutput';
import { tableFile, writeTable } from '../tables/tableFile';

export interface StatsOptions extends InputOptions, SettingsOptions {
  readonly jobs?: number;
  readonly json?: boolean;
  /** A file for a page with charts, or STDOUT. */
  readonly html?: string;
  /** Also look for texts that are nearly the same. */
  readonly nearDuplicates?: boolean;
}

/** Writes the figures to standard output, or a page with them. Throws a UsageError if the page cannot be written. */
export async function stats(paths: readonly string[], options: StatsOptions): Promise<void> {
  const { html, json } = options;
  const file = tableFile(html, 'a report', '--html');
  requireEarlier(file, 'a report of stats', isPage, '--html');
  const output = new Output();
  const leftAlone = new LeftAlone(options.listSkipped);
  const found = await collect(paths, options, { output, leftAlone });
  if (html === undefined) output.write(json ? `${JSON.stringify(found.stats, null, 2)}\n` : statsText(found.stats));
  else {
    const page = pageOf(
      `Corpus: ${paths.length === 0 ? 'files of a list' : paths.map(shown).join(', ')}`,
      reportSections(found),
    );
    if (file === undefined) output.write(page);
    else await writeTable(file, (temporary) => writeFile(temporary, page));
    if (file !== undefined) output.write(`The report is in ${shown(file)}.\n`);
  }
  await output.settle();
  if (found.stats.files === 0) process.stderr.write(`article-format: ${nothingAmong(leftAlone.count)}\n`);
  leftAlone.say();
}

interface Ends {
  readonly output: Output;
  readonly leftAlone: LeftAlone;
}

async function collect(
  paths: readonly string[],
  options: StatsOptions,
  { output, leftAlone }: Ends,
): Promise<Reported> {
  const { nearDuplicates = false } = options;
  const files = await inputFiles(paths, options, complain);
  const rule = nearDuplicates
    ? { [nearDuplicate.code]: 'information' as const, ...options.rule }
    : (options.rule ?? {});
  const settings = new FolderSettings(dayOf(new Date()), { ...options, rule }, complain);
  const figures = new Figures();
  const repeats = new Repeats();
  const report = (finding: ReportedFinding) => {
    figures.addProblem(finding);
    const { code, article, file, message } = finding;
    repeats.add(code, () => ({ number: article?.number ?? '', file, message }));
  };
  const run = new CheckRun({ complain, leftAlone, files, settings, output, report, figures, jobs: options.jobs });
  const checked = await run.run();
  const wereSought = nearDuplicates || figures.problems.has(nearDuplicate.code);
  const nearGroups = wereSought ? run.nearGroups : undefined;
  const counted = statsOf(figures, { files: checked, leftAlone: leftAlone.count, nearGroups });
  return { figures, stats: counted, repeats, notArticles: leftAlone.names.map((name) => ({ name })) };
}
