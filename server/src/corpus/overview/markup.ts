/** Sections of an overview as HTML, for a script that knows what its buttons do. */
import * as l10n from '@vscode/l10n';
import { drawn } from '../charts/drawing';
import type { Section } from '../charts/sections';
import { type Cell, shownCell, type Table } from '../charts/table';
import { escaped } from '../text/markup';
import type { TimeSection } from './byTime';
import type { SoughtSection } from './nearTexts';
import type { TimeUnit } from './units';

const UNITS: Readonly<Record<TimeUnit, () => string>> = {
  day: () => l10n.t('Day'),
  week: () => l10n.t('Week'),
  month: () => l10n.t('Month'),
  year: () => l10n.t('Year'),
};

/** The content of a section: heading, sentence, chart, table, and buttons to copy and save. */
export function sectionMarkup(section: Section | TimeSection | SoughtSection): string {
  const { title, sentence, chart, table } = section;
  const copy = button('copy', l10n.t('Copy as CSV: {0}', title), l10n.t('Copy as CSV'));
  const save = chart ? button('save', l10n.t('Save: {0}', title), l10n.t('Save…')) : '';
  const actions = table.rows.length === 0 ? '' : `<div class="actions">${copy}${save}</div>`;
  const seek = 'seek' in section ? `<p>${button('seek', section.seek, section.seek)}</p>` : '';
  const head = `<header><h2>${escaped(title)}</h2>${actions}</header><p>${escaped(sentence)}</p>${seek}`;
  if (!chart) return head + (table.rows.length > 12 ? folded(title, table) : shown(title, table));
  const scene = `<div class="chart" data-form="${chart.form}">${drawn(chart, 'buttons').svg}</div>`;
  return `${head}${'units' in section ? unitButtons(section) : ''}${scene}${folded(title, table)}`;
}

function unitButtons({ unit, units }: TimeSection): string {
  const all = units.map(
    (each) =>
      `<button type="button" data-unit="${each}" aria-pressed="${each === unit}">${escaped(UNITS[each]())}</button>`,
  );
  return `<div class="units" role="group" aria-label="${escaped(l10n.t('Unit of time'))}">${all.join('')}</div>`;
}

function button(act: string, name: string, label: string): string {
  return `<button type="button" data-act="${act}" aria-label="${escaped(name)}">${escaped(label)}</button>`;
}

function folded(title: string, table: Table): string {
  return `<details><summary>${escaped(l10n.t('Table'))}</summary>${shown(title, table)}</details>`;
}

function shown(title: string, { head, rows, pairs }: Table): string {
  if (rows.length === 0) return '';
  const labels = [...head.map(({ label }) => label), ...(pairs ? [l10n.t('differences')] : [])];
  const cells = labels.map((label) => `<th scope="col">${escaped(label)}</th>`);
  const lines = rows.map((row, at) => `<tr>${row.map(shownInRow).join('')}${compareButton(pairs?.[at], at)}</tr>`);
  return `<div class="table"><table aria-label="${escaped(title)}"><thead><tr>${cells.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function compareButton(pair: number | undefined, at: number): string {
  if (pair === undefined) return '';
  const name = escaped(l10n.t('Compare: pair {0}', at + 1));
  return `<td><button type="button" data-pair="${pair}" aria-label="${name}">${escaped(l10n.t('Compare'))}</button></td>`;
}

function shownInRow(cell: Cell): string {
  const content = escaped(shownCell(cell));
  const isFigure = typeof (typeof cell === 'object' ? cell.text : cell) === 'number';
  return `<td${isFigure ? ' class="figure"' : ''}>${linked(cell, content)}</td>`;
}

function linked(cell: Cell, content: string): string {
  if (typeof cell !== 'object') return content;
  const { name, where, place } = cell;
  const label = name === undefined ? '' : ` aria-label="${escaped(name)}"`;
  const target = place
    ? `data-uri="${escaped(place.uri)}" data-line="${place.position.line}" data-character="${place.position.character}"`
    : `data-where="${escaped(where ?? '')}"`;
  return `<button type="button" class="link"${label} ${target}>${content}</button>`;
}
