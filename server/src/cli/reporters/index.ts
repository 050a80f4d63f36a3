/** The forms of the report of `check`. */
import type { REPORT_FORMS } from '../choices';
import { github } from './github';
import { jsonl } from './jsonl';
import { pretty } from './pretty';
import type { MakeReporter } from './reporter';
import { sarif } from './sarif';

export type { Fault, MakeReporter, Reporter, Totals } from './reporter';

export const REPORTERS: Readonly<Record<(typeof REPORT_FORMS)[number], MakeReporter>> = {
  pretty,
  jsonl,
  sarif,
  github,
};
