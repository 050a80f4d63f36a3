/** Draws charts as SVG that needs no script, no font and nothing from outside. */
import { counted, plural } from '../../core/language';
import type { Severity } from '../../core/rules';
import { escaped } from '../text/markup';
import type { Bar, Chart, Counted } from './chart';

/** In units of the chart, which are pixels at its natural size. */
export const WIDTH = 720;
const HEIGHT = 240;
const MARGIN = { top: 16, right: 8, bottom: 34, left: 64 };

/** So much room a character of a label takes, and the space between two labels. */
const CHARACTER = 6.6;
const SPACE = 8;

/** A bar on which a person can point is at least as wide. */
const NARROWEST = 4;

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
  const least = drawing === 'buttons' ? bars.length * NARROWEST : 0;
  const inner = {
    width: Math.max(WIDTH - MARGIN.left - MARGIN.right, least),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const width = inner.width + MARGIN.left + MARGIN.right;
  const largest = roundedUp(bars.reduce((most, { value }) => Math.max(most, value), 1));
  const step = inner.width / Math.max(1, bars.length);
  const bottom = MARGIN.top + inner.height;
  const marks = bars.map((bar, index) => {
    const x = MARGIN.left + index * step;
    const place = { x, y: MARGIN.top, width: step, height: inner.height };
    if (bar.value === 0) return mark(chart, drawing, index, place, shadesGaps ? [rect('gap', place)] : []);
    const height = (bar.value / largest) * inner.height;
    const shown = { x, y: bottom - height, width: Math.max(0.5, step * 0.85), height };
    return mark(chart, drawing, index, place, [rect('bar', shown)]);
  });
  const names = bars.map(({ label, short = label }) => short);
  const room = names.reduce((most, { length }) => Math.max(most, length), 0) * CHARACTER + SPACE;
  const every = Math.ceil((bars.length * room) / inner.width);
  const labels = names.map((name, index) =>
    index % every === 0 ? text(MARGIN.left + index * step + step / 2, bottom + 16, name, 'middle') : '',
  );
  const ticks = [0, largest / 2, largest].map((value) => {
    const y = bottom - (value / largest) * inner.height;
    return `<line class="grid" x1="${MARGIN.left}" x2="${n(width - MARGIN.right)}" y1="${n(y)}" y2="${n(y)}"/>${text(MARGIN.left - 6, y + 4, counted(value), 'end')}`;
  });
  return svg(chart, drawing, { width, height: HEIGHT }, [hidden(ticks, drawing), ...marks, hidden(labels, drawing)]);
}

const ROW = 24;
const NAMES = 190;
const FIGURES = 70;

function rows(chart: Chart, drawing: Drawing): Drawn {
  const { bars } = chart;
  const largest = bars.reduce((most, { value }) => Math.max(most, value), 1);
  const most = WIDTH - NAMES - FIGURES;
  const marks = bars.map(({ value, parts = [{ name: undefined, value }] }, index) => {
    const y = index * ROW;
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
    const middle = index * ROW + ROW / 2 + 4;
    return [
      text(NAMES - 8, middle, label, 'end'),
      text(NAMES + (value / largest) * most + 6, middle, counted(value), 'start'),
    ];
  });
  const height = Math.max(ROW, bars.length * ROW);
  return svg(chart, drawing, { width: WIDTH, height }, [hidden(texts, drawing), ...marks]);
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

/** The next number from 2 on that is a round one, and half of which is whole. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = (power > 1 ? [1, 2, 4, 6, 8] : [2, 4, 6, 8]).find((each) => each * power >= value) ?? 10;
  return factor * power;
}
