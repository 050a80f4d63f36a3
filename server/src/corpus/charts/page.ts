/** A report as one page of HTML: without scripts, and without anything from outside. */

import { escaped } from '../text/markup';
import { drawn } from './drawing';
import type { Section } from './sections';
import { shownCell, type Table } from './table';

/** Whether a text begins like such a page. */
export function isPage(text: string): boolean {
  return text.startsWith(HEAD);
}

/** The page of some sections; `heading` says what they are about. */
export function pageOf(heading: string, sections: readonly Section[]): string {
  return `${HEAD}
<title>${escaped(heading)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
${sections.map(shownSection).join('\n')}
</main>
</body>
</html>
`;
}

const HEAD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">`;

const STYLE = `body { max-width: 46em; margin: 2em auto; padding: 0 1em; background: #fff; color: #222; font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin: 2em 0 0 }
.chart, .table { overflow-x: auto }
svg { display: block; width: 100%; min-width: 560px; font: 12px system-ui, sans-serif }
svg text { fill: #222 } .gap { fill: #f2d9cf } .grid { stroke: #ccc }
.bar, .information { fill: #1f5fa8 } .error { fill: #a4262c } .warning { fill: #d98200 } .hint { fill: #8a8a8a }
table { border-collapse: collapse } th, td { padding: .15em .8em .15em 0; text-align: left; border-bottom: 1px solid #ddd }
td + td { font-variant-numeric: tabular-nums } summary { cursor: pointer }
@media print {
  body { max-width: none; margin: 0; font-size: 11pt } h2, p { break-after: avoid } svg, tr { break-inside: avoid }
  svg { min-width: 0 } summary { display: none } details::details-content { content-visibility: visible; block-size: auto }
}`;

/** A table is shown at once if it is all there is, and otherwise on demand. */
function shownSection({ title, sentence, chart, table }: Section): string {
  const shown = shownTable(title, table);
  const body =
    chart === undefined
      ? shown
      : `<div class="chart" role="group" aria-label="${escaped(title)}" tabindex="0">${drawn(chart).svg}</div>\n<details><summary>Table</summary>${shown}</details>`;
  return `<section>\n<h2>${escaped(title)}</h2>\n<p>${escaped(sentence)}</p>\n${body}\n</section>`;
}

function shownTable(title: string, { head, rows }: Table): string {
  if (rows.length === 0) return '';
  const cells = (row: Table['rows'][number], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(shownCell(cell))}</${tag.split(' ')[0]}>`).join('');
  const lines = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
  const labels = head.map(({ label }) => label);
  return `<div class="table"><table aria-label="${escaped(title)}">\n<tr>${cells(labels, 'th scope="col"')}</tr>\n${lines}\n</table></div>`;
}
