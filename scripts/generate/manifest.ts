/** package.json: the parts that follow from the rules and the table of the format. The rest is written by hand and kept. */
import fs from 'node:fs';
import { FIELDS } from '../../server/src/core/format';
import { semanticTokenModifiers, semanticTokenScopes, semanticTokenTypes } from './semanticTokens';
import { additionalFieldsSchema, rulesSchema } from './settings';

/** Headline and text without their markers are strings to VS Code: in strings, typing does not open suggestions. */
const PROSE = Object.fromEntries(
  FIELDS.filter(({ kind }) => kind === 'title' || kind === 'text').flatMap(({ scopes }) =>
    scopes.map((scope) => [`${scope}.article`, 'string']),
  ),
);

const file = new URL('../../package.json', import.meta.url);

export function manifest(): string {
  const current = JSON.parse(fs.readFileSync(file, 'utf8'));
  const { properties } = current.contributes.configuration;
  const generated = { 'article.rules': rulesSchema, 'article.additionalFields': additionalFieldsSchema };
  for (const [name, schema] of Object.entries(generated)) {
    properties[name] = { ...schema, scope: 'resource', order: properties[name].order };
  }
  Object.assign(current.contributes, { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes });
  current.contributes.grammars[0].tokenTypes = PROSE;
  return `${JSON.stringify(current, null, 2)}\n`;
}
