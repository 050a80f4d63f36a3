import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { FIELDS, markerText } from '../../../server/src/core/format';
import { parse } from '../../../server/src/core/parse/parser';
import { articleText } from './articles';
import { findingsIn } from './findings';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');

/** Everything in prose that looks a little like a marker, and plain words around it. */
const word = fc.constantFrom(
  ...(
    'U.S. U.K. e-mail F-16 A-B-C D-Day T-S-E S-T-O-P. S-T-A-R-T. E-N-D. R-E-S-T-A-R-T. T-R-E-N-D. W-E-E-K-E-N-D. ' +
    'T-H-E E-N-D. the end of text a b c d e I am in on it is to be or no. start END TEXT ' +
    'x-ray B-52 MI-6 G-20 N-A-T-O A.B.C. – — - . , “T” T.E.X.T. f-n-'
  ).split(' '),
);
const proseOfWords = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

/** The markers that the parser reads in an article of this prose, in each of several states of repair. */
function markersWith(title: string, prose: string): string[][] {
  const healthy = articleText(['1986', '2024-04-09', title, prose]);
  const first = healthy.replace(' F-N-S-T-A-R-T.', '');
  const last = healthy.replace(/ T-E-X-T-E-N-D\. $/, ' ');
  const middle = healthy.replace('T-I-T-L-E-E-N-D.', '');
  return [healthy, first, last, middle].map((text) =>
    parse(text).articles.flatMap(({ markers }) => markers.map(({ letters, side }) => markerText(letters, side))),
  );
}

const ALL = FIELDS.flatMap(({ marker }) => [markerText(marker, 'start'), markerText(marker, 'end')]);
const without = (gone: string) => ALL.filter((marker) => marker !== gone);
const EXPECTED = [ALL, without('F-N-S-T-A-R-T.'), without('T-E-X-T-E-N-D.'), without('T-I-T-L-E-E-N-D.')];

describe('prose', () => {
  it('holds no markers, whatever is spelled out in it', () => {
    fc.assert(
      fc.property(proseOfWords, proseOfWords, (title, text) => {
        // Where the END of the title is lost, six such words in a row look like markers that were misspelled together.
        fc.pre((title.match(/\S(?:-\S){3,}\./g) ?? []).length < 6);
        assert.deepEqual(markersWith(title, text), EXPECTED);
      }),
      { numRuns: 12_500 }, // Two values in four states each: a hundred thousand.
    );
  }).timeout(300_000);

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
      assert.deepEqual(markersWith('Truce', prose), EXPECTED);
    }
  });
});
