/** The numbers of the articles in order, and what is missing between them. */
import * as l10n from '@vscode/l10n';
import { counted, plural } from '../../core/language';
import type { Bar } from '../charts/chart';
import { HEADING } from '../charts/headings';
import type { Section } from '../charts/sections';
import type { Collected } from './collected';

/** A chart has at most so many bars. */
const MOST_BARS = 60;

/** So many gaps are listed, the largest ones. */
const MOST_GAPS = 200;

/** If a smaller share of the numbers from the first to the last is used, they are no numbering. */
const NUMBERING = 0.5;

interface Numbers {
  /** In order, each once, and how many articles have it. */
  readonly values: readonly number[];
  readonly counts: readonly number[];
  /** Articles with another number, or without one. */
  readonly others: number;
}

function numbersIn({ numbers, stats }: Pick<Collected, 'numbers' | 'stats'>): Numbers {
  const [values, counts]: [number[], number[]] = [[], []];
  for (const number of numbers) {
    if (number === values.at(-1)) counts.push((counts.pop() ?? 0) + 1);
    else counts[values.push(number) - 1] = 1;
  }
  return { values, counts, others: stats.articles - numbers.length };
}

/** The articles by their numbers, and the gaps between these. */
export function byNumbers(collected: Pick<Collected, 'numbers' | 'stats'>): readonly Section[] {
  const numbers = numbersIn(collected);
  return [inOrder(numbers), gapsIn(numbers)];
}

function inOrder({ values, counts, others }: Numbers): Section {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const width = widthOf(first, last);
  const from = first - (first % width);
  const bars: (Bar & { readonly used: number; readonly from: number; readonly to: number })[] = [];
  for (let start = from, at = 0; values.length > 0 && start <= last; start += width) {
    let [value, used] = [0, 0];
    for (; at < values.length && (values[at] as number) < start + width; at++, used++) value += counts[at] as number;
    const bar = { from: start, to: start + width - 1, value, used };
    const label = width === 1 ? String(start) : `${start}–${bar.to}`;
    bars.push({ ...bar, label, short: String(start), where: whereFrom(bar.from, bar.to) });
  }
  const title = l10n.t('Articles by number');
  const without = () =>
    plural(
      others,
      '{0} article without a number in digits is not shown.',
      '{0} articles without a number in digits are not shown.',
    );
  const sentences =
    values.length === 0
      ? [l10n.t('No article has a number in digits.')]
      : [l10n.t('The numbers run from {0} to {1}.', first, last), ...(others > 0 ? [without()] : [])];
  return {
    id: 'numbers',
    title,
    sentence: sentences.join(' '),
    chart: values.length === 0 ? undefined : { form: 'columns', title, counts: 'articles', bars, shadesGaps: true },
    table: {
      head: [HEADING.from, HEADING.to, HEADING.articles, HEADING.used],
      rows: bars.map(({ from: start, to, value, used, where = '' }) => [
        { text: String(start), where },
        String(to),
        value,
        used,
      ]),
    },
  };
}

/** A round width, so that there are not too many bars. */
function widthOf(first: number, last: number): number {
  const least = (last - first + 1) / (MOST_BARS - 1);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
}

function whereFrom(from: number, to: number): string {
  return from === to ? `number = ${from}` : `number >= ${from} && number <= ${to}`;
}

function missingIn(missing: number, gaps: number): string {
  return gaps === 0
    ? l10n.t('No number is missing between the first and the last.')
    : plural(
        missing,
        '{0} number is missing, in {1}.',
        '{0} numbers are missing, in {1}.',
        plural(gaps, '{0} gap', '{0} gaps'),
      );
}

function gapsIn({ values }: Numbers): Section {
  const gaps: { readonly from: number; readonly to: number }[] = [];
  for (const [index, value] of values.entries()) {
    const next = values[index + 1];
    if (next !== undefined && next > value + 1) gaps.push({ from: value + 1, to: next - 1 });
  }
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const isNumbering = values.length / Math.max(1, values.length + missing) >= NUMBERING;
  const listed = [...gaps].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from).slice(0, MOST_GAPS);
  const few = () =>
    plural(
      values.length,
      'Only {0} number of {1} is used, so gaps may mean nothing.',
      'Only {0} numbers of {1} are used, so gaps may mean nothing.',
      counted(values.length + missing),
    );
  const sentences = [
    missingIn(missing, gaps.length),
    ...(gaps.length === 0 || isNumbering ? [] : [few()]),
    ...(gaps.length > MOST_GAPS ? [l10n.t('The {0} largest are listed.', MOST_GAPS)] : []),
  ];
  return {
    id: 'gaps',
    title: l10n.t('Gaps in the numbers'),
    sentence: sentences.join(' '),
    chart: undefined,
    table: {
      head: [HEADING.from, HEADING.to, HEADING.missing],
      rows: listed.map(({ from, to }) => [
        { text: String(from), where: whereFrom(from - 1, to + 1) },
        String(to),
        to - from + 1,
      ]),
    },
  };
}
