/** package.json, with the settings that follow from the rules. All else in it is written by hand and stays. */
import fs from 'node:fs';
import { additionalFieldsSchema, rulesSchema } from './settings';

const file = new URL('../../package.json', import.meta.url);

export function manifest(): string {
  const current = JSON.parse(fs.readFileSync(file, 'utf8'));
  Object.assign(current.contributes.configuration.properties, {
    'article.rules': { ...rulesSchema, scope: 'resource' },
    'article.additionalFields': { ...additionalFieldsSchema, scope: 'resource' },
  });
  return `${JSON.stringify(current, null, 2)}\n`;
}
