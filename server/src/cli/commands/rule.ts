/** `article-format rule`: shows the page of a rule, or lists all rules. */
import fs from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../../core/text/closest';
import { ALL_RULES, CODES } from '../../corpus/rules';
import { type ColorChoice, isColored, type Paint, paint } from '../output/color';
import { shown, UsageError } from '../output/faults';
import { renderedPage } from '../output/renderedPage';

export interface RuleOptions {
  readonly color?: ColorChoice;
}

/** Throws a UsageError if there is no such rule. */
export function rule(code: string | undefined, { color }: RuleOptions): void {
  const painting = paint(isColored(color));
  if (code === undefined) {
    process.stdout.write(listOfRules(painting));
    return;
  }
  if (!CODES.includes(code)) {
    const hint = didYouMean(code, CODES) || ' article-format rule lists all.';
    throw new UsageError(`There is no rule “${shown(code)}”.${hint}`);
  }
  process.stdout.write(renderedPage(fs.readFileSync(pageOf(code), 'utf8'), painting));
}

/** One line for each rule: code, default severity, and what it finds. */
function listOfRules(painting: Paint): string {
  const widths = { code: widest(CODES), severity: widest(ALL_RULES.map(({ severity }) => severity)) };
  return ALL_RULES.map(({ code, severity, finds }) => {
    const name = painting.bold(code.padEnd(widths.code));
    return `${name}  ${severity.padEnd(widths.severity)}  ${finds.replaceAll('`', '')}\n`;
  }).join('');
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}

/** The pages are in the package, two folders above the bundle of this file. */
function pageOf(code: string): string {
  return path.join(__dirname, '../../docs/rules', `${code}.md`);
}
