/** The JSON schema of .articlerc.json: the settings of a folder, shared by everybody who works with it. */
import { additionalFieldsSchema, rulesSchema } from './settings';

/** The texts that only this schema has, by their keys in package.nls.json. */
export const ARTICLERC_TEXTS = {
  'articlerc.title': 'Rules for articles',
  'articlerc.description': 'Which problems are reported in the articles of this folder and of the folders below it.',
  'articlerc.schema': 'The address of this schema, for JSON editors.',
  'articlerc.rules':
    'The severity of each rule, such as `{ "field-order": "off", "glued-sentences": "warning" }`. A rule that is not named keeps the severity from the setting `article.rules`, or its default.',
} as const;

export function articlercSchema(): string {
  return `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $comment: 'Generated from the rules by `npm run generate`.',
      title: ARTICLERC_TEXTS['articlerc.title'],
      description: ARTICLERC_TEXTS['articlerc.description'],
      type: 'object',
      properties: {
        $schema: { type: 'string', markdownDescription: ARTICLERC_TEXTS['articlerc.schema'] },
        rules: {
          ...rulesSchema,
          markdownDescription: ARTICLERC_TEXTS['articlerc.rules'],
        },
        additionalFields: additionalFieldsSchema,
      },
      additionalProperties: false,
    },
    null,
    2,
  )}\n`;
}
