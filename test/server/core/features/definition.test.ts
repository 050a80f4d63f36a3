import { assert } from 'chai';
import { markerPair } from '../../../../server/src/core/features/definition';
import { textOf } from '../../../../server/src/core/span';
import { atCursor } from './cursor';

function pairAt(textWithCursor: string): string[] | undefined {
  const { article, offset } = atCursor(textWithCursor);
  return markerPair(article, offset)?.map((span) => textOf(article.text, span));
}

describe('definition', () => {
  it('leads from START to END and back', () => {
    assert.deepEqual(pairAt('F-N$0-S-T-A-R-T. 7 F-N-E-N-D.'), ['F-N-S-T-A-R-T.', 'F-N-E-N-D.']);
    assert.deepEqual(pairAt('F-N-S-T-A-R-T. 7 F-N-E-N-D.$0'), ['F-N-E-N-D.', 'F-N-S-T-A-R-T.']);
  });

  it('knows a misspelled partner, and that a lost one is lost', () => {
    assert.deepEqual(pairAt('F-N$0-S-T-A-R-T. 7 F–N–E–N–D  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.'), [
      'F-N-S-T-A-R-T.',
      'F–N–E–N–D',
    ]);
    assert.deepEqual(pairAt('F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A$0-T-E-S-T-A-R-T. 2024-04-09'), ['D-A-T-E-S-T-A-R-T.']);
  });

  it('leads nowhere from prose', () => {
    assert.isUndefined(pairAt('T-E-X-T-S-T-A-R-T. It fai$0led. T-E-X-T-E-N-D.'));
  });
});
