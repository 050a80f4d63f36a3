/** The two settings that decide what is a problem, as JSON schemas, from the list of rules. */
import { FIELDS } from '../../server/src/core/format';
import type { DescribedRule } from '../../server/src/core/rules';
import { CHOICES } from '../../server/src/core/settings';
import { ALL_RULES } from '../../server/src/corpus/rules';

/** Says which severity a rule has if none is set. */
export const BY_DEFAULT = 'Default: `{0}`.';

/** Severities by code. */
export const rulesSchema = {
  type: 'object',
  markdownDescription:
    'The severity of each rule, such as `{ "field-order": "off", "glued-sentences": "warning" }`. A rule that is not named keeps its default. The command *Article: Show Rule* describes each rule. An `.articlerc.json` in the folder of the file, or in one above it, takes precedence over this setting.',
  properties: Object.fromEntries(ALL_RULES.map((rule) => [rule.code, severitySchema(rule)])),
  additionalProperties: false,
  default: {},
};

/** User-defined fields. */
export const additionalFieldsSchema = {
  type: 'array',
  items: {
    type: 'string',
    pattern: `^(?!(${FIELDS.map(({ marker }) => marker).join('|')})$)[A-Z](-[A-Z])*$`,
    patternErrorMessage:
      'Write a field as its markers begin: capital letters joined by hyphens, such as B-Y-L-I-N-E. Leave out F-N, D-A-T-E, T-I-T-L-E and T-E-X-T: they are known.',
  },
  uniqueItems: true,
  markdownDescription:
    'User-defined fields, each by the letters that its markers begin with: `B-Y-L-I-N-E` for `B-Y-L-I-N-E-S-T-A-R-T.` and `B-Y-L-I-N-E-E-N-D.`',
  default: [],
};

function severitySchema(rule: DescribedRule) {
  return { type: 'string', enum: CHOICES, markdownDescription: ruleDescription(rule, BY_DEFAULT) };
}

/** What a rule finds, in the language that is spoken now, and its default severity; `byDefault` is BY_DEFAULT in that language. */
export function ruleDescription({ finds, severity }: DescribedRule, byDefault: string): string {
  return `${asSentence(finds)} ${byDefault.replace('{0}', severity)}`;
}

/** Makes a sentence of a few words. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
