/** Charts of bars, as SVG that needs no script, no font and nothing from outside. */
import { counted } from '../counted';
import { escaped } from './markup';

export interface Bar {
  readonly label: string;
  /** 0 or more. */
  readonly value: number;
}

export interface BarChart {
  /** For screen readers. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Shade the place of a bar of 0, where something is missing. */
  readonly shadesGaps?: true;
}

/** In units of the chart, which are pixels at its natural size. */
const WIDTH = 720;
const HEIGHT = 240;
const MARGIN = { top: 16, right: 8, bottom: 34, left: 64 };

/** So many labels fit below the bars. */
const MOST_LABELS = 12;

/** Upright bars side by side, such as months. */
export function barChart({ title, bars, shadesGaps }: BarChart): string {
  const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const largest = roundedUp(Math.max(1, ...bars.map(({ value }) => value)));
  const step = inner.width / Math.max(1, bars.length);
  const bottom = MARGIN.top + inner.height;
  const parts = bars.map(({ label, value }, index) => {
    if (value === 0 && !shadesGaps) return '';
    const height = (value / largest) * inner.height;
    const x = MARGIN.left + index * step;
    const box = value > 0 ? { y: bottom - height, height } : { y: MARGIN.top, height: inner.height };
    const width = Math.max(0.5, value > 0 ? step * 0.85 : step);
    return `<rect class="${value > 0 ? 'bar' : 'gap'}" x="${n(x)}" y="${n(box.y)}" width="${n(width)}" height="${n(box.height)}"><title>${escaped(label)}: ${counted(value)}</title></rect>`;
  });
  const every = Math.ceil(bars.length / MOST_LABELS);
  const labels = bars.map(({ label }, index) =>
    index % every === 0 ? text(MARGIN.left + index * step + step / 2, bottom + 16, label, 'middle') : '',
  );
  const ticks = [0, largest / 2, largest].map((value) => {
    const y = bottom - (value / largest) * inner.height;
    return `<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${n(y)}" y2="${n(y)}"/>${text(MARGIN.left - 6, y + 4, counted(value), 'end')}`;
  });
  return svg(title, HEIGHT, [...ticks, ...parts, ...labels]);
}

const ROW = 24;
const NAMES = 190;
const FIGURES = 70;

/** Bars below each other, each with its name before it and its figure after it, such as rules. */
export function rowChart({ title, bars }: BarChart): string {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  const most = WIDTH - NAMES - FIGURES;
  const rows = bars.map(({ label, value }, index) => {
    const y = index * ROW;
    const width = (value / largest) * most;
    const bar = `<rect class="bar" x="${NAMES}" y="${y + 4}" width="${n(width)}" height="${ROW - 8}"><title>${escaped(label)}: ${counted(value)}</title></rect>`;
    const middle = y + ROW / 2 + 4;
    return text(NAMES - 8, middle, label, 'end') + bar + text(NAMES + width + 6, middle, counted(value), 'start');
  });
  return svg(title, Math.max(ROW, bars.length * ROW), rows);
}

function svg(title: string, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${parts.join('')}</svg>`;
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
