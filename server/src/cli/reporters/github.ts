import type { Severity } from '../../core/rules';
import type { MakeReporter } from './reporter';

/** For GitHub Actions: workflow commands, which GitHub shows as annotations beside the lines of a pull request. */
export const github: MakeReporter = (write) => ({
  finding({ file, code, severity, message, range: { start, end } }) {
    const isOneLine = start.line === end.line;
    const place = {
      file,
      line: start.line + 1,
      endLine: end.line + 1,
      // GitHub accepts columns only if the place is on one line. The end column is inclusive.
      ...(isOneLine && { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }),
      title: code,
    };
    const properties = Object.entries(place).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
    write(`::${LEVELS[severity]} ${properties.join(',')}::${escaped(message)}\n`);
  },
  end() {},
});

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Escapes text as GitHub's own toolkit does. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
