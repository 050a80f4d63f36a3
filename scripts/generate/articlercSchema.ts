/** The JSON schema of .articlerc.json: the settings of a folder, shared by everybody who works with it. */
import { additionalFieldsSchema, rulesSchema } from './settings';

export function articlercSchema(): string {
  return `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $comment: 'Generated from the rules by `npm run generate`.',
      title: 'Rules for articles',
      description: 'Which problems are reported in the articles of this folder and of the folders below it.',
      type: 'object',
      properties: {
        $schema: { type: 'string', markdownDescription: 'The address of this schema, for JSON editors.' },
        rules: {
          ...rulesSchema,
          markdownDescription:
            'The severity of each rule, such as `{ "field-order": "off", "glued-sentences": "warning" }`. A rule that is not named keeps the severity from the setting `article.rules`, or its default.',
        },
        additionalFields: additionalFieldsSchema,
      },
      additionalProperties: false,
    },
    null,
    2,
  )}\n`;
}
