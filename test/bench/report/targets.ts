/** The targets of the server, as ratios within one run, and whether they were met. */
import { growth, type Measurement, median, quantile } from '../measurement';
import { figure } from './tables';

export interface Target {
  readonly what: string;
  /** Such as `≤ 1.3 ×`. */
  readonly wanted: string;
  readonly reached: string;
  readonly met: boolean;
}

const OURS = 'article';
const COMMAND = 'article-format lsp';
const EDIT = 'edit → verdict';
const BIG = 128_000_000;
const MANY = 'check of 4,000 files';
const ONE = 'check of one file';
const SAME = 'check of the same 16 times';
const STREAM = 'check of standard input';
const BUSY = 'edit → verdict while a folder is checked';
const REST = 'edit → verdict at rest';
const BESIDE = 'edit → verdict with a file of 40 MB open';
const START = 'cold start';
const FIRST = 'cold start → first verdict';
const INDEX = 'memory with a folder of 100,000 articles';
const [SMALL, MIDDLE, LARGE, HUGE] = [25_000, 1_000_000, 10_000_000, 40_000_000] as const;

/** The targets for which this run has all figures. */
export function targets(measurements: readonly Measurement[]): Target[] {
  const found = (what: string, subject: string, bytes: number) =>
    measurements.find(
      (each) => each.what === what && each.subject === subject && each.bytes === bytes && each.samples.length > 0,
    )?.samples;
  const p50 = (what: string, subject: string, bytes: number) => median(found(what, subject, bytes) ?? []);
  const p95 = (what: string, subject: string, bytes: number) => quantile(found(what, subject, bytes) ?? [], 0.95);
  /** The smallest median except ours and those of the floors; NaN if no peer finished. */
  const best = (what: string, bytes: number) => {
    const medians = measurements
      .filter((each) => each.what === what && each.bytes === bytes && each.samples.length > 0)
      .filter(({ subject }) => ![OURS, 'echo', 'empty'].includes(subject))
      .map(({ samples }) => median(samples));
    return medians.length > 0 ? Math.min(...medians) : Number.NaN;
  };
  /** The median of the ratios of two commands that took turns. */
  const paired = (what: string, bytes: number, other: string) => {
    const others = found(what, other, bytes) ?? [];
    return median((found(what, OURS, bytes) ?? []).map((time, index) => time / (others[index] ?? Number.NaN)));
  };
  const ours = (bytes: number) => p50(EDIT, OURS, bytes);
  const line = 'tokenization of one line';
  const exponent = growth([SMALL, MIDDLE, LARGE, HUGE].map((bytes) => [bytes, ours(bytes)]));
  const all = [
    atMost('edit → verdict at 25 kB, against the echo server', 1.3, ours(SMALL) / p50(EDIT, 'echo', SMALL)),
    atMost('edit → verdict at 25 kB, against the JSON server', 1, ours(SMALL) / p50(EDIT, 'json', SMALL)),
    atLeast('the fastest peer’s edit → verdict at 1 MB, against ours', 5, best(EDIT, MIDDLE) / ours(MIDDLE)),
    atLeast('the fastest peer’s edit → verdict at 10 MB, against ours', 40, best(EDIT, LARGE) / ours(LARGE)),
    atMost('edit → verdict at 10 MB, against 25 kB', 2, ours(LARGE) / ours(SMALL)),
    atMost('edit → verdict at 10 MB, p95 against p50', 4, p95(EDIT, OURS, LARGE) / ours(LARGE)),
    atMost('edit → verdict at 40 MB, against 10 MB', 2, ours(HUGE) / ours(LARGE)),
    atMost('growth of edit → verdict from 25 kB to 40 MB, exponent', 0.15, exponent),
    atMost(
      'open → verdict at 10 MB, against the fastest peer',
      0.7,
      p50('open → verdict', OURS, LARGE) / best('open → verdict', LARGE),
    ),
    atMost(
      'outline of 10 MB after an edit, against the JSON server',
      0.2,
      p50('outline after an edit', OURS, LARGE) / p50('outline after an edit', 'json', LARGE),
    ),
    atMost('memory at 10 MB, against the leanest peer', 1, p50('memory', OURS, LARGE) / best('memory', LARGE)),
    atMost(
      'one line of 100 kB, against the fastest built-in grammar',
      1,
      p50(line, OURS, 100_000) / best(line, 100_000),
    ),
    atMost(`${MANY}, against a program that only reads them`, 1.3, paired(MANY, 0, 'read')),
    atMost(`${ONE}, against a program that reads it and looks for the markers`, 1.5, paired(ONE, BIG, 'markers')),
    atMost(`${ONE}, against xmllint`, 1, paired(ONE, BIG, 'xmllint')),
    atMost(`${SAME}, against a program that reads it and looks for the markers`, 4, paired(SAME, BIG, 'markers')),
    atMost(`${STREAM}, against the same as a file`, 1.2, paired(STREAM, BIG, 'file')),
    ...[ONE, STREAM].map((what) =>
      atMost(`memory of a ${what}, with one worker, in MB`, 200, p50(`memory of a ${what}`, OURS, BIG)),
    ),
    atMost(`${BUSY}, against a server at rest`, 2, p50(BUSY, OURS, SMALL) / p50(REST, OURS, SMALL)),
    atMost(`the slowest ${BUSY}, in ms`, 50, Math.max(...(found(BUSY, OURS, SMALL) ?? [Number.NaN]))),
    atMost(`${INDEX}, in MB above the empty server`, 150, p50(INDEX, OURS, 0) - p50(INDEX, 'empty', 0)),
    atMost(`${BESIDE}, against a server at rest`, 2, p50(BESIDE, OURS, SMALL) / p50(REST, OURS, SMALL)),
    atMost(`${START}, against the empty server`, 1.2, p50(START, OURS, 0) / p50(START, 'empty', 0)),
    atMost(
      `${START} of the command’s server, against the empty server`,
      1.5,
      p50(START, COMMAND, 0) / p50(START, 'empty', 0),
    ),
    atMost(`${FIRST} on 25 kB, against the JSON server`, 1, p50(FIRST, OURS, SMALL) / p50(FIRST, 'json', SMALL)),
  ];
  return all.filter(({ value }) => Number.isFinite(value)).map(({ target }) => target);
}

function atMost(what: string, limit: number, value: number) {
  return { value, target: { what, wanted: `≤ ${limit}`, reached: figure(value), met: value <= limit } };
}

function atLeast(what: string, limit: number, value: number) {
  return { value, target: { what, wanted: `≥ ${limit}`, reached: figure(value), met: value >= limit } };
}
