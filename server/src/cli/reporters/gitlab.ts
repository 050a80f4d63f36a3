import { createHash } from 'node:crypto';
import type { Severity } from '../../core/rules';
import type { MakeReporter } from './reporter';
import { pathParts } from './repositoryPath';

/** For GitLab's Code Quality: an array of issues. */
export const gitlab: MakeReporter = (write) => {
  const counts = new Map<string, number>();
  let isFirst = true;
  write('[');
  return {
    finding({ file, code, severity, message, range, article, marked }) {
      const path = pathParts(file).join('/');
      const print = digest([path, code, article?.number ?? null, marked]);
      const count = (counts.get(print) ?? 0) + 1;
      counts.set(print, count);
      const issue = {
        description: message,
        check_name: code,
        // GitLab compares reports by it alone, so it is the same wherever the finding is in its file, and unique in a report.
        fingerprint: digest([print, count]),
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
      };
      write(`${isFirst ? '' : ','}\n${JSON.stringify(issue)}`);
      isFirst = false;
    },
    end() {
      write('\n]\n');
    },
  };
};

const SEVERITIES: Record<Severity, string> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
