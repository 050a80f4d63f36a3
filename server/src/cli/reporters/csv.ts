import { csvLine } from '../../corpus/tables/tableText';
import type { MakeReporter } from './reporter';

const COLUMNS = ['file', 'line', 'column', 'severity', 'rule', 'article', 'index', 'message', 'fix'];

const HEAD = csvLine(COLUMNS);

/** Whether a text begins like such a report, and nobody has added a column. */
export function isTable(text: string): boolean {
  return text.startsWith(HEAD);
}

/** For spreadsheets: CSV as in RFC 4180, with a row for each finding. Lines and columns count from 1. */
export const csv: MakeReporter = (write) => {
  write(HEAD);
  return {
    finding({ file, range: { start }, severity, code, article, message, fix }) {
      const place = [start.line + 1, start.character + 1];
      // A file's name and an article's number may look like formulas.
      write(
        csvLine([file, ...place, severity, code, article?.number ?? null, article?.index ?? null, message, fix], true),
      );
    },
    end() {},
  };
};
