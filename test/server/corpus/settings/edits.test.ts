import { assert } from 'chai';
import fc from 'fast-check';
import { applyEdits } from 'jsonc-parser';
import {
  addingField,
  NO_SETTINGS,
  type SettingsEdits,
  switchingOff,
} from '../../../../server/src/corpus/settings/edits';
import { readSettingsFile } from '../../../../server/src/corpus/settings/file';

function applied(text: string, edits: SettingsEdits): string | undefined {
  return edits && applyEdits(text, [...edits]);
}

const off = (text: string) => applied(text, switchingOff(text, 'field-order'));
const field = (text: string, ...inForce: string[]) => applied(text, addingField(text, 'B-Y', inForce));

describe('a rule is switched off in a settings file', () => {
  for (const [name, before, after] of [
    ['that is new', NO_SETTINGS, '{\n  "rules": {\n    "field-order": "off"\n  }\n}\n'],
    [
      'of one line',
      '{ "rules": { "empty-field": "off" } }',
      '{ "rules": { "empty-field": "off", "field-order": "off" } }',
    ],
    ['without white space', '{"rules":{"empty-field":"off"}}', '{"rules":{"empty-field":"off","field-order": "off"}}'],
    [
      'that sets it otherwise',
      '{ "rules": { "field-order": /* ! */ "error" } }',
      '{ "rules": { "field-order": /* ! */ "off" } }',
    ],
    [
      'with a comment after the last rule',
      '{\n\t"rules": {\n\t\t"empty-field": "off" // ours\n\t}\n}',
      '{\n\t"rules": {\n\t\t"empty-field": "off", // ours\n\t\t"field-order": "off"\n\t}\n}',
    ],
    [
      'with a comment after all rules',
      '{ "rules": { "empty-field": "off"\n// no more\n} }',
      '{ "rules": { "empty-field": "off",\n// no more\n  "field-order": "off"\n} }',
    ],
    [
      'with a comma after the last rule',
      '{\r\n    "rules": {\r\n        "empty-field": "off",\r\n    },\r\n}\r\n',
      '{\r\n    "rules": {\r\n        "empty-field": "off",\r\n        "field-order": "off",\r\n    },\r\n}\r\n',
    ],
    [
      'with fields only',
      '{\n  "additionalFields": ["B-Y"]\n}\n',
      '{\n  "additionalFields": ["B-Y"],\n  "rules": {\n    "field-order": "off"\n  }\n}\n',
    ],
    ['with no more than a comment', '{ /* none */ }', '{ /* none */\n  "rules": {\n    "field-order": "off"\n  }\n}'],
    ['with no rule', '{\n  "rules": {}\n}\n', '{\n  "rules": {\n    "field-order": "off"\n  }\n}\n'],
  ] as const) {
    it(name, () => assert.equal(off(before), after));
  }
});

describe('a user-defined field is added to a settings file', () => {
  for (const [name, before, after] of [
    ['that is new', NO_SETTINGS, '{\n  "additionalFields": [\n    "B-Y"\n  ]\n}\n'],
    ['with others', '{ "additionalFields": [ "C-C" ] }', '{ "additionalFields": [ "C-C", "B-Y" ] }'],
    ['with others without white space', '{"additionalFields":["C-C"]}', '{"additionalFields":["C-C","B-Y"]}'],
    ['that has it', '{ "additionalFields": ["B-Y"] }', '{ "additionalFields": ["B-Y"] }'],
    ['on one line', '{ "rules": {} }', '{ "rules": {}, "additionalFields": [ "B-Y" ] }'],
  ] as const) {
    it(name, () => assert.equal(field(before), after));
  }

  it('which then hides no field that was in force', () => {
    assert.equal(field('{ "rules": {} }', 'C-C', 'B-Y'), '{ "rules": {}, "additionalFields": [ "C-C", "B-Y" ] }');
  });
});

describe('edits of a settings file', () => {
  const space = fc.constantFrom('', ' ', '\n', '\n  ', '\r\n\t', ' /* a, } */ ', ' // b, }\n', '\n\n  // c\n  ');
  /** An object or a list of these entries, with any white space and comments. */
  const container = (open: string, entries: readonly string[], close: string) =>
    fc.tuple(fc.array(space, { minLength: 9, maxLength: 9 }), fc.constantFrom('', ',')).map(([spaces, comma]) => {
      const body = entries.map((entry, at) => spaces[2 * at] + entry + spaces[2 * at + 1]);
      return `${open}${body.join(',')}${entries.length > 0 ? comma : ''}${spaces.at(-1)}${close}`;
    });
  const rules = fc
    .subarray(['"empty-field": "hint"', '"field-order": "hint"', '"stray-text": "off"'])
    .chain((entries) => container('{', entries, '}'));
  const fields = fc.subarray(['"C-C"', '"D-D"']).chain((entries) => container('[', entries, ']'));
  const file = fc.tuple(rules, fields, fc.subarray([0, 1])).chain(([...[own, list, which]]) => {
    const entries = [`"rules": ${own}`, `"additionalFields": ${list}`];
    return container(
      '{',
      which.map((index) => entries[index] as string),
      '}',
    );
  });

  it('change what they are to change, and lose no character', () => {
    fc.assert(
      fc.property(file, (text) => {
        const before = readSettingsFile(Buffer.from(text));
        if (!('settings' in before)) assert.fail(text);
        const { rules: severities, additionalFields = [] } = before.settings;
        const both = field(off(text) ?? '') ?? '';
        assert.deepEqual(readSettingsFile(Buffer.from(both)), {
          settings: {
            rules: { ...severities, 'field-order': 'off' },
            additionalFields: [...additionalFields, 'B-Y'],
          },
        });
        let at = 0;
        for (const character of text.replace('"field-order": "hint"', '"field-order": ').replace(/\s/g, '')) {
          at = both.indexOf(character, at) + 1;
          assert.isAbove(at, 0, `${character} is lost.`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are not made if it has an error', () => {
    for (const text of ['', '{', '[]', '{ "rules": [], "additionalFields": {} }']) {
      assert.isUndefined(off(text), text);
      assert.isUndefined(field(text), text);
    }
  });
});
