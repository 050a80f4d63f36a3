/** What the options of the commands may be. Apart from the commands, which are loaded only when they are called. */

/** The severities, the worst first, and what never comes. */
export const FAIL_ON = ['error', 'warning', 'information', 'hint', 'never'] as const;

/** Forms of the report of `check`; each is a file in reporters/. */
export const REPORT_FORMS = ['pretty', 'jsonl', 'sarif', 'github'] as const;

/** Forms of the table of `export`. */
export const EXPORT_FORMS = ['jsonl', 'csv', 'parquet'] as const;

export type ExportForm = (typeof EXPORT_FORMS)[number];
