/** `article-format fix`: fixes what can be fixed safely, and on request what is suggested. */
import { fixText } from '../../corpus/fixes';
import { fixRecords } from '../writing/fixRecords';
import { type Change, type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FixOptions extends Omit<RewriteOptions, 'command' | 'mode'> {
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
  const change: Change = (text, terms) => fixText(text, terms, suggested ? 'suggested' : 'safe');
  if (records) return fixRecords(paths, options, change);
  const mode = diff ? 'diff' : dryRun ? 'list' : 'write';
  return rewrite(paths, { ...options, command: 'fix', mode }, change);
}
