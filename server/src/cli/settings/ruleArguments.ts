/** The arguments of `--rule`, `--select` and `--ignore`. Each function adds one argument to those before it, or throws a UsageError. */
import type { Severities } from '../../core/rules';
import { readSettings } from '../../core/settings';
import { didYouMean } from '../../core/text/closest';
import { CODES } from '../../corpus/rules';
import { UsageError } from '../output/faults';

/** In place of a code: every rule. */
export const ALL = 'all';

/** `code=severity`. The last argument counts, so that `all` may come before a code. */
export function addRule(argument: string, before: Severities = {}): Severities {
  const [code = '', severity] = argument.split('=');
  const { settings, faults } = readSettings({ rules: { [code]: severity } }, [...CODES, ALL]);
  const [fault] = faults;
  if (fault) throw new UsageError(fault.message);
  const { [ALL]: ofAll, ...named } = settings.rules ?? {};
  return { ...before, ...named, ...(ofAll && Object.fromEntries(CODES.map((each) => [each, ofAll]))) };
}

/** `code,code`, with or without spaces. */
export function addCodes(argument: string, before: readonly string[] = []): readonly string[] {
  const codes = argument
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  if (codes.length === 0) throw new UsageError('Name one rule or more, separated by commas.');
  for (const code of codes) {
    const known = [...CODES, ALL];
    if (!known.includes(code)) throw new UsageError(`There is no rule “${code}”.${didYouMean(code, known)}`);
  }
  return [...before, ...(codes.includes(ALL) ? CODES : codes)];
}
