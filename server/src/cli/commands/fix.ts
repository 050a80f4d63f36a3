/** `article-format fix`: mends what can be mended. */
import { fixText } from '../../corpus/fixes';
import { type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FixOptions extends Omit<RewriteOptions, 'command' | 'mode'> {
  readonly suggested?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
}

/** Each edit is guarded by `isFaithful`: a value that no fix names is the same before and after. */
export function fix(paths: readonly string[], { suggested, dryRun, diff, ...options }: FixOptions): Promise<void> {
  const mode = diff ? 'diff' : dryRun ? 'list' : 'write';
  const tier = suggested ? 'suggested' : 'safe';
  return rewrite(paths, { ...options, command: 'fix', mode }, (text, terms) => fixText(text, terms, tier));
}
