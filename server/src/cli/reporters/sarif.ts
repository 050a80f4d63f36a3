import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DescribedRule, Severity } from '../../core/rules';
import { ALL_RULES, CODES } from '../../corpus/rules';
import type { Range, ReportedFinding } from '../report';
import type { MakeReporter } from './reporter';

/** For code scanning: SARIF 2.1.0 (OASIS), one run. Results are written as they come. */
export const sarif: MakeReporter = (write) => {
  let separator = '';
  const driver = { name: 'article-format', rules: ALL_RULES.map(ruleOf) };
  write(
    `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`,
  );
  return {
    finding(finding) {
      write(`${separator}\n${JSON.stringify(resultOf(finding))}`);
      separator = ',';
    },
    end: () => write('\n]}]}\n'),
  };
};

function ruleOf({ code, severity, finds, why }: DescribedRule): object {
  return {
    id: code,
    shortDescription: { text: `Finds ${finds}.` },
    fullDescription: { text: why },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

function resultOf({ file, code, severity, message, range, span, related }: ReportedFinding): object {
  const region = { ...regionOf(range), charOffset: span.start, charLength: span.end - span.start };
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: { artifactLocation: { uri: uriOf(other.file) }, region: regionOf(other.range) },
      })),
    }),
  };
}

/** Lines and columns from 1; the end column is behind the last character. */
function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative to the working directory where the file was named so, with what a URI does not allow encoded. */
function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
