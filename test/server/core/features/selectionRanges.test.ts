import { assert } from 'chai';
import fc from 'fast-check';
import { selectionRanges } from '../../../../server/src/core/features/selectionRanges';
import { parse } from '../../../../server/src/core/parse/parser';
import { textOf } from '../../../../server/src/core/span';
import { anyDocument } from '../articles';
import { atCursor } from './cursor';

function steps(textWithCursor: string): string[] {
  const { article, offset } = atCursor(textWithCursor);
  return selectionRanges(article, offset).map((span) => textOf(article.text, span));
}

describe('selection ranges', () => {
  it('go from the word over sentence, paragraph, value and field to the article', () => {
    assert.deepEqual(
      steps(' T-E-X-T-S-T-A-R-T. Talks went on. Nobody k$0new why.\nThen they failed. T-E-X-T-E-N-D. '),
      [
        'knew',
        'Nobody knew why.',
        'Talks went on. Nobody knew why.',
        'Talks went on. Nobody knew why.\nThen they failed.',
        'T-E-X-T-S-T-A-R-T. Talks went on. Nobody knew why.\nThen they failed. T-E-X-T-E-N-D.',
        ' T-E-X-T-S-T-A-R-T. Talks went on. Nobody knew why.\nThen they failed. T-E-X-T-E-N-D. ',
      ],
    );
  });

  it('take a marker whole', () => {
    assert.equal(steps('T-E-X-T-S-$0T-A-R-T. Talks. T-E-X-T-E-N-D.')[0], 'T-E-X-T-S-T-A-R-T.');
  });

  it('each hold the one before, in any text', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (text, pick) => {
        for (const article of parse(text).articles) {
          const offset = pick % (article.text.length + 1);
          let last = { start: offset, end: offset };
          for (const step of selectionRanges(article, offset)) {
            assert.isTrue(step.start <= last.start && step.end >= last.end && step.end <= article.text.length);
            last = step;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
