import { assert } from 'chai';
import { checkBytes, noArticle, unreadableFile } from '../../../server/src/core/fileFindings';
import { byteFacts, firstInvalidByte } from '../../../server/src/core/text/byteFacts';
import { article } from './articles';

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))));

/** The findings in bytes: code, line and character. */
const findings = (file: Uint8Array) =>
  checkBytes(file).map(({ code, line, character, offset }) => `${code} ${line}:${character} (${offset})`);

const MARK = [0xef, 0xbb, 0xbf];

describe('the bytes of a file', () => {
  it('have nothing wrong as the producers write them, in any script', () => {
    for (const text of [
      article(7),
      'نعم',
      'ไทย',
      '停战',
      '🕊️',
      'naïve “talks”',
      '\u07ff\u0800\uffff\u{10000}\u{10ffff}',
    ])
      assert.deepEqual(findings(bytes(text)), [], text);
    assert.deepEqual(findings(bytes('')), []);
  });

  it('are counted in steps, also where a line end or a character is at the end of one', () => {
    for (const before of [1024 * 1024 - 1, 1024 * 1024 - 2, 1024 * 1024]) {
      const { lineEnds, invalid } = byteFacts(bytes('a'.repeat(before), '\r\n🕊️\r', [0xff]));
      assert.deepEqual([lineEnds, invalid?.at], [{ CRLF: 1, LF: 0, CR: 1 }, before + 10]);
    }
  });

  it('may begin with a byte order mark, and only begin', () => {
    assert.deepEqual(findings(bytes(MARK, article(7))), ['byte-order-mark 0:0 (0)']);
    assert.deepEqual(findings(bytes('a', MARK)), []);
    assert.deepEqual(findings(bytes([0xef, 0xbb])), ['not-utf-8 0:0 (0)']);
    assert.isFalse(byteFacts(bytes([0xef, 0xbb, 0xbe])).hasMark);
    assert.isFalse(byteFacts(bytes([0xef, 0xbc, 0xbf])).hasMark);
  });
});

describe('bytes that are not UTF-8', () => {
  it('are found where the text has them', () => {
    assert.deepEqual(findings(bytes('Caf', [0xe9], ' in Gaza')), ['not-utf-8 0:3 (3)']);
    assert.deepEqual(findings(bytes('Talks\ngo ', [0x93], 'on')), ['not-utf-8 1:3 (9)']);
    assert.deepEqual(findings(bytes('Talks\r\ngo\r', [0x93])), ['not-utf-8 2:0 (10)', 'mixed-line-endings 0:0 (0)']);
    assert.deepEqual(findings(bytes('é🕊', [0xff])), ['not-utf-8 0:3 (3)'], 'two units for a dove');
    assert.deepEqual(findings(bytes(MARK, 'ab', [0xff])), ['not-utf-8 0:2 (2)', 'byte-order-mark 0:0 (0)']);
  });

  it('are named, with their place in the file', () => {
    const [finding] = checkBytes(bytes(MARK, 'Caf', [0xe9], ' in Gaza'));
    assert.include(finding?.message, 'byte E9 (hexadecimal) at offset 6');
    assert.include(checkBytes(bytes('a', [0xff]))[0]?.message, 'byte FF');
  });

  it('are those that RFC 3629 excludes', () => {
    const wrong: Record<string, number[]> = {
      'a continuation alone': [0x80],
      'an overlong character of two bytes': [0xc1, 0xbf],
      'an overlong character of three': [0xe0, 0x9f, 0xbf],
      'an overlong character of four': [0xf0, 0x8f, 0xbf, 0xbf],
      'a surrogate': [0xed, 0xa0, 0x80],
      'a character beyond Unicode': [0xf4, 0x90, 0x80, 0x80],
      'a byte that begins none': [0xf5, 0x80, 0x80, 0x80],
      'a character that breaks off': [0xe2, 0x80],
      'a character of four that breaks off': [0xf0, 0x9f, 0x95],
      'a letter for a continuation': [0xc3, 0x41],
      'a letter for the last one': [0xe2, 0x80, 0x41],
      'another character for a continuation': [0xc3, 0xc3, 0xa9],
    };
    for (const [what, some] of Object.entries(wrong)) assert.equal(firstInvalidByte(bytes('a', some)), 1, what);
    for (const some of [
      [0xc2, 0x80],
      [0xdf, 0xbf],
      [0xe0, 0xa0, 0x80],
      [0xed, 0x9f, 0xbf],
      [0xee, 0x80, 0x80],
      [0xef, 0xbf, 0xbf],
      [0xf0, 0x90, 0x80, 0x80],
      [0xf4, 0x8f, 0xbf, 0xbf],
      [0x7f],
    ])
      assert.isUndefined(firstInvalidByte(bytes('a', some)), some.map((byte) => byte.toString(16)).join(' '));
  });

  it('are counted from the first', () => {
    assert.equal(firstInvalidByte(bytes('é', [0xff, 0xff])), 2);
    assert.isUndefined(firstInvalidByte(bytes('')));
  });
});

describe('line ends', () => {
  it('are of one kind, or counted by their kinds', () => {
    for (const lineEnd of ['\n', '\r\n', '\r'])
      assert.deepEqual(findings(bytes(['a', 'b', ''].join(lineEnd))), [], JSON.stringify(lineEnd));
    const [finding] = checkBytes(bytes('a\r\nb\nc\r\nd\re\r'));
    assert.equal(finding?.code, 'mixed-line-endings');
    assert.include(finding?.message, '(2 CRLF, 1 LF, 2 CR)');
    assert.include(checkBytes(bytes('\na\r\n'))[0]?.message, '(1 CRLF, 1 LF)');
    assert.include(checkBytes(bytes('\r\ra\n'))[0]?.message, '(1 LF, 2 CR)');
  });
});

describe('a file that is no article', () => {
  it('is empty, or only white space', () => {
    for (const text of ['', ' ', '\t\n\v\f\r '])
      assert.equal(noArticle(bytes(text)).code, 'empty-file', JSON.stringify(text));
    for (const text of ['a', ' \n.', '\0', '\u00a0', '\b', '\u000e'])
      assert.equal(noArticle(bytes(text)).code, 'no-article', text);
  });

  it('could not be read, for a reason', () => {
    const { code, message } = unreadableFile('Permission is denied.');
    assert.equal(code, 'unreadable-file');
    assert.match(message, /has not been checked\. Permission is denied\.$/);
  });
});
