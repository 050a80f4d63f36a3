import { escaped } from '../../corpus/text/markup';
import type { ReportedFinding } from '../check/report';
import { shown } from '../output/faults';
import { plural } from '../output/plural';
import type { MakeReporter, Totals } from './reporter';

/**
 * For build services that show tests: JUnit XML. Each file with findings is a suite, in which each finding is a failure; the last
 * suite has a test that passes, and an error for what could not be read, so that no report is empty.
 */
export const junit: MakeReporter = (write) => {
  let file: string | undefined;
  let ofFile: ReportedFinding[] = [];
  write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="article-format">\n');
  const pass = () => {
    if (file !== undefined) write(suiteOf(file, ofFile));
    ofFile = [];
  };
  return {
    finding(finding) {
      if (finding.file !== file) pass();
      file = finding.file;
      ofFile.push(finding);
    },
    end(totals) {
      pass();
      write(`${lastSuite(totals)}</testsuites>\n`);
    },
  };
};

function suiteOf(file: string, findings: readonly ReportedFinding[]): string {
  const name = attribute(file);
  const tests = findings.map(
    ({ code, severity, message, range: { start } }) =>
      `    <testcase name="${attribute(`${code} ${start.line + 1}:${start.character + 1}`)}" classname="${name}" file="${name}" line="${start.line + 1}">\n` +
      `      <failure type="${severity}" message="${attribute(message)}"/>\n    </testcase>\n`,
  );
  return `  <testsuite name="${name}" tests="${tests.length}" failures="${tests.length}" errors="0">\n${tests.join('')}  </testsuite>\n`;
}

function lastSuite({ files, withFindings, faults }: Totals): string {
  const errors = faults.map(
    ({ file, reason }) =>
      `    <testcase name="read" classname="${attribute(file)}">\n      <error type="unreadable" message="${attribute(reason)}"/>\n    </testcase>\n`,
  );
  const healthy = `${plural(Math.max(0, files - withFindings), 'file')} without problems`;
  const healthyTest = `    <testcase name="${healthy}" classname="article-format"/>\n`;
  return `  <testsuite name="article-format" tests="${errors.length + 1}" failures="0" errors="${errors.length}">\n${healthyTest}${errors.join('')}  </testsuite>\n`;
}

/** Text in an attribute. XML cannot have most control characters, so they are made visible. */
function attribute(text: string): string {
  return escaped(shown(text));
}
