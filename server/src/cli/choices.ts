/** The values of options. They are apart from the commands, which are loaded only when they are called. */

/** The severities, the worst first, and `never`. */
export const FAIL_ON = ['error', 'warning', 'information', 'hint', 'never'] as const;

/** The forms of the report of `check`. Each has a file in reporters/. */
export const REPORT_FORMS = ['pretty', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'csv'] as const;

/** The shells that `completion` knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The forms of the list of `list`. */
export const LIST_FORMS = ['table', 'jsonl', 'files'] as const;

/** The largest seed of `sample`: its generator takes 32 bits. */
export const LARGEST_SEED = 2 ** 32 - 1;

/** The forms of the table of `export`. */
export const EXPORT_FORMS = ['jsonl', 'csv', 'parquet'] as const;

export type ExportForm = (typeof EXPORT_FORMS)[number];
