/** Which rules a call applies: `--select` and `--ignore`. */
import type { Severities, Severity } from '../../core/rules';
import { ALL_RULES } from '../../corpus/rules';

export interface RuleChoice {
  readonly rule?: Severities;
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** From the severities that settings and call give, to those of the rules that are chosen. */
export type Choose = (severities: Severities) => Severities;

/** The severity of a selected rule to which the settings and the rule itself give none. */
const WHEN_SELECTED: Severity = 'warning';

/**
 * A rule that is ignored, or not among the selected ones, is off. A selected rule is on even where the settings or its default
 * switch it off; only the call's own `--rule` can give it another severity, or none.
 */
export function chooser({ rule = {}, select, ignore = [] }: RuleChoice): Choose {
  if (!select && ignore.length === 0) return (severities) => severities;
  const selected = select && new Set(select);
  const ignored = new Set(ignore);
  return (severities) => {
    const chosen: Record<string, Severity | 'off'> = { ...severities };
    for (const { code, severity } of ALL_RULES) {
      if (ignored.has(code) || selected?.has(code) === false) chosen[code] = 'off';
      else if (selected) chosen[code] = rule[code] ?? on(severities[code]) ?? on(severity) ?? WHEN_SELECTED;
    }
    return chosen;
  };
}

function on(severity: Severity | 'off' | undefined): Severity | undefined {
  return severity === 'off' ? undefined : severity;
}
