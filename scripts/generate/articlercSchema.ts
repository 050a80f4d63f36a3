/** The JSON schema of .articlerc.json: the settings of a folder, for everybody who works with it. */
import { additionalFieldsSchema, rulesSchema } from './settings';

export function articlercSchema(): string {
  return `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $comment: 'Generated from the rules by `npm run generate`.',
      title: 'Rules for articles',
      description: 'What counts as a problem in the articles of this folder and of those below it.',
      type: 'object',
      properties: {
        $schema: { type: 'string', markdownDescription: 'For editors of JSON: where this schema is.' },
        rules: {
          ...rulesSchema,
          markdownDescription:
            'How each rule shows what it finds, such as `{ "field-order": "off", "glued-sentences": "warning" }`. A rule that is not named keeps what the setting `article.rules` says, or its default.',
        },
        additionalFields: additionalFieldsSchema,
      },
      additionalProperties: false,
    },
    null,
    2,
  )}\n`;
}
