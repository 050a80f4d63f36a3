import { assert } from 'chai';
import fc from 'fast-check';
import { badBytesIn } from '../../../../server/src/cli/reading/badBytes';
import { decodePart } from '../../../../server/src/cli/reading/origin';

describe('bad bytes', () => {
  it('are found where their text has U+FFFD', () => {
    const good = fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text.replaceAll('\ufffd', '')));
    const bad = fc.constantFrom([0xff], [0xe4], [0xe4, 0xb8], [0xf0, 0x9f, 0x95], [0xc0, 0x80], [0xed, 0xa0, 0x80]);
    const parts = fc.array(fc.oneof(good, bad.map(Buffer.from), fc.uint8Array()), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (each) => {
        const bytes = Buffer.concat(each);
        fc.pre(!bytes.includes('\ufffd'));
        const text = decodePart(bytes);
        const replaced = [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
        const found = badBytesIn(bytes);
        assert.deepEqual(
          found.map(({ start }) => start),
          replaced,
        );
        for (const { at, byte, start } of found) {
          assert.equal(byte, bytes[at]);
          assert.equal(decodePart(bytes.subarray(0, at)).length, start);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are not found in UTF-8 that contains U+FFFD itself', () => {
    assert.isEmpty(badBytesIn(Buffer.from('a\ufffdb')));
    assert.deepEqual(badBytesIn(Buffer.from([0xef, 0xbf, 0xbd, 0xff])), [{ byte: 0xff, at: 3, start: 1, end: 2 }]);
  });
});
