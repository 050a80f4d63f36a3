/** `article-format fix`: fixes what can be fixed safely, and on request what is suggested. */
import { fixText } from '../../corpus/fixes';
import { type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FixOptions extends Omit<RewriteOptions, 'command' | 'mode'> {
  readonly suggested?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
}

/** Each fix is guarded by `isFaithful`: it changes no value that it does not name. */
export function fix(paths: readonly string[], { suggested, dryRun, diff, ...options }: FixOptions): Promise<void> {
  const mode = diff ? 'diff' : dryRun ? 'list' : 'write';
  const tier = suggested ? 'suggested' : 'safe';
  return rewrite(paths, { ...options, command: 'fix', mode }, (text, terms) => fixText(text, terms, tier));
}
