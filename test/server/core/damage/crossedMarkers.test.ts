import { assert } from 'chai';
import { damagesOf } from '../../../../server/src/core/damage/damages';
import { markerText } from '../../../../server/src/core/format';
import { parse } from '../../../../server/src/core/parse/parser';
import { article } from '../articles';

const HEALTHY = article(7);

/** The damages of a text; of crossed fields, the wrong markers, each with what it should be. */
function damages(text: string): string[] {
  return parse(text).articles.flatMap((each) =>
    damagesOf(each, []).map((damage) =>
      damage.kind === 'crossed'
        ? damage.wrong
            .map(
              (role) => `${markerText(role.marker.letters, role.marker.side)} → ${markerText(role.letters, role.side)}`,
            )
            .join(', ')
        : damage.kind,
    ),
  );
}

/** The article with two of its markers exchanged. */
const exchanged = (a: string, b: string) => HEALTHY.replace(a, '#').replace(b, a).replace('#', b);

describe('crossed fields', () => {
  it('are one damage, with the marker that is wrong', () => {
    assert.deepEqual(damages(HEALTHY.replace('T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.')), [
      'D-A-T-E-E-N-D. → T-I-T-L-E-E-N-D.',
    ]);
    assert.deepEqual(damages(HEALTHY.replace('T-E-X-T-E-N-D.', 'T-I-T-L-E-E-N-D.')), [
      'T-I-T-L-E-E-N-D. → T-E-X-T-E-N-D.',
    ]);
  });

  it('are one damage where two markers were exchanged, also far apart', () => {
    assert.deepEqual(damages(exchanged('D-A-T-E-E-N-D.', 'T-I-T-L-E-E-N-D.')), [
      'T-I-T-L-E-E-N-D. → D-A-T-E-E-N-D., D-A-T-E-E-N-D. → T-I-T-L-E-E-N-D.',
    ]);
    assert.deepEqual(damages(exchanged('F-N-E-N-D.', 'T-I-T-L-E-E-N-D.')), [
      'T-I-T-L-E-E-N-D. → F-N-E-N-D., F-N-E-N-D. → T-I-T-L-E-E-N-D.',
    ]);
  });

  it('are two damages where two markers are wrong in other ways', () => {
    const twice = HEALTHY.replace('F-N-E-N-D.', 'T-E-X-T-E-N-D.').replace('T-I-T-L-E-E-N-D.', 'D-A-T-E-E-N-D.');
    assert.lengthOf(damages(twice), 2);
  });

  it('are none in a healthy article', () => assert.deepEqual(damages(HEALTHY + article(8)), []));
});
