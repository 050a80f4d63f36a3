/** `article-format fix`: mends what can be mended. */
import { fixAll } from '../core/fixAll';
import { parse } from '../core/parser';
import { applyEdits } from '../core/repair';
import type { Severities } from '../core/rules';
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
  return rewrite(paths, { ...options, mode }, (text, { context, severities }) => {
    const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const content = text.slice(mark.length);
    return mark + applyEdits(content, fixAll(parse(content), context, severities, undefined, tier));
  });
}
