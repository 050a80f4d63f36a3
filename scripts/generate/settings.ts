/** The two settings that decide what is a problem, as JSON schemas, from the list of rules. */
import type { DescribedRule } from '../../server/src/core/rules';
import { CHOICES } from '../../server/src/core/settings';
import { ALL_RULES } from '../../server/src/corpus/rules';

/** Severities by code. */
export const rulesSchema = {
  type: 'object',
  markdownDescription:
    'How each rule shows what it finds, such as `{ "field-order": "off", "glued-sentences": "warning" }`. A rule that is not named keeps its default. The command *Article: Show Rule* tells more of each rule. An `.articlerc.json` in the folder of the file, or in one above it, goes before this setting.',
  properties: Object.fromEntries(ALL_RULES.map((rule) => [rule.code, severitySchema(rule)])),
  additionalProperties: false,
  default: {},
};

/** Fields of one's own. */
export const additionalFieldsSchema = {
  type: 'array',
  items: {
    type: 'string',
    pattern: '^[A-Z](-[A-Z])*$',
    patternErrorMessage: 'A field is written as its markers begin: capitals joined by hyphens, such as B-Y-L-I-N-E.',
  },
  uniqueItems: true,
  markdownDescription:
    'Fields of your own that count as known, each by the letters that its markers begin with: `B-Y-L-I-N-E` for `B-Y-L-I-N-E-S-T-A-R-T.` and `B-Y-L-I-N-E-E-N-D.`',
  default: [],
};

function severitySchema({ finds, severity }: DescribedRule) {
  return {
    type: 'string',
    enum: CHOICES,
    markdownDescription: `${asSentence(finds)} Default: \`${severity}\`.`,
  };
}

/** A few words, as a sentence. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
