import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { counted } from '../../core/language';
import type { DescribedRule, Severity } from '../../core/rules';
import { ALL_RULES, CODES } from '../../corpus/rules';
import { digestOf } from '../../corpus/text/digest';
import type { Range } from '../../corpus/text/lines';
import type { ReportedFinding } from '../check/report';
import type { Fault, MakeReporter } from './reporter';
import { belowWorkingFolder, pathParts } from './repositoryPath';

/** The version of this program, from esbuild. */
declare const VERSION: string;

/** For code scanning: SARIF 2.1.0 (OASIS), one run. Results are written as they come. */
export const sarif: MakeReporter = (write) => {
  const fingerprint = fingerprints();
  let count = 0;
  write(
    `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver: DRIVER })},"columnKind":"utf16CodeUnits","results":[`,
  );
  return {
    finding(finding) {
      write(`${count++ > 0 ? ',' : ''}\n${JSON.stringify(resultOf(finding, fingerprint(finding)))}`);
    },
    end({ faults }) {
      const tooMany = count > MOST_RESULTS ? tooManyMessage(count) : undefined;
      if (tooMany) process.stderr.write(`article-format: ${tooMany}\n`);
      write(`\n],"invocations":${JSON.stringify([invocationOf(faults, tooMany)])}}]}\n`);
    },
  };
};

/** The address of a rule's page, which VS Code with the extension can open: the project has no public address yet. */
const pageOf = (name: string) => `article-rules:/${name}.md`;

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

const DRIVER = {
  name: 'article-format',
  version: VERSION,
  informationUri: pageOf('README'),
  rules: ALL_RULES.map(ruleOf),
};

function ruleOf({ code, severity, finds, why }: DescribedRule): object {
  const off = `{ "rules": { "${code}": "off" } }`;
  return {
    id: code,
    shortDescription: { text: `Finds ${finds}.` },
    fullDescription: { text: why },
    help: {
      text: `Finds ${finds}. ${why} To switch the rule off, write ${off} in .articlerc.json.`,
      markdown: `Finds ${finds}.\n\n${why}\n\nTo switch the rule off, write \`${off}\` in \`.articlerc.json\`.`,
    },
    helpUri: pageOf(code),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function resultOf({ file, code, severity, message, range, span, related }: ReportedFinding, print: string): object {
  const region = { ...regionOf(range), charOffset: span.start, charLength: span.end - span.start };
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
    partialFingerprints: { primaryLocationLineHash: print },
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: { artifactLocation: { uri: uriOf(other.file) }, region: regionOf(other.range) },
      })),
    }),
  };
}

/**
 * Makes a function that gives each finding of a file a fingerprint. It does not change when other findings come and go: it is
 * made of the rule, the article's number, the marked text, and a count of findings that are alike in these. GitHub
 * recognises findings by this fingerprint alone. Without it, GitHub uses the line, which may be a whole article.
 */
function fingerprints(): (finding: ReportedFinding) => string {
  let current: string | undefined;
  const counts = new Map<string, number>();
  return ({ file, code, article, marked }) => {
    if (file !== current) counts.clear();
    current = file;
    const text = JSON.stringify([code, article?.number ?? null, marked]);
    const digest = digestOf(text, { start: 0, end: text.length });
    const count = (counts.get(digest) ?? 0) + 1;
    counts.set(digest, count);
    return `${digest}:${count}`;
  };
}

/** GitHub rejects a run with more results. */
const MOST_RESULTS = 25_000;

function tooManyMessage(count: number): string {
  return `There are ${counted(count)} results. GitHub code scanning refuses more than ${counted(MOST_RESULTS)}: check fewer files at once, or switch rules off.`;
}

function invocationOf(faults: readonly Fault[], tooMany: string | undefined): object {
  const unread = faults.map(({ file, reason }) => ({
    level: 'error',
    message: { text: `${file}: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  }));
  const warnings = tooMany ? [{ level: 'warning', message: { text: tooMany } }] : [];
  return { executionSuccessful: faults.length === 0, toolExecutionNotifications: [...unread, ...warnings] };
}

/** Lines and columns count from 1. The end column is after the last character. */
function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The URI of a file: relative if the file is below the working directory or was named by a relative path. */
function uriOf(file: string): string {
  if (path.isAbsolute(file) && belowWorkingFolder(file) === undefined) return pathToFileURL(file).href;
  return pathParts(file)
    .map((name) => encodeURIComponent(Buffer.from(name).toString()))
    .join('/');
}
