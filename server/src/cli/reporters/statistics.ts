import { counted } from '../../core/language';
import { ALL_RULES } from '../../corpus/rules';
import { paint } from '../output/color';
import type { MakeReporter } from './reporter';
import { ReportSummary } from './summary';

/** With `--statistics`, for people: how many findings each rule has, the most first. */
export const statistics: MakeReporter = (write, { isColored, isQuiet }) => {
  const counts = new Map<string, number>();
  const summary = new ReportSummary();
  return {
    finding(finding) {
      counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
      if (!isQuiet) summary.add(finding);
    },
    end(totals) {
      for (const line of linesOf(counts)) write(line);
      if (!isQuiet) write(summary.text(totals, paint(isColored)));
    },
  };
};

/** The same for programs: a JSON object for each rule, one per line. */
export const statisticsLines: MakeReporter = (write) => {
  const counts = new Map<string, number>();
  return {
    finding({ code }) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    },
    end() {
      for (const [code, count] of sorted(counts)) write(`${JSON.stringify({ code, count })}\n`);
    },
  };
};

function linesOf(counts: ReadonlyMap<string, number>): string[] {
  const all = sorted(counts);
  const width = counted(all[0]?.[1] ?? 0).length;
  const name = Math.max(...all.map(([code]) => code.length));
  return all.map(([code, count]) => {
    const finds = ALL_RULES.find((rule) => rule.code === code)?.finds ?? '';
    return `${counted(count).padStart(width)}  ${code.padEnd(name)}  ${finds.replaceAll('`', '')}\n`;
  });
}

/** The most first; rules with as many in the order of their codes. */
function sorted(counts: ReadonlyMap<string, number>): [code: string, count: number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
