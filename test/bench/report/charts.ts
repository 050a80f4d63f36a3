/** A chart of medians over sizes, both logarithmic, as SVG that is readable on light and dark pages. */
import type { Measurement } from '../measurement';
import { median } from '../measurement';
import { sizeName } from './tables';

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 60;
const RIGHT = 110;
const TOP = 40;
const BOTTOM = 40;

/** Colours that do not depend on telling red from green. Ours is the first, with a thicker line. */
const COLOURS = ['#0969da', '#8c959f', '#bc4c00', '#8250df', '#bf8700', '#1b7c83', '#a40e6c', '#57606a'];

interface Series {
  readonly name: string;
  readonly points: readonly (readonly [bytes: number, value: number])[];
}

/** The chart of one measurement; our own subject comes first. */
export function chart(what: string, measurements: readonly Measurement[], ours: string): string {
  const rows = measurements.filter((each) => each.what === what && each.samples.length > 0);
  const names = [...new Set(rows.map(({ subject }) => subject))].sort(
    (a, b) => Number(b === ours) - Number(a === ours),
  );
  const series = names.map((name) => ({
    name,
    points: rows
      .filter(({ subject }) => subject === name)
      .map(({ bytes, samples }) => [bytes, median(samples)] as const),
  }));
  return draw(`${what} (${rows[0]?.unit}, median)`, series);
}

function draw(title: string, series: readonly Series[]): string {
  const points = series.flatMap((each) => each.points);
  const x = scale(
    points.map(([bytes]) => bytes),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const sizes = [...new Set(points.map(([bytes]) => bytes))];
  const parts = [
    text(LEFT, 22, title, 'font-weight="bold"'),
    ...sizes.map((bytes) => text(x(bytes), HEIGHT - 16, sizeName(bytes), 'text-anchor="middle"')),
    ...powersOfTen(points.map(([, value]) => value)).flatMap((value) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#8c959f" stroke-opacity="0.3"/>`,
      text(LEFT - 8, y(value) + 4, value.toLocaleString('en-US'), 'text-anchor="end"'),
    ]),
    ...series.flatMap(({ name, points: own }, index) => {
      const colour = COLOURS[index % COLOURS.length];
      const line = own.map(([bytes, value]) => `${round(x(bytes))},${round(y(value))}`).join(' ');
      const [bytes, value] = own.at(-1) as readonly [number, number];
      return [
        `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="${index === 0 ? 4 : 2}"/>`,
        ...own.map(([at, cost]) => `<circle cx="${round(x(at))}" cy="${round(y(cost))}" r="3" fill="${colour}"/>`),
        `<text x="${round(x(bytes) + 8)}" y="${round(y(value) + 4)}" fill="${colour}" font-size="13">${name}</text>`,
      ];
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** Maps values by their logarithms to a range. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const logs = values.map(Math.log10);
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  return (value) => from + ((Math.log10(value) - least) / (most - least || 1)) * (to - from);
}

function powersOfTen(values: readonly number[]): number[] {
  const first = Math.ceil(Math.log10(Math.min(...values)));
  const last = Math.floor(Math.log10(Math.max(...values)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index));
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="#24292f" font-size="13" ${attributes}>${content}</text>`;
}

function round(value: number): string {
  return value.toFixed(1);
}
