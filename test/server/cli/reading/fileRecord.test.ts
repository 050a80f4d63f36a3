/** File records: what is one, what is wrong with a line that is none, and how a record is written again. */
import { assert } from 'chai';
import fc from 'fast-check';
import { byteLines } from '../../../../server/src/cli/reading/byteLines';
import { BadRecordError, fileRecord, otherKeys, withContent } from '../../../../server/src/cli/reading/fileRecord';

const RECORD = 'A record is an object on one line, with the name of a file in file and its text in content.';
const LIST =
  'begins a JSON array. Records are JSON Lines, with an object on each line; jq -c ".[]" converts an array to that.';

/** What is wrong with lines, which are text, or bytes as Latin-1. */
const BAD: Readonly<Record<string, string>> = {
  'no json': `is not JSON. ${RECORD}`,
  '{"file":"a","content":"b"': `is not JSON. ${RECORD}`,
  '{"file":"a","content":"b"} {}': `is not JSON. ${RECORD}`,
  '[{"file":"a","content":"b"}]': LIST,
  '[': LIST,
  '7': `is not a JSON object. ${RECORD}`,
  null: `is not a JSON object. ${RECORD}`,
  '{"file":"a"}': `has no content. ${RECORD}`,
  '{"content":"b"}': `has no file. ${RECORD}`,
  '{"file":"a","content":null}': `has no content. ${RECORD}`,
  '{"file":"a","Content":"b"}': 'has no content. It has Content.',
  '{"file":"","content":"b"}': 'has no name in file. Put the name of the file there.',
  '{"file":"a","content":7}': 'has no text in content. A text is in quotation marks.',
  '{"file":["a"],"content":"b"}': 'has no text in file. A text is in quotation marks.',
  '{"file":"a","content":"\\ud83d"}': 'has half a character (a lone surrogate) in content.',
  '{"file":"\\udd4a","content":"b"}': 'has half a character (a lone surrogate) in file.',
  '{"file":"a","content":"b","content":"c"}': 'has the key content twice. Keep one of them.',
  '{"file":"a","content":"b","fil\\u0065":"c"}': 'has the key file twice. Keep one of them.',
  '{"file":"a","content":"caf\xe9"}': 'cannot be read. It is not UTF-8.',
};

const utf8 = (line: string) => fileRecord(Buffer.from(line));

describe('a line that is no file record', () => {
  for (const [line, reason] of Object.entries(BAD)) {
    it(`${line}: ${reason}`, () => {
      assert.throws(() => fileRecord(Buffer.from(line, 'latin1')), BadRecordError, reason);
    });
  }
});

describe('a file record', () => {
  it('may have other keys, in it and in the values of other keys, and any white space', () => {
    const line = ' { "year" : {"content":1,"content":2}, "content":"\\ud83d\\udd4a\\u2028", "file":"content" }\t';
    const record = utf8(line);
    assert.deepInclude(record, { file: 'content', content: '🕊\u2028' });
    assert.deepEqual(record && otherKeys(record), ['year']);
  });

  it('may have a byte order mark and any line end; without anything else, the line is empty', () => {
    for (const end of ['', '\n', '\r\n']) {
      assert.deepInclude(utf8(`\ufeff{"file":"a","content":"\ufeffb"}${end}`), { content: '\ufeffb' });
      for (const empty of ['', ' ', '\t', '\ufeff']) assert.isUndefined(utf8(empty + end));
    }
  });

  it('with another content is the same in everything else, to the byte', () => {
    const space = fc.constantFrom('', ' ', '\t');
    const other = fc.constantFrom(
      '12345678901234567890',
      '1.0',
      '{"content":"x","a":[1]}',
      '"\\u00e9\\/"',
      '"é"',
      'null',
    );
    const made = fc.record({
      space,
      other,
      content: fc.string({ unit: 'grapheme' }),
      changed: fc.string({ unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(made, fc.constantFrom('', '\n', '\r\n'), fc.constantFrom('', '\ufeff'), (parts, end, mark) => {
        const line = (content: string) =>
          `${mark}{${parts.space}"a":${parts.other},"content"${parts.space}:${JSON.stringify(content)},"file":"f","b":${parts.other}}${end}`;
        const changed = withContent(Buffer.from(line(parts.content)), parts.changed);
        assert.equal(utf8(changed)?.content, parts.changed);
        assert.equal(
          changed.replaceAll(/\\u2028|\\u2029|\\u0085/g, (escaped) => JSON.parse(`"${escaped}"`)),
          line(parts.changed),
        );
      }),
    );
  });
});

it('lines of bytes are the same wherever the blocks of the stream end', async () => {
  const bytes = fc.uint8Array({ max: 12 }).map((array) => Buffer.from(array)); // Byte 10 is a line feed.
  await fc.assert(
    fc.asyncProperty(fc.array(bytes), async (blocks) => {
      const lines: Buffer[] = [];
      for await (const line of byteLines(streamOf(blocks))) {
        assert.equal(line.number, lines.push(line.bytes));
        assert.notInclude(line.bytes.subarray(0, -1).toString('latin1'), '\n');
        assert.isAbove(line.bytes.length, 0);
      }
      assert.deepEqual(Buffer.concat(lines), Buffer.concat(blocks));
      for (const line of lines.slice(0, -1)) assert.equal(line.at(-1), 10);
    }),
  );
});

async function* streamOf(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* blocks;
}
