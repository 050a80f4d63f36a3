/**
 * The schema of .articlerc.json for VS Code, which completes and explains by it, in each language. It takes everything for valid: the
 * language server reports what is wrong, in its own sentences, and one fault is to be one problem.
 */
import { CHOICES } from '../../server/src/core/settings';
import { articlercSchema } from './articlercSchema';
import { translated } from './manifest';

interface Schema {
  readonly enum?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly markdownDescription?: string;
  readonly default?: unknown;
}

/** The schema with the texts of a language, by their keys in package.nls.json. */
export function articlercHelp(texts: Readonly<Record<string, string>>): string {
  const { properties, ...strict } = JSON.parse(articlercSchema());
  const { $schema, $comment, title, description } = strict;
  const head = { $schema, $comment, title, description, allowTrailingCommas: true };
  return `${JSON.stringify(translated({ ...head, properties: helping(properties) }, texts), null, 2)}\n`;
}

function helping(properties: Readonly<Record<string, Schema>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, help(schema)]));
}

function help({ enum: choices, properties, markdownDescription, default: value }: Schema): unknown {
  return {
    markdownDescription,
    default: value,
    ...(properties && { properties: helping(properties) }),
    ...(choices !== undefined && { anyOf: [{ enum: CHOICES }, {}] }),
  };
}
