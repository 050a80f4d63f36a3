import { assert } from 'chai';
import { invisibleSequences, nameOf } from '../../../../server/src/core/text/invisible';

const CODES = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);

/** What this version of the engine knows of Unicode. */
function isInvisible(code: number): boolean {
  if ('\t\n\r\u0085'.includes(String.fromCodePoint(code))) return false;
  return /^[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\ufffd]/u.test(String.fromCodePoint(code));
}

describe('invisible characters', () => {
  it('are those that Unicode has as such, all of them, and no others', () => {
    const text = CODES.map((code) => `a${String.fromCodePoint(code)}`).join('');
    const found = [...invisibleSequences(text)].map(({ start, end }) => {
      const code = text.codePointAt(start) as number;
      assert.equal(String.fromCodePoint(code), text.slice(start, end));
      return code;
    });
    assert.isAbove(found.length, 4000);
    assert.deepEqual(found, CODES.filter(isInvisible));
  });

  it('are found in one stretch, whatever they are, and however many', () => {
    const stretch = '\u200b\u{e0041}\u{1d173}\ufe0f\0\u{1bca0}';
    assert.deepEqual(
      [...invisibleSequences(`a${stretch}𝄞${stretch}`)],
      [
        { start: 1, end: 1 + stretch.length },
        { start: 3 + stretch.length, end: 3 + 2 * stretch.length },
      ],
    );
    const many = '\u200b'.repeat(10_000_000);
    assert.deepEqual([...invisibleSequences(many)], [{ start: 0, end: many.length }]);
  });

  it('have a name', () => {
    const names = ['\u0007', '\u200b', '\ufe0f', '\u{e0041}', '\u{e0100}', '\u{e0fff}', '\u2065'].map(nameOf);
    assert.deepEqual(names, [
      'U+0007 control character',
      'U+200B zero-width space',
      'U+FE0F variation selector',
      'U+E0041 tag character',
      'U+E0100 variation selector',
      'U+E0FFF invisible character',
      'U+2065 invisible character',
    ]);
  });
});
