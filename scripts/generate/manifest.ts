/**
 * package.json: the parts that follow from the rules and the table of the format. The rest is written by hand and kept. Its texts are
 * in package.nls.json, and in each other language in package.nls.LANGUAGE.json.
 */
import fs from 'node:fs';
import { FIELDS } from '../../server/src/core/format';
import { ALL_RULES } from '../../server/src/corpus/rules';
import { ARTICLERC_TEXTS } from './articlercSchema';
import { inLanguage } from './inLanguage';
import { semanticTokenModifiers, semanticTokenScopes, semanticTokenTypes } from './semanticTokens';
import { additionalFieldsSchema, BY_DEFAULT, ruleDescription, rulesSchema } from './settings';
import { PICTURE_TEXTS, PICTURES, pictureFor } from './walkthroughPictures';

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
  'setting.rules.default': BY_DEFAULT,
  'setting.additionalFields': additionalFieldsSchema.markdownDescription,
  'setting.additionalFields.pattern': additionalFieldsSchema.items.patternErrorMessage,
  ...ARTICLERC_TEXTS,
  ...PICTURE_TEXTS,
  ...Object.fromEntries(semanticTokenTypes.map(({ id, description }) => [`token.${id}`, description])),
  ...Object.fromEntries(semanticTokenModifiers.map(({ id, description }) => [`token.modifier.${id}`, description])),
};

const KEYS = new Map(Object.entries(TEXTS).map(([key, text]) => [text, key]));

/** The same JSON with other texts in place of the generated ones, by their keys. */
export function translated<T>(json: T, texts: Readonly<Record<string, string>>): T {
  return JSON.parse(JSON.stringify(json), (_, value) => texts[KEYS.get(value) ?? ''] ?? value);
}

const REFERENCES = Object.fromEntries(Object.keys(TEXTS).map((key) => [key, `%${key}%`]));

export function manifest(): string {
  const current = JSON.parse(read('package.json'));
  const { properties } = current.contributes.configuration;
  const generated = { 'article.rules': rulesSchema, 'article.additionalFields': additionalFieldsSchema };
  for (const [name, schema] of Object.entries(generated)) {
    properties[name] = { ...translated(schema, REFERENCES), scope: 'resource', order: properties[name].order };
  }
  Object.assign(current.contributes, translated({ semanticTokenTypes, semanticTokenModifiers }, REFERENCES));
  Object.assign(current.contributes, { semanticTokenScopes });
  current.contributes.grammars[0].tokenTypes = PROSE;
  return `${JSON.stringify(current, null, 2)}\n`;
}

/** The content of a file with the texts of package.json in a language. A text that is still to be written is empty. */
export function manifestTexts(file: string): string {
  const written = textsIn(file);
  const generated: Readonly<Record<string, string>> = {
    ...(file === 'package.nls.json' ? TEXTS : rulesIn(file, written['setting.rules.default'])),
    'articlerc.help': `./${helpFor(file)}`,
    ...Object.fromEntries(PICTURES.map((name) => [`walkthrough.${name}.svg`, `./${pictureFor(file, name)}`])),
  };
  const named = [...manifest().matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key);
  const keys = [...named, 'setting.rules.default', ...Object.keys(ARTICLERC_TEXTS), ...Object.keys(PICTURE_TEXTS)];
  const all = keys.map((key) => [key, generated[key] ?? written[key] ?? '']);
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}

/** The descriptions of the rules in the language of a file: what they find is among the messages. */
function rulesIn(file: string, byDefault = BY_DEFAULT): Readonly<Record<string, string>> {
  const [, language = ''] = /^package\.nls\.(.+)\.json$/.exec(file) ?? [];
  return inLanguage(language, textsIn(`l10n/bundle.l10n.${language}.json`), () =>
    Object.fromEntries(ALL_RULES.map((rule) => [`setting.rules.${rule.code}`, ruleDescription(rule, byDefault)])),
  );
}

/** The texts in a file, by their keys. */
export function textsIn(file: string): Readonly<Record<string, string>> {
  return JSON.parse(read(file));
}

/** The file with the schema of .articlerc.json in the language of a file of texts. */
export function helpFor(file: string): string {
  return file.replace(/^package\.nls(.*)\.json$/, 'schemas/articlerc.help$1.schema.json');
}

function read(file: string): string {
  return fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
}
