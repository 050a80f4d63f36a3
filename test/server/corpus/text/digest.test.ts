import { assert } from 'chai';
import fc from 'fast-check';
import { digestOf, digestOfUtf8, sketchOf, withLf } from '../../../../server/src/corpus/text/digest';

const digest = (text: string) => digestOf(text, { start: 0, end: text.length });
const digestInBytes = (text: string) => digestOfUtf8(Buffer.from(text));

describe('digest', () => {
  it('depends on nothing but the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, text) => {
        const normal = text.replaceAll('\r', '');
        const span = { start: before.length, end: before.length + normal.length };
        assert.equal(digestOf(before + normal + before, span), digest(normal));
      }),
    );
  });

  it('never changes, because the fingerprints in SARIF contain it', () => {
    assert.equal(digest('A truce in Gaza'), 'f.1w5xar3.10nxwz');
  });

  it('of bytes depends on nothing but them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, bytes) => {
        const all = Buffer.concat([before, bytes, before]);
        const own = all.subarray(before.length, before.length + bytes.length);
        assert.equal(digestOfUtf8(own), digestOfUtf8(Uint8Array.from(bytes)));
      }),
    );
    assert.notEqual(digestInBytes('abcde'), digestInBytes('abcdf'));
    assert.notEqual(digestInBytes('abcd'), digestInBytes('abcd\0'));
  });

  it('takes all line ends for the same', () => {
    assert.equal(digest('a\r\nb\rc\n'), digest('a\nb\nc\n'));
    assert.notEqual(digest('a\r\r\n'), digest('a\r\n'));
  });

  for (const [of, nameOf] of Object.entries({ units: digest, bytes: digestInBytes }))
    it(`of ${of} differs for 200,000 texts that differ in a character or two, in each half of its bits`, () => {
      const whole = new Set<string>();
      const halves = [new Set<string>(), new Set<string>()];
      const count = 200_000;
      for (let i = 0; i < count; i++) {
        const text = `A truce in Gaza was ${String.fromCharCode(0x20 + (i % 1000), 0x20 + Math.floor(i / 1000))} never easy.`;
        const name = nameOf(text);
        whole.add(name);
        const [, first = '', second = ''] = name.split('.');
        halves[0]?.add(first);
        halves[1]?.add(second);
      }
      assert.equal(whole.size, count);
      // Of so many random 32-bit numbers, some 5 are expected twice; a poor hash has thousands.
      for (const half of halves) assert.isBelow(count - half.size, 25);
    });
});

describe('sketch', () => {
  it('is the same for texts with one digest', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '\r', '\n'), maxLength: 100 }), (text) => {
        const normal = withLf(text);
        assert.equal(digest(text), digest(normal));
        assert.equal(sketchOf(text), sketchOf(normal));
      }),
    );
  });

  it('differs for nearly all others', () => {
    const texts = Array.from({ length: 10_000 }, (_, i) => `${i * 7919} people are in Gaza.`);
    assert.isAbove(new Set(texts.map((text) => sketchOf(text))).size, 9_990);
  });
});
