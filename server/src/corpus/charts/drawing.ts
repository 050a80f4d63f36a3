/** Draws charts as SVG that needs no script, no font and nothing from outside. */
import { counted, plural } from '../../core/language';
import { SEVERITIES, type Severity } from '../../core/rules';
import { escaped } from '../text/markup';
import type { Bar, Chart, Counted } from './chart';
import { HEADING } from './headings';

/** In units of the chart, which are pixels at its natural size. */
export const WIDTH = 720;
const HEIGHT = 240;
const MARGIN = { top: 16, bottom: 34, left: 64 };

/** So much room a character of a label takes, and the space between two labels. */
const CHARACTER = 6.6;
const SPACE = 8;

/** A bar on which a person can point is at least as wide, and one of a single article is at least as high. */
const NARROWEST = 4;
const LOWEST = 3;

/** A picture; or bars that are buttons, for a script, of which one at a time can be reached with the Tab key. */
export type Drawing = 'picture' | 'buttons';

export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function drawn(chart: Chart, drawing: Drawing = 'picture'): Drawn {
  return chart.form === 'columns' ? columns(chart, drawing) : rows(chart, drawing);
}

function columns(chart: Chart, drawing: Drawing): Drawn {
  const { bars, shadesGaps } = chart;
  const names = bars.map(({ label, short = label }) => short);
  const room = roomFor(names);
  const right = room / 2; // The last label is not cut off.
  const least = drawing === 'buttons' ? bars.length * NARROWEST : 0;
  const inner = { width: Math.max(WIDTH - MARGIN.left - right, least), height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const width = inner.width + MARGIN.left + right;
  const ticks = ticksTo(bars.reduce((most, { value }) => Math.max(most, value), 1));
  const largest = ticks.at(-1) as number;
  const step = inner.width / Math.max(1, bars.length);
  const bottom = MARGIN.top + inner.height;
  const heightOf = (value: number) => (value === 0 ? 0 : Math.max(LOWEST, (value / largest) * inner.height));
  const marks = bars.map((bar, index) => {
    const x = MARGIN.left + index * step;
    const place = { x, y: 0, width: step, height: bottom }; // With the figure above the bar.
    const gap = { ...place, y: MARGIN.top, height: inner.height };
    if (bar.value === 0) return mark(chart, drawing, index, place, shadesGaps ? [rect('gap', gap)] : []);
    const height = heightOf(bar.value);
    const shown = { x, y: bottom - height, width: Math.max(0.5, step * 0.85), height };
    return mark(chart, drawing, index, place, [rect('bar', shown)]);
  });
  const every = Math.ceil((bars.length * room) / inner.width);
  const labels = names.map((name, index) =>
    index % every === 0 ? text(MARGIN.left + (index + 0.5) * step, bottom + 16, name, 'middle') : '',
  );
  const hasFigures = step >= roomFor(bars.map(({ value }) => counted(value)));
  const figures = bars.map(({ value }, index) =>
    hasFigures && value > 0
      ? text(MARGIN.left + (index + 0.425) * step, bottom - heightOf(value) - 4, counted(value), 'middle')
      : '',
  );
  const lines = ticks.map((value) => {
    const y = bottom - (value / largest) * inner.height;
    return `<line class="grid" x1="${MARGIN.left}" x2="${n(width - right)}" y1="${n(y)}" y2="${n(y)}"/>${text(MARGIN.left - 6, y + 4, counted(value), 'end')}`;
  });
  const texts = hidden([...labels, ...figures], drawing);
  return svg(chart, drawing, { width, height: HEIGHT }, [hidden(lines, drawing), ...marks, texts]);
}

/** The width of the longest of some labels, with the space beside it. */
function roomFor(labels: readonly string[]): number {
  return labels.reduce((most, { length }) => Math.max(most, length), 0) * CHARACTER + SPACE;
}

const ROW = 24;
const NAMES = 190;
const FIGURES = 70;
const LEGEND = 12;

function rows(chart: Chart, drawing: Drawing): Drawn {
  const { bars } = chart;
  const severities = SEVERITIES.filter((severity) =>
    bars.some(({ parts = [] }) => parts.some(({ name, value }) => name === severity && value > 0)),
  );
  const top = severities.length > 0 ? ROW : 0;
  const largest = bars.reduce((most, { value }) => Math.max(most, value), 1);
  const most = WIDTH - NAMES - FIGURES;
  const marks = bars.map(({ value, parts = [{ name: undefined, value }] }, index) => {
    const y = top + index * ROW;
    let x = NAMES;
    const shown = parts.map((part) => {
      const width = (part.value / largest) * most;
      const box = rect(part.name ? `bar ${part.name}` : 'bar', { x, y: y + 4, width, height: ROW - 8 });
      x += width;
      return box;
    });
    return mark(chart, drawing, index, { x: 0, y, width: WIDTH, height: ROW }, shown);
  });
  const texts = bars.flatMap(({ label, value }, index) => {
    const middle = top + index * ROW + ROW / 2 + 4;
    return [
      text(NAMES - 8, middle, label, 'end'),
      text(NAMES + (value / largest) * most + 6, middle, counted(value), 'start'),
    ];
  });
  const height = top + Math.max(ROW, bars.length * ROW);
  // The texts come last, so that a bar that is pointed at does not cover its own.
  return svg(chart, drawing, { width: WIDTH, height }, [...marks, hidden([...legend(severities), ...texts], drawing)]);
}

/** What the colours of the bars mean. */
function legend(severities: readonly Severity[]): readonly string[] {
  let x = NAMES;
  return severities.map((severity) => {
    const { label } = HEADING[severity];
    const entry = `${rect(`bar ${severity}`, { x, y: 4, width: LEGEND, height: LEGEND })}${text(x + LEGEND + 6, 14, label, 'start')}`;
    x += LEGEND + 6 + roomFor([label]) + SPACE;
    return entry;
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar, with what a pointer on it or a screen reader says. As a button it takes up its whole place. */
function mark(chart: Chart, drawing: Drawing, index: number, place: Box, shown: readonly string[]): string {
  const bar = chart.bars[index] as Bar;
  const name = escaped(nameOf(bar, chart.counts));
  if (drawing === 'picture') return shown.length === 0 ? '' : `<g><title>${name}</title>${shown.join('')}</g>`;
  const days = bar.days ? ` data-first="${bar.days[0]}" data-last="${bar.days[1]}"` : '';
  const where = bar.where === undefined ? '' : ` data-where="${escaped(bar.where)}"`;
  return `<g class="mark" role="button" tabindex="${index === 0 ? 0 : -1}" aria-label="${name}"${where}${days}><title>${name}</title>${rect('hit', place)}${shown.join('')}</g>`;
}

/** A bar in words: `2024-04: 12 articles`, or `stray-text: 3 problems (1 error, 2 warnings)`. */
function nameOf({ label, value, parts }: Bar, counts: Counted): string {
  if (counts === 'articles') return plural(value, '{1}: {0} article', '{1}: {0} articles', label);
  if (!parts) return plural(value, '{1}: {0} problem', '{1}: {0} problems', label);
  const detail = parts.filter((part) => part.value > 0).map((part) => ofSeverity(part.value, part.name));
  return plural(value, '{1}: {0} problem ({2})', '{1}: {0} problems ({2})', label, detail.join(', '));
}

function ofSeverity(count: number, severity: Severity): string {
  switch (severity) {
    case 'error':
      return plural(count, '{0} error', '{0} errors');
    case 'warning':
      return plural(count, '{0} warning', '{0} warnings');
    case 'information':
      return plural(count, '{0} note', '{0} notes');
    case 'hint':
      return plural(count, '{0} hint', '{0} hints');
  }
}

/** What only repeats the names of the buttons is not read aloud. */
function hidden(parts: readonly string[], drawing: Drawing): string {
  return drawing === 'picture' ? parts.join('') : `<g aria-hidden="true">${parts.join('')}</g>`;
}

function svg(
  { title }: Chart,
  drawing: Drawing,
  { width, height }: { readonly width: number; readonly height: number },
  parts: readonly string[],
): Drawn {
  const role = drawing === 'picture' ? 'img' : 'group';
  const size = width > WIDTH ? ` class="wide" width="${n(width)}" height="${height}"` : '';
  const content = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${height}"${size} role="${role}" aria-label="${escaped(title)}">${parts.join('')}</svg>`;
  return { svg: content, width, height };
}

function rect(name: string, { x, y, width, height }: Box): string {
  return `<rect class="${name}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`;
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

/** A length with at most two decimals. */
function n(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** Whole round numbers at equal distances: from 0 to the first one that is not below `most`, six at most. */
function ticksTo(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)));
  const step = ([1, 2, 5].find((factor) => factor * power * 5 >= most) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}
