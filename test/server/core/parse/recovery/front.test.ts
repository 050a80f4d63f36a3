import { assert } from 'chai';
import { beamFor } from '../../../../../server/src/core/parse/recovery/front';
import { article } from '../../articles';
import { allFixed, findingsIn } from '../../findings';

describe('the search for a reading', () => {
  it('follows fewer ways the more there may be to read, and one at least', () => {
    assert.equal(beamFor(0), 64);
    assert.equal(beamFor(200), 64);
    assert.equal(beamFor(201), 16);
    assert.equal(beamFor(100_000), 16);
    assert.equal(beamFor(200_000), 8);
    assert.equal(beamFor(2_000_000), 1);
  });

  it('finds the best one of an article in which every marker is wrong', () => {
    const wrong = article(7).replace(/(?:F-N|D-A-T-E|T-I-T-L-E|T-E-X-T)-(?:S-T-A-R-T|E-N-D)\./g, (marker) =>
      marker.slice(0, -1),
    );
    assert.lengthOf(findingsIn(wrong), 1, 'what happened to all of them is one fault');
    assert.equal(allFixed(wrong), article(7));
  });
});
