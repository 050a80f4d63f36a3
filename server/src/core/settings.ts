/** What people may set: in the editor, or in a folder's `.articlerc.json`. */

import * as l10n from '@vscode/l10n';
import { fieldRank } from './format';
import { SEVERITIES, type Severities, type Severity } from './rules';
import { didYouMean } from './text/closest';

export interface Settings {
  /** Severities that differ from the rules' own, by code. */
  readonly rules: Severities;
  /** Letters of user-defined fields, such as `B-Y-L-I-N-E`. */
  readonly additionalFields: readonly string[];
}

/** What a rule can be set to. */
export const CHOICES: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];

const CHOICE_LIST = CHOICES.map((choice) => `"${choice}"`).join(', ');

/** Names that settings may have; `$schema` is for editors of JSON. */
const NAMES = ['rules', 'additionalFields', '$schema'];

/** A fault in settings. */
export interface SettingsFault {
  /** The names, and the indexes from 0, that lead to it. */
  readonly path: readonly (string | number)[];
  /** Whether the last name of the path is wrong, or the value that it leads to. */
  readonly part: 'name' | 'value';
  /** A sentence. */
  readonly message: string;
}

/** The valid part of settings, and the faults of the rest. */
export interface ReadSettings {
  readonly settings: Partial<Settings>;
  readonly faults: readonly SettingsFault[];
}

/** Reads settings from outside, as schemas/articlerc.schema.json describes them. `codes` are those of all rules. */
export function readSettings(value: unknown, codes: readonly string[]): ReadSettings {
  if (!isRecord(value))
    return { settings: {}, faults: [wrong([], l10n.t('The settings must be an object: {0}.', '{ "rules": { … } }'))] };
  const names = Object.keys(value).filter((name) => !NAMES.includes(name));
  const faults = names.map((name) => unknownName([name], 'setting', NAMES));
  if ('$schema' in value && typeof value.$schema !== 'string')
    faults.push(wrong(['$schema'], l10n.t('{0} must be a text.', '$schema')));
  const settings = {
    ...(Object.hasOwn(value, 'rules') && { rules: readRules(value.rules, codes, faults) }),
    ...(Object.hasOwn(value, 'additionalFields') && { additionalFields: readFields(value.additionalFields, faults) }),
  };
  return { settings, faults };
}

function readRules(value: unknown, codes: readonly string[], faults: SettingsFault[]): Severities {
  const rules: Record<string, Severity | 'off'> = {};
  if (!isRecord(value))
    faults.push(wrong(['rules'], l10n.t('{0} must be an object: {1}.', 'rules', '{ "field-order": "off" }')));
  for (const [code, severity] of Object.entries(isRecord(value) ? value : {})) {
    if (!codes.includes(code)) faults.push(unknownName(['rules', code], 'rule', codes));
    else if (CHOICES.includes(severity as Severity)) rules[code] = severity as Severity | 'off';
    else
      faults.push(
        wrong(['rules', code], l10n.t('{0} must be one of {1}.', code, CHOICE_LIST) + meantSeverity(severity)),
      );
  }
  return rules;
}

function meantSeverity(value: unknown): string {
  return typeof value === 'string' ? didYouMean(value, CHOICES) : '';
}

function readFields(value: unknown, faults: SettingsFault[]): readonly string[] {
  const path = ['additionalFields'];
  const fields = new Set<string>();
  if (!Array.isArray(value))
    faults.push(wrong(path, l10n.t('{0} must be a list: {1}.', 'additionalFields', '["B-Y-L-I-N-E"]')));
  for (const [index, field] of (Array.isArray(value) ? value : []).entries()) {
    if (typeof field !== 'string' || !/^[A-Z](?:-[A-Z])*$/.test(field)) {
      faults.push(
        wrong(
          [...path, index],
          l10n.t('A field must be capital letters joined by hyphens, such as {0}.', '"B-Y-L-I-N-E"'),
        ),
      );
    } else if (fieldRank(field) !== -1) {
      faults.push(
        wrong(
          [...path, index],
          l10n.t('{0} is a field of the format, so it is known. Remove it from the list.', field),
        ),
      );
    } else if (fields.has(field)) {
      faults.push(wrong([...path, index], l10n.t('{0} is already in the list.', field)));
    } else {
      fields.add(field);
    }
  }
  return [...fields];
}

function wrong(path: SettingsFault['path'], message: string): SettingsFault {
  return { path, part: 'value', message };
}

/** The fault that the last name of the path is unknown. It suggests a known name that is close. */
function unknownName(path: readonly string[], what: 'setting' | 'rule', known: readonly string[]): SettingsFault {
  const name = path.at(-1) ?? '';
  const message =
    what === 'setting'
      ? l10n.t('There is no setting “{0}”.', shortened(name))
      : l10n.t('There is no rule “{0}”.', shortened(name));
  return { path, part: 'name', message: message + didYouMean(name, known) };
}

const LONGEST_NAME = 60;

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** Merges settings; the first layer counts most. Rules are merged one by one. */
export function mergeSettings(...layers: readonly Partial<Settings>[]): Settings {
  return {
    rules: Object.assign({}, ...layers.map(({ rules }) => rules).reverse()),
    additionalFields: layers.find((layer) => layer.additionalFields)?.additionalFields ?? [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
