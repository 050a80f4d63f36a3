/** docs/PERFORMANCE.md and its charts, written from a full run. */

import { SHARES } from '../corpora/records';
import { growth, type Measurement, median } from '../measurement';
import type { Extent } from '../suites/suite';
import { chart } from './charts';
import { figure, row, tables } from './tables';
import { targets } from './targets';

/** What each chart shows, by the name of its file in docs/images. */
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

/** The files of the report, by their path relative to docs/. */
export function report({ extent, date, machine, measurements }: Run): Map<string, string> {
  const files = new Map<string, string>();
  for (const [file, what] of Object.entries(CHARTS)) files.set(`images/${file}`, chart(what, measurements, 'article'));
  const pictures = Object.entries(CHARTS).map(([file, what]) => `![${what}](images/${file})`);
  files.set(
    'PERFORMANCE.md',
    [
      '# Performance',
      '',
      'Written by `npm run bench` (test/bench/), which measures the language server and the command line and compares them with others in the same run. Do not',
      'edit this page; run the bench again.',
      '',
      '## Method',
      '',
      ...method(extent).map((sentence) => `- ${sentence}`),
      '',
      '## Machine',
      '',
      `${machine}; ${date.slice(0, 10)}. Other work shared the cores of this machine: milliseconds differ from run to run by`,
      'a factor of two and more, and the largest samples say more about the machine than about a server. Look at the ratios within',
      'the run, because the servers took turns.',
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
    'All documents contain the same invented news, generated from a fixed seed, in each language with the same number of bytes; all except YAML, Markdown and Dockerfile are on one line.',
    'Each server runs in its own process on the same Node, over standard input and output, with its checks switched on. It is asked for diagnostics (pull) if it offers that; otherwise the time runs until it pushes them, including its own delay.',
    `An edit is one character at a random place; one in five breaks the syntax, and the next edit undoes that. After 20 edits that do not count, the servers take turns of 20 edits, ${edits} in all. Each document is opened ${starts} times in a fresh process that already answers requests; *cold start → first verdict* is what a first document takes with all that is loaded.`,
    '*echo* is the smallest server on vscode-languageserver that keeps a document and reads all of it for a verdict; *empty* only starts.',
    `A server that gives no answer within ${seconds} seconds is left out from then on. A server’s edits at one size end after ${seconds} seconds: a slow server has fewer samples and is left out at larger sizes. A hostile text is left out at a size that would take longer than that if the time grew in proportion to the text.`,
    'Outline and folds are requested after an edit, once its verdict has arrived. Memory is the resident memory of the process at the end.',
    'The Markdown server leaves parsing to the editor, so its time includes markdown-it in the process of the bench.',
    'Activation means loading the client’s bundle and calling `activate`, with a `vscode` module that accepts every call and does nothing.',
    `The records are like those of a real corpus of 3,982 articles: of 10,000, ${shares()}. Half of them have fewer than 1,200 characters, one in 150 has over 10,000. A corpus *without faults* has none of these.`,
    'A check is a call of the command line, from the start of its process to its end. *read* is a Node program that reads the same files as bytes, one after another, and does nothing else; *markers* reads them as text and looks for the eight markers of each article in order; xmllint reads the same content as XML, with `--noout`. *The same 16 times* is one file that contains the same articles 16 times: every one has duplicates. Standard input is a pipe from `cat`. They take turns, and a ratio is the median of the ratios of all turns. Memory is the largest resident memory of the process, ours with one worker (`--jobs 1`). Files are in the system’s cache.',
    'For typing *while a folder is checked*, the server checks 4,000 files of one article and one of 40 MB in the background, and a document of 25 kB is edited 30 ms after each verdict until that is done; *at rest* is the same server after that; then a document of 40 MB is opened beside it.',
    'The index’s memory is the resident memory of the server when it has read a folder with one article per file, for a client that reports changes of files, as VS Code does.',
    'Tokenization is `tokenizeLine2` of vscode-textmate with the grammar files of VS Code, on one line (line ends as spaces).',
  ];
}

/** What records have, as numbers of 10,000. */
function shares(): string {
  const { repeatedText, similarText, emptyTitle, invisibleCharacter } = SHARES;
  const count = (share: number) => Math.round(share * 10_000);
  return `${count(repeatedText)} repeat the text of another one (so that ${count(2 * repeatedText)} have a duplicate), ${count(similarText)} repeat it with one more sentence, ${count(emptyTitle)} have an empty title, and ${count(invisibleCharacter)} an invisible character`;
}

const LIMITS = [
  'An edit costs as much as its article: an article of many megabytes is read again at each edit.',
  'VS Code itself stops colouring, wrapping and folding above 20 MB or 300,000 lines, and does not give extensions files over 50 MB.',
  'The outline grows with the number of articles, because all of it is sent each time.',
  'TOML has no peer, because the npm build of @taplo/cli does not contain the language server.',
];

/** How the time grows with each hostile text, over the sizes that finished in time. */
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
