/** docs/PERFORMANCE.md and its charts, made of a full run. */
import { growth, type Measurement, median } from '../measurement';
import type { Extent } from '../suites/suite';
import { chart } from './charts';
import { figure, row, tables } from './tables';
import { targets } from './targets';

/** Charts by the name of their file in docs/images. */
const CHARTS = {
  'performance-edit.svg': 'edit → verdict',
  'performance-open.svg': 'open → verdict',
  'performance-outline.svg': 'outline after an edit',
  'performance-memory.svg': 'memory',
};

export interface Run {
  readonly extent: Extent;
  readonly date: string;
  readonly machine: string;
  readonly measurements: readonly Measurement[];
}

/** The files of the report, by their path from docs/. */
export function report({ extent, date, machine, measurements }: Run): Map<string, string> {
  const files = new Map<string, string>();
  for (const [file, what] of Object.entries(CHARTS)) files.set(`images/${file}`, chart(what, measurements, 'article'));
  const pictures = Object.entries(CHARTS).map(([file, what]) => `![${what}](images/${file})`);
  files.set(
    'PERFORMANCE.md',
    [
      '# Performance',
      '',
      'Written by `npm run bench` (test/bench/), which measures the language server and the command line side by side with others in one run. Do not',
      'edit this page; run the bench.',
      '',
      '## Method',
      '',
      ...method(extent).map((sentence) => `- ${sentence}`),
      '',
      '## Machine',
      '',
      `${machine}; ${date.slice(0, 10)}. A shared machine whose cores other work took turns on: milliseconds differ from run to run by`,
      'a factor of two and more, and the largest samples say more of the machine than of a server. Ratios within the run are what',
      'counts, for the servers took turns.',
      '',
      '## Targets',
      '',
      row(['what', 'target', 'reached', '']),
      row(['---', '---', '---', '---']),
      ...targets(measurements).map(({ what, wanted, reached, met }) =>
        row([what, wanted, reached, met ? 'met' : '**missed**']),
      ),
      '',
      '## Charts',
      '',
      ...pictures,
      '',
      '## Hostile texts: how the time grows',
      '',
      'An exponent of 1 is linear.',
      '',
      row(['text', 'exponent']),
      row(['---', '---']),
      ...exponents(measurements).map(row),
      '',
      '## All figures',
      '',
      tables(measurements),
      '',
      '## Limits',
      '',
      ...LIMITS.map((sentence) => `- ${sentence}`),
      '',
    ].join('\n'),
  );
  return files;
}

function method({ starts, edits, patience }: Extent): string[] {
  const seconds = patience / 1000;
  return [
    'All documents hold the same made-up news, written in each language at equal bytes from a fixed seed; all but YAML, Markdown and Dockerfile on one line.',
    'Each server runs as a process of its own on the same Node, over standard input and output, with its checks switched on. It is asked for diagnostics (pull) where it offers that; else the time counts until it pushes them, with the delay that it waits by itself.',
    `An edit is one character at a random place; one in five breaks the syntax, and the next edit takes it back. After 20 edits that do not count, servers take turns of 20 edits, ${edits} in all. Each document is opened ${starts} times in a fresh process.`,
    '*echo* is the least server on vscode-languageserver that keeps a document and reads all of it for a verdict; *empty* only starts.',
    `A server that gives no answer within ${seconds} seconds is left out from there on. A server’s edits at one size end after ${seconds} seconds: a slow one has fewer samples, and is left out of the larger sizes. A hostile text is left out of a size that would take longer than that if the time grew like the text.`,
    'Outline and folds are asked for after an edit, when its verdict is there. Memory is the process’s resident memory at the end.',
    'Markdown’s server leaves parsing to its editor, so its time includes markdown-it in the bench’s own process.',
    'Activation is loading the client’s bundle and calling `activate`, with a `vscode` module that knows every call and does nothing.',
    'A check is a call of the command line, from the start of its process to its end. *read* is a Node program that reads the same files, one after another, and does nothing else; xmllint has the same content as XML. They take turns, and a ratio is the median of the ratios of all turns. Memory is the most that the process held. Files are in the system’s cache.',
    'The index’s memory is the resident memory of the server when it has read a folder, an article a file.',
    'Tokenization is `tokenizeLine2` of vscode-textmate with the grammar files of VS Code, on one line (line ends as spaces).',
  ];
}

const LIMITS = [
  'An edit costs what its article costs: one article of many megabytes is read anew at each edit.',
  'VS Code itself stops colouring, wrapping and folding above 20 MB or 300,000 lines, and gives files over 50 MB to no extension.',
  'The outline grows with the number of articles, for all of it goes over the wire each time.',
  'Nothing but markers without order takes the command line 2 s and 70 MB for each megabyte: 40 MB were through in 79 s, 100 MB not in ten minutes.',
  'TOML has no peer: the language server is left out of @taplo/cli’s build for npm.',
];

/** The growth of each hostile text's time, over the sizes that were done in time. */
function exponents(measurements: readonly Measurement[]): string[][] {
  const rows = measurements.filter(({ what, samples }) => what.startsWith('hostile') && samples.length > 0);
  const names = [...new Set(rows.map(({ subject }) => subject))];
  return names.map((name) => {
    const points = rows
      .filter(({ subject }) => subject === name)
      .map(({ bytes, samples }) => [bytes, median(samples)] as const);
    return [name, points.length > 1 ? figure(growth(points)) : '–'];
  });
}
