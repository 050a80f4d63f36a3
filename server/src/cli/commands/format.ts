/**
 * `article-format format`: brings articles into a layout. Only white space between markers, values and articles
 * changes.
 */
import type { Layout } from '../../core/writing/layouts';
import { type RewriteOptions, rewrite } from '../writing/rewrite';

export interface FormatOptions extends Omit<RewriteOptions, 'mode' | 'rule'> {
  readonly layout: Layout;
  readonly check?: boolean;
  readonly stdout?: boolean;
}

export function format(paths: readonly string[], { layout, check, stdout, ...options }: FormatOptions): Promise<void> {
  const mode = stdout ? 'stdout' : check ? 'list' : 'write';
  return rewrite(paths, { ...options, mode }, { command: 'format', layout });
}
