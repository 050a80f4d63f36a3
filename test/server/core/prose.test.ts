/** The fuzz campaign `prose` tries words that look like parts of markers. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { articleText } from './articles';
import { findingsIn } from './findings';
import { markersWith, READ } from './proseMarkers';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');

describe('prose', () => {
  it('may mention the format any number of times', () => {
    const names = 'F-N-S-T-A-R-T F-N-E-N-D D-A-T-E-S-T-A-R-T D-A-T-E-E-N-D T-I-T-L-E-S-T-A-R-T T-E-X-T-E-N-D';
    for (const prose of [
      `A W-E-E-K-E-N-D. of ${names} and no end.`,
      `T-E-E-N-D. ${'F-N-S-T-A-R-T '.repeat(9)}`.trim(),
      'TEXTEND L-E-E-N-D. A-R-T. -S-T-A-R-T. X-T-E-N-D. T-E-X-T 2-1',
      'F-E-N-D. the F-N S-T-A-R-T T-E-X-T and D-A-T-E ## F-N F-E-N-D.',
      'TITLE_END F_N_START T-R-E-N-D. TEXT-END T-E-X-T and D-A-T-E talks',
    ]) {
      const whole = articleText(['1986', '2024-04-09', 'Truce', prose]);
      assert.deepEqual(findingsIn(whole), [], prose);
      assert.deepEqual(findingsIn(articleText(['1986', '2024-04-09', prose, 'Talks.'])), [], prose);
      assert.deepEqual(findingsIn(whole + whole.replace('1986', '1987')), [], prose);
    }
  });

  it('of the public domain holds none either', () => {
    for (const name of ['gettysburg-address.txt', 'pride-and-prejudice.txt']) {
      const prose = fs.readFileSync(path.join(fixtures, name), 'utf8').trim();
      assert.deepEqual(markersWith('Truce', prose), READ);
    }
  });
});
