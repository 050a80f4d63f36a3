/** Medians and ratios as text, one table for each measurement. */
import { type Measurement, median, quantile } from '../measurement';

/** The subject with which all others are compared. */
const OURS = 'article';

/** All tables, in Markdown. */
export function tables(measurements: readonly Measurement[]): string {
  const whats = [...new Set(measurements.map(({ what }) => what))];
  return whats
    .map((what) =>
      table(
        what,
        measurements.filter((each) => each.what === what),
      ),
    )
    .join('\n\n');
}

function table(what: string, rows: readonly Measurement[]): string {
  const header = ['', 'size', 'p50', 'p95', 'max', 'against ours', 'samples'];
  const lines = rows.map((measurement) => cells(measurement, rows));
  return [`### ${what} (${rows[0]?.unit})`, '', row(header), row(header.map(() => '---')), ...lines.map(row)].join(
    '\n',
  );
}

function cells({ subject, bytes, samples, remark }: Measurement, rows: readonly Measurement[]): string[] {
  if (samples.length === 0) return [subject, sizeName(bytes), remark ?? 'not offered', '', '', '', ''];
  const ours = rows.find((other) => other.subject === OURS && other.bytes === bytes && other.samples.length > 0);
  const ratio = ours ? `${figure(median(samples) / median(ours.samples))} ×` : '';
  const figures = [median(samples), quantile(samples, 0.95), Math.max(...samples)].map(figure);
  return [subject, sizeName(bytes), ...figures, ratio, `${samples.length}${remark ? `, ${remark}` : ''}`];
}

/** A row of a table in Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** `25 kB`, `10 MB`; a dash if there is no document. */
export function sizeName(bytes: number): string {
  if (bytes === 0) return '–';
  return bytes < 1_000_000 ? `${bytes / 1000} kB` : `${bytes / 1_000_000} MB`;
}

/** Three digits: a shared machine does not measure more precisely. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
