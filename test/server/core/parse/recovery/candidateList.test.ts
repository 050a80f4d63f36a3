/** What a reading costs at least: the search follows no way that costs too much with it. */
import { assert } from 'chai';
import fc from 'fast-check';
import { scanMarkers } from '../../../../../server/src/core/markers/scanner';
import { CandidateList } from '../../../../../server/src/core/parse/recovery/candidateList';
import { candidates } from '../../../../../server/src/core/parse/recovery/candidates';
import { COST } from '../../../../../server/src/core/parse/recovery/costs';
import { cheapestWay } from '../../../../../server/src/core/parse/recovery/search';
import { articleText, markerSoup, realisticDocument } from '../../articles';

function listOf(text: string): CandidateList {
  const run = { start: 0, end: text.length };
  return new CandidateList(text, candidates(text, [...scanMarkers(text)], run.start, run.end), run);
}

const ARTICLE = articleText(['1986', '2024-04-09', 'Truce', 'Talks go on.']);

describe('the least cost of the rest of a run', () => {
  for (const [name, text, least] of [
    ['nothing for an article in order', ARTICLE, 0],
    ['a fault for two STARTs in a row', ARTICLE.replace('D-A-T-E-E-N-D.', ''), COST.unmatched],
    ['a fault for two ENDs in a row', ARTICLE.replace('T-I-T-L-E-S-T-A-R-T.', ''), COST.unmatched],
    ['a fault for the END of another field', ARTICLE.replace('T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.'), COST.unmatched],
    ['what is cheaper for a near miss', ARTICLE.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D'), COST.passedOver],
    [
      'little for markers that were misspelled together',
      ARTICLE.replaceAll(/(?<=[A-Z])-(?=[A-Z])/g, '–'),
      8 * COST.misspelledAlike,
    ],
    [
      'one fault for a field in another one, which two pairs of neighbours show',
      ARTICLE.replace('on.', 'D-A-T-E-S-T-A-R-T. 1 D-A-T-E-E-N-D.'),
      COST.unmatched,
    ],
  ] as const) {
    it(`is ${name}`, () => assert.equal(listOf(text).leastCostFrom(0), least));
  }

  it('is never more than the reading costs', () => {
    const cut = fc
      .tuple(realisticDocument, fc.array(fc.tuple(fc.nat(), fc.nat(40)), { maxLength: 4 }))
      .map(([text, cuts]) =>
        cuts.reduce((left, [at, length]) => {
          const place = at % (left.length + 1);
          return left.slice(0, place) + left.slice(place + length);
        }, text),
      );
    fc.assert(
      fc.property(fc.oneof(markerSoup, cut), (text) => {
        const list = listOf(text);
        assert.isAtMost(list.leastCostFrom(0), cheapestWay(list).cost);
      }),
      { numRuns: 1000 },
    );
  });
});
