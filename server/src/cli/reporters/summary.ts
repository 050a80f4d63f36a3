/** The end of a report for people: how many problems, in how many files, and how many can be fixed. */
import { counted } from '../../core/language';
import type { Severity } from '../../core/rules';
import type { ReportedFinding } from '../check/report';
import type { Paint } from '../output/color';
import { nothingAmong } from '../output/nothingFound';
import { plural } from '../output/plural';
import type { Totals } from './reporter';

export class ReportSummary {
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  private fixable = 0;

  add({ severity, isFixable }: ReportedFinding): void {
    this.counts[severity]++;
    if (isFixable) this.fixable++;
  }

  /** One to three lines. */
  text(totals: Totals, color: Paint): string {
    const total = Object.values(this.counts).reduce((sum, count) => sum + count);
    if (total === 0) return `${silence(totals, color.green)}\n${unreadText(totals)}`;
    const problems = `${color.bold(countsText(this.counts))} in ${filesText(totals)}.\n`;
    const fixes =
      this.fixable > 0 ? `${plural(this.fixable, 'problem')} can be fixed safely: article-format fix\n` : '';
    return `\n${problems}${unreadText(totals)}${fixes}`;
  }
}

/**
 * The sentence if there are no findings. A folder without articles is not called healthy, because its name may be
 * wrong.
 */
function silence(totals: Totals, paint: (text: string) => string): string {
  const { files, others, someAccepted } = totals;
  if (files === 0) return nothingAmong(others);
  return `${paint(someAccepted ? 'No new problems' : 'No problems')} in ${filesText(totals)}.`;
}

/** What has been reported on standard error, which may be elsewhere, so that nobody takes what was checked for all. */
function unreadText({ faults }: Totals): string {
  if (faults.length === 0) return '';
  const says = faults.length === 1 ? 'message on standard error says' : 'messages on standard error say';
  return `${counted(faults.length)} ${says} what could not be read or compared.\n`;
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
