/** Prose holds no markers, whatever is spelled out in it. */
import fc from 'fast-check';
import { markersWith, READ } from '../../server/core/proseMarkers';
import { campaignOf } from '../campaign';

/** Everything in prose that looks a little like a marker, and plain words around it. */
const word = fc.constantFrom(
  ...(
    'U.S. U.K. e-mail F-16 A-B-C D-Day T-S-E S-T-O-P. S-T-A-R-T. E-N-D. R-E-S-T-A-R-T. T-R-E-N-D. W-E-E-K-E-N-D. ' +
    'T-H-E E-N-D. the end of text a b c d e I am in on it is to be or no. start END TEXT ' +
    'x-ray B-52 MI-6 G-20 N-A-T-O A.B.C. – — - . , “T” T.E.X.T. f-n-'
  ).split(' '),
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((each) => each.join(' '));

interface ProseCase {
  readonly title: string;
  readonly text: string;
}

/** Two values in each state of an article. Returns how many values were read. */
function tryProse({ title, text }: ProseCase): number {
  // Where the END of the title is lost, six such words in a row look like markers that were misspelled together.
  if ((title.match(/\S(?:-\S){3,}\./g) ?? []).length >= 6) return 0;
  const read = markersWith(title, text);
  for (const [state, markers] of read.entries()) {
    if (markers.join() !== READ[state]?.join()) throw new Error(`These markers were read: ${markers.join(' ')}`);
  }
  return 2 * read.length;
}

export const prose = campaignOf(
  {
    name: 'prose',
    unit: 'values',
    holds:
      'Words that look like parts of markers are no markers, in titles and texts, also where one of the article’s markers is lost',
    short: 8_000,
    round: 20_000,
    full: 100_000,
  },
  fc.record({ title: words, text: words }),
  tryProse,
  8,
);
