/** The forms of the report of `check`. Those that are not for every day are loaded when they are asked for. */
import type { REPORT_FORMS } from '../choices';
import { jsonl } from './jsonl';
import { pretty } from './pretty';
import type { MakeReporter } from './reporter';

export type { Fault, Look, MakeReporter, Reporter, Totals } from './reporter';

export const REPORTERS: Readonly<Record<(typeof REPORT_FORMS)[number], () => Promise<MakeReporter>>> = {
  pretty: async () => pretty,
  jsonl: async () => jsonl,
  sarif: async () => (await import('./sarif')).sarif,
  github: async () => (await import('./github')).github,
  gitlab: async () => (await import('./gitlab')).gitlab,
  junit: async () => (await import('./junit')).junit,
  csv: async () => (await import('./csv')).csv,
};
