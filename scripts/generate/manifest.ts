/**
 * package.json: the parts that follow from the rules and the table of the format. The rest is written by hand and kept. Its texts are
 * in package.nls.json, and in each other language in package.nls.LANGUAGE.json.
 */
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

/** The English texts of the generated parts, by their keys. */
const TEXTS: Readonly<Record<string, string>> = {
  'setting.rules': rulesSchema.markdownDescription,
  ...Object.fromEntries(
    Object.entries(rulesSchema.properties).map(([code, rule]) => [`setting.rules.${code}`, rule.markdownDescription]),
  ),
  'setting.additionalFields': additionalFieldsSchema.markdownDescription,
  'setting.additionalFields.pattern': additionalFieldsSchema.items.patternErrorMessage,
  ...Object.fromEntries(semanticTokenTypes.map(({ id, description }) => [`token.${id}`, description])),
  ...Object.fromEntries(semanticTokenModifiers.map(({ id, description }) => [`token.modifier.${id}`, description])),
};

const KEYS = new Map(Object.entries(TEXTS).map(([key, text]) => [text, `%${key}%`]));

/** The same JSON with the key of each text in its place. */
function keyed<T>(json: T): T {
  return JSON.parse(JSON.stringify(json), (_, value) => KEYS.get(value) ?? value);
}

export function manifest(): string {
  const current = JSON.parse(read('package.json'));
  const { properties } = current.contributes.configuration;
  const generated = { 'article.rules': rulesSchema, 'article.additionalFields': additionalFieldsSchema };
  for (const [name, schema] of Object.entries(generated)) {
    properties[name] = { ...keyed(schema), scope: 'resource', order: properties[name].order };
  }
  Object.assign(current.contributes, keyed({ semanticTokenTypes, semanticTokenModifiers }), { semanticTokenScopes });
  current.contributes.grammars[0].tokenTypes = PROSE;
  return `${JSON.stringify(current, null, 2)}\n`;
}

/** The keys that package.json names, in their order, each once. */
export function keysIn(json: string): readonly string[] {
  return [...new Set([...json.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key))];
}

/** The content of a file with the texts of package.json. A text that is still to be written is empty. */
export function manifestTexts(file: string): string {
  const written: Readonly<Record<string, string>> = JSON.parse(read(file));
  const texts = file === 'package.nls.json' ? { ...written, ...TEXTS } : written;
  const all = keysIn(manifest()).map((key) => [key, texts[key] ?? '']);
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}

function read(file: string): string {
  return fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}
