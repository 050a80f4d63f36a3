import { assert } from 'chai';
import fc from 'fast-check';
import { jsonLine } from '../../../../server/src/corpus/tables/jsonLine';

describe('a JSON line', () => {
  it('is one line to every reader, and the same value', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '\\', '"', '\n', '\r', '\v', '\f', '\x1c', '\u0085', '\u2028', '\u2029'),
    });
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const line = jsonLine(value);
        assert.match(line, /^[^\p{Cc}\u2028\u2029]*\n$/u);
        assert.deepEqual(JSON.parse(line), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
