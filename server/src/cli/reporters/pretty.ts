import pc from 'picocolors';
import type { Severity } from '../../core/rules';
import type { Excerpt, ReportedFinding } from '../check/report';
import { underline } from '../output/caret';
import { counted, plural } from '../output/counted';
import { shown } from '../output/faults';
import type { MakeReporter, Totals } from './reporter';

/** For people: findings by file, each with its text underlined in its context, and the totals at the end. */
export const pretty: MakeReporter = (write) => {
  const color = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
  const paint: Record<Severity, (text: string) => string> = {
    error: color.red,
    warning: color.yellow,
    information: color.blue,
    hint: color.dim,
  };
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let file: string | undefined;
  let fixable = 0;
  return {
    finding(finding) {
      const { severity, range, message, code, excerpt } = finding;
      if (finding.file !== file) write(`${file === undefined ? '' : '\n'}${color.bold(nameOf(finding.file))}\n`);
      file = finding.file;
      counts[severity]++;
      if (finding.fix === 'safe') fixable++;
      const place = `${range.start.line + 1}:${range.start.character + 1}`;
      write(`  ${place}  ${paint[severity](severity)}  ${shown(message)}  ${color.dim(code)}\n`);
      if (excerpt) write(drawn(excerpt, paint[severity]));
      for (const line of elsewhere(finding)) write(`      ${color.dim(line)}\n`);
    },
    end(totals) {
      const total = Object.values(counts).reduce((sum, count) => sum + count);
      write(
        total === 0
          ? `${silence(totals, color.green)}.\n`
          : `\n${color.bold(countsText(counts))} in ${filesText(totals)}.\n`,
      );
      if (fixable > 0) write(`${plural(fixable, 'problem')} can be fixed safely: article-format fix\n`);
    },
  };
};

/**
 * The sentence if there are no findings. A folder without articles is not called healthy, because its name may be
 * wrong.
 */
function silence(totals: Totals, paint: (text: string) => string): string {
  const { files, others } = totals;
  if (files === 0) return `No articles were found${others > 0 ? ` in ${plural(others, 'file')}` : ''}`;
  return `${paint('No problems')} in ${filesText(totals)}`;
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : shown(file);
}

/** Two lines: the text, and a line that underlines the place. */
function drawn({ before, marked, after }: Excerpt, paint: (text: string) => string): string {
  const [lead, middle, tail] = [shown(before), shown(marked), shown(after)];
  return `      ${lead}${middle}${tail}\n      ${paint(underline(lead, middle))}\n`;
}

/** The places in other files that explain the finding. */
function elsewhere({ file, related }: ReportedFinding): string[] {
  return related
    .filter((other) => other.file !== file)
    .map((other) => `${shown(other.file)}:${other.range.start.line + 1}:${other.range.start.character + 1}`);
}

function countsText(counts: Record<Severity, number>): string {
  const { error, warning, information, hint } = counts;
  const parts = [
    error > 0 && plural(error, 'error'),
    warning > 0 && plural(warning, 'warning'),
    information > 0 && `${counted(information)} information`,
    hint > 0 && plural(hint, 'hint'),
  ];
  return parts.filter((part) => part !== false).join(', ');
}

function filesText({ files, withFindings, others }: Totals): string {
  const checked = withFindings > 0 ? `${counted(withFindings)} of ${plural(files, 'file')}` : plural(files, 'file');
  return others > 0 ? `${checked}; ${plural(others, 'other file')} left alone, no articles` : checked;
}
