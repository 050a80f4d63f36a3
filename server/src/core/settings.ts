/** What people may set: in the editor, or in a folder's `.articlerc.json`. */
import { SEVERITIES, type Severities, type Severity } from './rules';

export interface Settings {
  /** Severities that differ from the rules' own, by code. */
  readonly rules: Severities;
  /** Letters of fields of one's own, such as `B-Y-L-I-N-E`. */
  readonly additionalFields: readonly string[];
}

/** What a rule can be set to. */
export const CHOICES: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];

/**
 * What a value from outside says, as far as it makes sense; each thing that does not is named in `faults`. `codes` are
 * those of all rules there are.
 */
export function readSettings(
  value: unknown,
  codes: readonly string[],
): { settings: Partial<Settings>; faults: readonly string[] } {
  const faults: string[] = [];
  if (!isRecord(value)) return { settings: {}, faults: ['The settings are not an object.'] };
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(isRecord(value.rules) ? value.rules : {})) {
    if (!codes.includes(code)) {
      faults.push(`There is no rule ${code}.`);
    } else if (!CHOICES.includes(severity as Severity)) {
      faults.push(`${code} must be one of ${CHOICES.join(', ')}.`);
    } else {
      rules[code] = severity as Severity | 'off';
    }
  }
  const fields = Array.isArray(value.additionalFields) ? value.additionalFields : [];
  const additionalFields = fields.filter((letters) => /^[A-Z](?:-[A-Z])*$/.test(letters));
  if (additionalFields.length < fields.length) {
    faults.push('additionalFields holds letters joined by hyphens, such as B-Y-L-I-N-E.');
  }
  return {
    settings: {
      ...(isRecord(value.rules) && { rules }),
      ...(Array.isArray(value.additionalFields) && { additionalFields }),
    },
    faults,
  };
}

/** Settings one over the other, the strongest first; rules are taken one by one. */
export function mergeSettings(...layers: readonly Partial<Settings>[]): Settings {
  return {
    rules: Object.assign({}, ...layers.map(({ rules }) => rules).reverse()),
    additionalFields: layers.find((layer) => layer.additionalFields)?.additionalFields ?? [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
