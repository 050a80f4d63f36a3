import * as l10n from '@vscode/l10n';

/** Why a table is not one in Parquet that can be read, as a sentence. `error` is what the reader has thrown. */
export function parquetFault(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t(
    'It is not a Parquet table that can be read: {0}. Write it again, or save the table as CSV or JSON Lines.',
    reason,
  );
}
