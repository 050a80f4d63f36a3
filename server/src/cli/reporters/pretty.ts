import type { Severity } from '../../core/rules';
import type { Excerpt, ReportedFinding } from '../check/report';
import { underline } from '../output/caret';
import { paint } from '../output/color';
import { shown } from '../output/faults';
import type { MakeReporter } from './reporter';
import { ReportSummary } from './summary';

/** For people: findings by file, each with its text underlined in its context, and the totals at the end. */
export const pretty: MakeReporter = (write, { isColored, isQuiet }) => {
  const color = paint(isColored);
  const colors: Record<Severity, (text: string) => string> = {
    error: color.red,
    warning: color.yellow,
    information: color.blue,
    hint: color.dim,
  };
  const summary = new ReportSummary();
  let file: string | undefined;
  return {
    finding(finding) {
      const { severity, range, message, code, isFixable, excerpt } = finding;
      if (finding.file !== file) write(`${file === undefined ? '' : '\n'}${color.bold(nameOf(finding.file))}\n`);
      file = finding.file;
      if (!isQuiet) summary.add(finding);
      const place = `${range.start.line + 1}:${range.start.character + 1}`;
      write(
        `  ${place}  ${colors[severity](severity)}  ${shown(message)}  ${color.dim(code)}${isFixable ? `  ${color.green('safe fix')}` : ''}\n`,
      );
      if (excerpt) write(drawn(excerpt, colors[severity]));
      for (const line of elsewhere(finding)) write(`      ${color.dim(line)}\n`);
    },
    end(totals) {
      if (!isQuiet) write(summary.text(totals, color));
    },
  };
};

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : shown(file);
}

/** Two lines: the text, and a line that underlines the place. */
function drawn({ before, marked, after }: Excerpt, paintMark: (text: string) => string): string {
  const [lead, middle, tail] = [shown(before), shown(marked), shown(after)];
  return `      ${lead}${middle}${tail}\n      ${paintMark(underline(lead, middle))}\n`;
}

/** The places in other files that explain the finding. */
function elsewhere({ file, related }: ReportedFinding): string[] {
  return related
    .filter((other) => other.file !== file)
    .map((other) => `${shown(other.file)}:${other.range.start.line + 1}:${other.range.start.character + 1}`);
}
