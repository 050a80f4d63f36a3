import { assert } from 'chai';
import fc from 'fast-check';
import type { Edit } from '../../../../server/src/core/repair/edit';
import { applyEdits } from '../../../../server/src/core/repair/edit';
import { edited, type Parts, smallestEdits } from '../../../../server/src/core/writing/compose';

/** Edits of a text that do not overlap: it is cut at these fractions of its length, and every second part replaced. */
const shares = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('', 'x', 'ab')), {
  maxLength: 6,
});

function editsAt(length: number, parts: readonly (readonly [number, string])[]): Edit[] {
  const places = parts.map(([share]) => Math.floor(share * length)).sort((a, b) => a - b);
  return parts.flatMap(([, text], i) => {
    const [start, end] = [places[2 * i], places[2 * i + 1]];
    return start === undefined || end === undefined ? [] : [{ span: { start, end }, text }];
  });
}

describe('edits upon edits', () => {
  it('lead from the first text to the last, as one list in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(shares, { maxLength: 4 }), (before, rounds) => {
        let text = before;
        let parts: Parts = [{ start: 0, end: before.length }];
        for (const round of rounds) {
          const edits = editsAt(text.length, round);
          text = applyEdits(text, edits);
          parts = edited(parts, edits);
        }
        const all = smallestEdits(parts, before);
        assert.equal(applyEdits(before, all), text);
        for (const [i, { span }] of all.entries()) assert.isAtLeast(span.start, all[i - 1]?.span.end ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('are as small as can be', () => {
    const parts = edited([{ start: 0, end: 9 }], [{ span: { start: 2, end: 7 }, text: 'c-e' }]);
    assert.deepEqual(smallestEdits(parts, 'a b–e c d'), [{ span: { start: 2, end: 7 }, text: 'c-e' }]);
    const same = edited([{ start: 0, end: 9 }], [{ span: { start: 2, end: 5 }, text: 'b-e' }]);
    assert.deepEqual(smallestEdits(same, 'a b–e c d'), [{ span: { start: 3, end: 4 }, text: '-' }]);
  });
});
