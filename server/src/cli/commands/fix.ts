/** `article-format fix`: fixes what can be fixed safely, and on request what is suggested. */
import { dateReader } from '../settings/dateFormat';
import type { Wish } from '../writing/changes';
import { fixRecords } from '../writing/fixRecords';
import { type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FixOptions extends Omit<RewriteOptions, 'mode'> {
  readonly records?: boolean;
  readonly suggested?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  /** As `readerOf` reads it. */
  readonly dateFormat?: string;
}

/** Each fix is guarded by `isFaithful`: it changes no value that it does not name. Throws a UsageError. */
export async function fix(
  paths: readonly string[],
  { records, suggested, dryRun, diff, dateFormat, ...options }: FixOptions,
): Promise<void> {
  dateReader(dateFormat); // Refuses a bad form before anything is read.
  const wish: Wish = { command: 'fix', tier: suggested ? 'suggested' : 'safe', dateFormat };
  if (records) return fixRecords(paths, options, wish);
  return rewrite(paths, { ...options, mode: diff ? 'diff' : dryRun ? 'list' : 'write' }, wish);
}
