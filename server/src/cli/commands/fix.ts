/** `article-format fix`: fixes what can be fixed safely, and on request what is suggested. */
import type { Wish } from '../writing/changes';
import { fixRecords } from '../writing/fixRecords';
import { type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FixOptions extends Omit<RewriteOptions, 'mode'> {
  readonly records?: boolean;
  readonly suggested?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
}

/** Each fix is guarded by `isFaithful`: it changes no value that it does not name. */
export function fix(
  paths: readonly string[],
  { records, suggested, dryRun, diff, ...options }: FixOptions,
): Promise<void> {
  const wish: Wish = { command: 'fix', tier: suggested ? 'suggested' : 'safe' };
  if (records) return fixRecords(paths, options, wish);
  return rewrite(paths, { ...options, mode: diff ? 'diff' : dryRun ? 'list' : 'write' }, wish);
}
