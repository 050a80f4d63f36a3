import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { assert } from 'chai';
import fc from 'fast-check';
import { root } from '../../../scripts/generate/index';
import { mergeSettings, readSettings } from '../../../server/src/core/settings';
import { CODES } from '../../../server/src/corpus/rules';

function faultsOf(value: unknown): string[] {
  return readSettings(value, CODES).faults.map(
    ({ path: way, part, message }) => `${way.join('/')} ${part}: ${message}`,
  );
}

describe('settings', () => {
  it('are rules and fields', () => {
    const value = { $schema: 'x', rules: { 'empty-field': 'off' }, additionalFields: ['B-Y-L-I-N-E'] };
    assert.deepEqual(readSettings(value, CODES), {
      settings: { rules: { 'empty-field': 'off' }, additionalFields: ['B-Y-L-I-N-E'] },
      faults: [],
    });
    assert.deepEqual(readSettings({}, CODES), { settings: {}, faults: [] });
  });

  for (const [value, ...expected] of [
    [[], ' value: The settings must be an object: { "rules": { … } }.'],
    [null, ' value: The settings must be an object: { "rules": { … } }.'],
    ['rules', ' value: The settings must be an object: { "rules": { … } }.'],
    [{ rule: {} }, 'rule name: There is no setting “rule”. Did you mean “rules”?'],
    [{ Rules: {} }, 'Rules name: There is no setting “Rules”. Did you mean “rules”?'],
    [{ severity: 1 }, 'severity name: There is no setting “severity”.'],
    [{ ['x'.repeat(99)]: 1 }, `${'x'.repeat(99)} name: There is no setting “${'x'.repeat(60)}…”.`],
    [JSON.parse('{"__proto__": {}}'), '__proto__ name: There is no setting “__proto__”.'],
    [{ $schema: 1 }, '$schema value: $schema must be a text.'],
    [{ rules: [] }, 'rules value: rules must be an object: { "field-order": "off" }.'],
    [{ rules: null }, 'rules value: rules must be an object: { "field-order": "off" }.'],
    [
      { rules: { 'empty-feild': 'off' } },
      'rules/empty-feild name: There is no rule “empty-feild”. Did you mean “empty-field”?',
    ],
    [{ rules: { constructor: 'off' } }, 'rules/constructor name: There is no rule “constructor”.'],
    [
      { rules: { 'empty-field': 'Off' } },
      'rules/empty-field value: empty-field must be one of "error", "warning", "information", "hint", "off". Did you mean “off”?',
    ],
    [
      { rules: { 'empty-field': false } },
      'rules/empty-field value: empty-field must be one of "error", "warning", "information", "hint", "off".',
    ],
    [{ additionalFields: 'B-Y' }, 'additionalFields value: additionalFields must be a list: ["B-Y-L-I-N-E"].'],
    [
      { additionalFields: ['B-Y', 'byline', 7] },
      'additionalFields/1 value: A field must be capital letters joined by hyphens, such as "B-Y-L-I-N-E".',
      'additionalFields/2 value: A field must be capital letters joined by hyphens, such as "B-Y-L-I-N-E".',
    ],
    [
      { additionalFields: ['F-N', 'B-Y'] },
      'additionalFields/0 value: F-N is a field of the format, so it is known. Remove it from the list.',
    ],
    [{ additionalFields: ['B-Y', 'B-Y'] }, 'additionalFields/1 value: B-Y is already in the list.'],
    [
      { rule: 1, rules: { x: 'off' } },
      'rule name: There is no setting “rule”. Did you mean “rules”?',
      'rules/x name: There is no rule “x”.',
    ],
  ] as const) {
    it(`name what makes no sense in ${JSON.stringify(value).slice(0, 50)}`, () => {
      assert.deepEqual(faultsOf(value), expected);
    });
  }

  it('are completed by a schema that finds no fault, which would be a second problem in VS Code', () => {
    const [help, strict] = ['articlerc.help', 'articlerc'].map((name) =>
      JSON.parse(fs.readFileSync(path.join(root, `schemas/${name}.schema.json`), 'utf8')),
    );
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(help);
    const name = fc.constantFrom('rules', 'additionalFields', '$schema', 'x', ...CODES);
    const inner = fc.dictionary(name, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
    const value = fc.oneof(fc.jsonValue(), fc.dictionary(name, fc.oneof(inner, fc.jsonValue()), { maxKeys: 3 }));
    fc.assert(fc.property(value, (any) => isValid(any)));
    assert.deepEqual(Object.keys(help.properties), Object.keys(strict.properties));
    const choices = (
      rules: Record<string, { anyOf?: [{ enum: unknown }]; enum?: unknown; markdownDescription: string }>,
    ) =>
      Object.entries(rules).map(([code, rule]) => [code, rule.enum ?? rule.anyOf?.[0].enum, rule.markdownDescription]);
    assert.deepEqual(choices(help.properties.rules.properties), choices(strict.properties.rules.properties));
  });

  it('have no fault exactly where the schema sees none', () => {
    const schema = JSON.parse(fs.readFileSync(path.join(root, 'schemas/articlerc.schema.json'), 'utf8'));
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isValid = ajv.compile(schema);
    const seen = { valid: 0, invalid: 0 };
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('off', 'B-Y', 'B-', 'b', '', {}, []));
    const rules = fc.dictionary(
      fc.constantFrom(...CODES, 'x'),
      fc.oneof(fc.constantFrom('error', 'off', 'hint'), odd),
      { maxKeys: 3 },
    );
    const fields = fc.array(fc.oneof(fc.constantFrom('B-Y', 'A', 'C-D-E', 'D-A-T-E', 'D-A-T-E-D'), odd), {
      maxLength: 3,
    });
    const mostly = <T>(arbitrary: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 4, arbitrary: arbitrary as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });
    const settings = fc
      .record(
        { rules: mostly(rules), additionalFields: mostly(fields), $schema: mostly(fc.string()) },
        { requiredKeys: [] },
      )
      .chain((value) => mostly(fc.constant(value)).map((rule) => (rule === value ? value : { ...value, rule })));
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: settings }, odd), (value) => {
        const valid = isValid(value);
        assert.equal(faultsOf(value).length === 0, valid, JSON.stringify(value));
        if (valid) seen.valid++;
        else seen.invalid++;
      }),
      { numRuns: 2000 },
    );
    assert.isAbove(Math.min(seen.valid, seen.invalid), 50);
  });

  it('go one before the other, rule by rule', () => {
    assert.deepEqual(
      mergeSettings({ rules: { a: 'off' } }, { rules: { a: 'hint', b: 'hint' }, additionalFields: ['X'] }),
      {
        rules: { a: 'off', b: 'hint' },
        additionalFields: ['X'],
      },
    );
  });
});
