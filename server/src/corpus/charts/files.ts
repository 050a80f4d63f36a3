/** A section as a file for a paper: its chart as SVG on a light background, or its table as CSV. */
import { tableText } from '../tables/tableText';
import { escaped } from '../text/markup';
import { drawn, WIDTH } from './drawing';
import type { Section } from './sections';
import { plainCell } from './table';

const MARGIN = 24;
const LINE = 18;

/** So many characters of the sentence fit into a line. */
const LONGEST_LINE = 105;

/** An image without a script. Colours and fonts are attributes, because not every program reads styles. */
export function svgFile({ title, sentence, chart }: Section): string | undefined {
  if (!chart) return undefined;
  const { svg, width, height } = drawn(chart);
  const lines = linesOf(sentence);
  const top = MARGIN + 26 + lines.length * LINE + 8;
  const size = { width: Math.max(WIDTH, width) + 2 * MARGIN, height: top + height + MARGIN };
  const texts = lines.map(
    (line, index) => `<tspan x="${MARGIN}" y="${MARGIN + 26 + (index + 1) * LINE - 6}">${escaped(line)}</tspan>`,
  );
  const placed = coloured(svg).replace('<svg ', `<svg x="${MARGIN}" y="${top}" width="${width}" height="${height}" `);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="Helvetica, Arial, sans-serif" font-size="12" fill="#222222">`,
    `<title>${escaped(title)}</title>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="${MARGIN}" y="${MARGIN + 12}" font-size="18" font-weight="bold">${escaped(title)}</text>`,
    `<text font-size="13">${texts.join('')}</text>`,
    placed,
    '</svg>\n',
  ].join('\n');
}

/** Colours that are told apart in print and by people who see few colours. */
const COLOURS: Readonly<Record<string, string>> = {
  'class="bar"': 'fill="#1f5fa8"',
  'class="bar error"': 'fill="#a4262c"',
  'class="bar warning"': 'fill="#d98200"',
  'class="bar information"': 'fill="#1f5fa8"',
  'class="bar hint"': 'fill="#8a8a8a"',
  'class="gap"': 'fill="#f2d9cf"',
  'class="grid"': 'stroke="#cccccc"',
};

function coloured(svg: string): string {
  return svg.replace(/class="[^"]*"/g, (name) => COLOURS[name] ?? '');
}

/** A text in lines of whole words. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The table, for programs and spreadsheets: numbers are plain, and values that would run as formulas get an apostrophe. */
export function csvFile({ table: { head, rows } }: Section): string {
  const text = tableText('csv', { names: head.map(({ name }) => name) }, { guardFormulas: true });
  const lines = rows.map((row) =>
    text.line(Object.fromEntries(head.map(({ name }, at) => [name, plainCell(row[at] ?? '')]))),
  );
  return text.head + lines.join('');
}
