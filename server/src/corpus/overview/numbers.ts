/** The numbers of the articles in order, and what is missing between them. */
import type { Bar } from '../charts/chart';
import type { Section } from '../charts/sections';
import { counted, plural } from '../counted';
import type { Collected } from './collected';

/** A chart has at most so many bars. */
const MOST_BARS = 60;

/** So many gaps are listed, the largest ones. */
const MOST_GAPS = 200;

/** Longer numbers are not computed exactly. */
const MOST_DIGITS = 15;

/** If a smaller share of the numbers from the first to the last is used, they are no numbering. */
const NUMBERING = 0.5;

interface Numbers {
  /** In order, each once, and how many articles have it. */
  readonly values: readonly number[];
  readonly counts: readonly number[];
  /** Articles with another number, or without one. */
  readonly others: number;
}

function numbersIn({ byNumber, stats }: Pick<Collected, 'byNumber' | 'stats'>): Numbers {
  const counts = new Map<number, number>();
  let inDigits = 0;
  for (const [number, members] of byNumber) {
    if (!/^\d+$/.test(number) || number.length > MOST_DIGITS) continue;
    counts.set(Number(number), (counts.get(Number(number)) ?? 0) + members.length);
    inDigits += members.length;
  }
  const values = [...Float64Array.from(counts.keys()).sort()];
  return { values, counts: values.map((value) => counts.get(value) ?? 0), others: stats.articles - inDigits };
}

/** The articles by their numbers, and the gaps between these. */
export function byNumbers(collected: Pick<Collected, 'byNumber' | 'stats'>): readonly Section[] {
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
  const range =
    values.length === 0 ? 'No article has a number in digits.' : `The numbers run from ${first} to ${last}.`;
  const without =
    others === 0 || values.length === 0
      ? ''
      : ` ${plural(others, 'article')} without a number in digits ${others === 1 ? 'is' : 'are'} not shown.`;
  return {
    id: 'numbers',
    title: 'Articles by number',
    sentence: range + without,
    chart:
      values.length === 0
        ? undefined
        : { form: 'columns', title: 'Articles by number', noun: 'article', bars, shadesGaps: true },
    table: {
      head: ['from', 'to', 'articles', 'numbers used'],
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

function gapsIn({ values }: Numbers): Section {
  const gaps: { readonly from: number; readonly to: number }[] = [];
  for (const [index, value] of values.entries()) {
    const next = values[index + 1];
    if (next !== undefined && next > value + 1) gaps.push({ from: value + 1, to: next - 1 });
  }
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const isNumbering = values.length / Math.max(1, values.length + missing) >= NUMBERING;
  const listed = [...gaps].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from).slice(0, MOST_GAPS);
  const share = isNumbering
    ? ''
    : ` Only ${plural(values.length, 'number')} of ${counted(values.length + missing)} are used, so gaps may mean nothing.`;
  const cut = gaps.length > MOST_GAPS ? ` The ${MOST_GAPS} largest are listed.` : '';
  return {
    id: 'gaps',
    title: 'Gaps in the numbers',
    sentence:
      gaps.length === 0
        ? 'No number is missing between the first and the last.'
        : `${plural(missing, 'number')} ${missing === 1 ? 'is' : 'are'} missing, in ${plural(gaps.length, 'gap')}; a gap leads to the articles beside it.${share}${cut}`,
    chart: undefined,
    table: {
      head: ['from', 'to', 'missing'],
      rows: listed.map(({ from, to }) => [
        { text: String(from), where: whereFrom(from - 1, to + 1) },
        String(to),
        to - from + 1,
      ]),
    },
  };
}
