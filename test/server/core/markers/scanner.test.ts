import { assert } from 'chai';
import { scanMarkers } from '../../../../server/src/core/markers/scanner';

/** The markers of a text: their letters, side, and where they begin. */
function markersIn(text: string): string[] {
  return [...scanMarkers(text)].map(({ letters, side, start }) => `${letters} ${side} ${start}`);
}

describe('the scanner', () => {
  for (const [what, text, ...markers] of [
    ['an article that begins where a marker is cut off', '19 F-N-E-F-N-S-T-A-R-T. 7', 'F-N start 9'],
    ['the same after a cut DATE', 'D-A-T-E-S-F-N-S-T-A-R-T. 7', 'F-N start 10'],
    ['a doubled letter, which is no cut', 'F-F-N-S-T-A-R-T. 7', 'F-F-N start 0'],
    [
      'a user-defined field that begins with the name of another one',
      'T-E-X-T-F-N-S-T-A-R-T. 7',
      'T-E-X-T-F-N start 0',
    ],
    ['a user-defined field that ends with the name of another one', 'S-U-B-F-N-S-T-A-R-T. 7', 'S-U-B-F-N start 0'],
    ['a user-defined field that begins like a marker', 'D-A-T-X-Y-S-T-A-R-T. 7', 'D-A-T-X-Y start 0'],
    ['a marker that was pasted into another one', 'T-E-X-T-E-N-F-N-S-T-A-R-T.D.', 'T-E-X-T-E-N-F-N start 0'],
    ['an END, with which no article begins', 'D-A-T-F-N-E-N-D.        ', 'D-A-T-F-N end 0'],
  ] as const) {
    it(`reads ${what}`, () => assert.deepEqual(markersIn(text), markers));
  }
});
