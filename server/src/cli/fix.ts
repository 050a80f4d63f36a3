/** `article-format fix`: mends what can be mended. */
import type { Severities } from '../core/rules';
import { fixText } from '../corpus/fixes';
import { rewrite } from './rewrite';

export interface FixOptions {
  readonly suggested?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly filesFrom?: string;
  readonly articlesOnly?: boolean;
  readonly rule?: Severities;
}

/** Each edit is guarded by `isFaithful`: a value that no fix names is the same before and after. */
export function fix(paths: readonly string[], { suggested, dryRun, diff, ...options }: FixOptions): Promise<void> {
  const mode = diff ? 'diff' : dryRun ? 'list' : 'write';
  const tier = suggested ? 'suggested' : 'safe';
  return rewrite(paths, { ...options, mode }, (text, terms) => fixText(text, terms, tier));
}
