import { assert } from 'chai';
import { readSettingsFile } from '../../../../server/src/corpus/settings/file';

/** What is wrong with a file's content, as `line:column message`, from 1. */
function faultsOf(content: string | Uint8Array): string[] {
  const read = readSettingsFile(typeof content === 'string' ? Buffer.from(content) : content);
  if (!('faults' in read)) return [];
  return read.faults.map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`);
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const QUOTES = 'JSON allows only straight double quotation marks: ".';
const CONFLICT =
  'Git could not merge two versions of this file. Keep one of them, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.';

describe('a settings file', () => {
  it('may have comments, commas after the last value, and a byte order mark', () => {
    const content =
      '\ufeff{ // ours\n "rules": { "empty-field": "off", }, /* no fields */ "additionalFields": ["B-Y",], }\n';
    assert.deepEqual(readSettingsFile(Buffer.from(content)), {
      settings: { rules: { 'empty-field': 'off' }, additionalFields: ['B-Y'] },
    });
  });

  for (const [content, ...expected] of [
    ['', '1:1 The file is empty. If nothing is to be set, write {}.'],
    [' // nothing\n', '2:1 The file ends too early.'],
    ["{'rules': {}}", `1:2 ${QUOTES}`],
    ['{“rules”: {}}', `1:2 ${QUOTES}`],
    ['{rules: {}}', '1:2 This is not JSON. Write names and texts in straight double quotation marks: ".'],
    ['{\n  "rules": {\n    "empty-field": "off"\n', '4:1 The file ends too early: } is missing.'],
    ['{"additionalFields": ["B-Y"', '1:28 The file ends too early: ] is missing.'],
    ['{"rules": ', '1:11 The file ends too early.'],
    ['{"rules": {}} x', '1:15 This is not JSON. Write names and texts in straight double quotation marks: ".'],
    ['{"rules": {}}\n{}', '2:1 The settings end before this. Remove everything after them.'],
    ['{}}', '1:3 The settings end before this. Remove everything after them.'],
    ['{"rules": {} "additionalFields": []}', '1:14 A comma is missing here.'],
    ['{"rules" {}}', '1:10 A colon is missing here.'],
    ['{"rules": }', '1:11 A value is expected here.'],
    ['{,}', '1:2 A value is expected here.'],
    ['{"rules": {},,}', '1:14 A name in straight double quotation marks is expected here, such as "rules".'],
    ['{"rules: {}}', '1:2 This text does not end on its line: a straight double quotation mark is missing.'],
    ['{} /* x', '1:4 This comment does not end: */ is missing.'],
    ['{"ru\\les": {}}', '1:2 After \\ there must be one of " \\ / b f n r t u.'],
    ['{"\\u00zz": {}}', '1:2 After \\u there must be four digits, such as \\u00e9.'],
    ['{\n<<<<<<< HEAD\n"rules": {}\n=======\n>>>>>>> b\n}', `2:1 ${CONFLICT}`],
    ['{"rules": {},\r\n=======\r\n"additionalFields": []}', `2:1 ${CONFLICT}`],
    [utf16('\ufeff{}'), '1:1 This is UTF-16. Save the file as UTF-8.'],
    [utf16('{"rules": {}}'), '1:1 This is UTF-16. Save the file as UTF-8.'],
    [utf16('\ufeff{}').swap16(), '1:1 This is UTF-16. Save the file as UTF-8.'],
    [utf16('{}').swap16(), '1:1 This is UTF-16. Save the file as UTF-8.'],
    [Buffer.from('{\n "é": 1}', 'latin1'), '2:3 This is not UTF-8. Save the file as UTF-8.'],
    ['{"rules": {\0}}', '1:12 This is not JSON. Write names and texts in straight double quotation marks: ".'],
    [
      '{ "rule": {}, "rules": { "x": "off" } }',
      '1:3 There is no setting “rule”. Did you mean “rules”?',
      '1:26 There is no rule “x”.',
    ],
    ['{\n"additionalFields": "B-Y"}', '2:21 additionalFields must be a list: ["B-Y-L-I-N-E"].'],
    [
      '{ "rules": { "empty-field": "loud" } }',
      '1:29 empty-field must be one of "error", "warning", "information", "hint", "off".',
    ],
    ['{ "rules": {}, "rules": {} }', '1:16 This name is already used. Remove one of the two.'],
    [
      '{ "rules": { "empty-field": "off",\n"empty-field": "off" } }',
      '2:1 This name is already used. Remove one of the two.',
    ],
    ['{ "__proto__": { "rules": {} } }', '1:3 There is no setting “__proto__”.'],
    ['[]', '1:1 The settings must be an object: { "rules": { … } }.'],
    ['null', '1:1 The settings must be an object: { "rules": { … } }.'],
    ['['.repeat(200_000), '1:1 These brackets are nested too deeply for settings.'],
    ['['.repeat(200_000) + ']'.repeat(200_000), '1:1 These brackets are nested too deeply for settings.'],
  ] as const) {
    it(`sets nothing, and says where and why: ${JSON.stringify(String(content)).slice(0, 60)}`, () => {
      assert.deepEqual(faultsOf(content), expected);
    });
  }

  it('may mention conflicts in a comment', () => {
    assert.deepEqual(faultsOf('{}\n/*\n<<<<<<< HEAD\n*/'), []);
  });
});
