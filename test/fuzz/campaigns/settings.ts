/** Whatever is in a settings file, the command line neither crashes nor uses a part of it: it uses all of it, or reports an error. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { stripComments } from 'jsonc-parser';
import { FolderSettings } from '../../../server/src/cli/settings/settings';
import { CODES } from '../../../server/src/corpus/rules';
import { campaignOf } from '../campaign';

const schema = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '../../../schemas/articlerc.schema.json'), 'utf8'),
);
const isValid = new Ajv({ strict: false }).compile(schema);

const letters = fc.constantFrom('B-Y-L-I-N-E', 'A', 'b-y', '');
const severity = fc.constantFrom<unknown>('off', 'error', 'warning', 'information', 'hint', 'Off', null, true);
const settings = fc.record(
  {
    rules: fc.dictionary(fc.constantFrom(...CODES, '__proto__', 'empty-feild'), severity, { maxKeys: 3 }),
    additionalFields: fc.array(letters, { maxLength: 2 }),
    rule: fc.constant({}),
  },
  { requiredKeys: ['rules'] },
);

/** What people and programs do to such files. */
const PIECES = [
  ...['"', "'", '“', '”', '{', '}', '[', ']', ',', ':', '\\', '\0', '\n', ' ', '\u00a0', '\ufeff', 'null', '7', 'x'],
  ...['// ours\n', '/*', '*/', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> b\n', '"rules": {},', '"additionalFields": "B"'],
];

interface Change {
  /** From 0 to 1. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.constant(1000)),
  inserted: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })),
});

interface SettingsCase {
  readonly value: object;
  readonly space: number;
  readonly changes: readonly Change[];
  readonly encoding: 'utf8' | 'utf16le' | 'latin1';
}

function contentOf({ value, space, changes, encoding }: SettingsCase): Buffer {
  let text = JSON.stringify(value, null, space);
  for (const { at, removed, inserted } of changes) {
    const start = Math.floor(at * text.length);
    text = text.slice(0, start) + inserted + text.slice(start + removed);
  }
  return Buffer.from(text, encoding);
}

const STRING_OR_LAST_COMMA = /"(?:[^"\\]|\\.)*"|(?<![[{,:]\s*),(?=\s*[}\]])/g;

/** The value of JSON in UTF-8, after removing comments and trailing commas; undefined if it is not JSON. */
function strictly(content: Buffer): { readonly value: unknown } | undefined {
  try {
    const text = stripComments(new TextDecoder('utf-8', { fatal: true }).decode(content));
    return { value: JSON.parse(text.replaceAll(STRING_OR_LAST_COMMA, (part) => (part === ',' ? '' : part))) };
  } catch {
    return undefined;
  }
}

function tryFile(example: SettingsCase): number {
  const content = contentOf(example);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'article-settings-'));
  try {
    fs.writeFileSync(path.join(folder, '.articlerc.json'), content);
    const complaints: string[] = [];
    const complain = (place: string, error: unknown) => complaints.push(`${place}: ${(error as Error).message}`);
    const found = new FolderSettings('2024-04-09', {}, complain).found({ folder, root: folder });
    check(found, complaints, content);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  return 1;
}

type Found = ReturnType<FolderSettings['found']>;

function check({ file, rules, additionalFields }: Found, complaints: readonly string[], content: Buffer): void {
  const [first = ''] = complaints;
  if ((file === undefined) !== complaints.length > 0) throw new Error(`Neither used nor reported: ${first}`);
  const strict = strictly(content);
  const isMeant = strict !== undefined && isValid(strict.value);
  if (file !== undefined) {
    if (!isMeant) throw new Error(`Used, but these are not settings: ${content}`);
    const { rules: meant = {}, additionalFields: fields = [] } = strict.value as Partial<Found>;
    const isWhole = JSON.stringify([rules, additionalFields]) === JSON.stringify([meant, fields]);
    if (!isWhole) throw new Error(`Only a part is used: ${content}`);
  } else {
    if (isMeant && !first.includes('here already')) throw new Error(`Refused by mistake: ${first}`);
    if (!/^.*\.articlerc\.json:\d+:\d+: [\s\S]*[.?"]$/.test(first))
      throw new Error(`Not a place and a sentence: ${first}`);
  }
}

export const settingsFiles = campaignOf(
  {
    name: 'settings files',
    unit: 'files',
    holds:
      'A settings file that was changed at random is used completely or not at all, and then its error is reported with its place',
    short: 500,
    round: 2_000,
    full: 100_000,
  },
  fc.record<SettingsCase>({
    value: settings,
    space: fc.constantFrom(0, 2),
    changes: fc.array(change, { maxLength: 3 }),
    encoding: fc.oneof(
      { weight: 8, arbitrary: fc.constant('utf8' as const) },
      { weight: 1, arbitrary: fc.constantFrom('utf16le' as const, 'latin1' as const) },
    ),
  }),
  tryFile,
);
