import { assert } from 'chai';
import fc from 'fast-check';
import { spelledOut } from '../../../../server/src/core/markers/spelledOut';
import { HYPHENS, INVISIBLE, SPACES, STOPS } from '../../../../server/src/core/text/lookAlikes';

const found = (text: string) => [...spelledOut(text)].map(({ start, end }) => text.slice(start, end));

/** The same search over all of Unicode. */
const REFERENCE = new RegExp(
  `(?<![\\p{L}\\p{N}])[${HYPHENS}]?[\\p{L}\\p{N}]{1,3}(?:[${HYPHENS}${SPACES}${STOPS}${INVISIBLE}]{1,4}[\\p{L}\\p{N}]{1,3}){3,2000}(?![\\p{L}\\p{N}])[${STOPS}${HYPHENS}]{0,2}`,
  'gu',
);

describe('what is spelled out', () => {
  it('is letters one by one, whatever joins them', () => {
    assert.deepEqual(found('Later T–E–X–T–E–N–D. stands'), ['T–E–X–T–E–N–D.']);
    assert.deepEqual(found('Talks have failed'), []);
  });

  it('is found in millions of characters beyond ASCII, whole characters all of them', () => {
    const text = `${'é😀“'.repeat(400_000)} T–E–X–T–E–N–D.`;
    assert.deepEqual(found(text), ['T–E–X–T–E–N–D.']);
    assert.deepEqual(found(`${'x'.repeat(999_998)} 𝐓–É–É–É–É`), ['𝐓–É–É–É–É']);
  });

  it('is the same in any script, with any character in or beside it', () => {
    const classes = [
      'aZ9',
      'éТ中٣½ｆ',
      '𝐓𐐷',
      '-_~–\u00ad',
      ' \t\u00a0\u3000',
      '.,;…。',
      '\u200b\ufeff',
      '\n\r"(\x01\x02\x7f“\u2003',
      '😀\ud835\udc13\ud83d',
    ];
    const unit = fc.oneof(
      ...classes.map((units) => fc.constantFrom(...units)),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join('');
        assert.deepEqual(found(text), text.match(REFERENCE) ?? []);
      }),
      { numRuns: 1000 },
    );
  });
});
