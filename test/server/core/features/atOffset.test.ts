import { assert } from 'chai';
import { fieldAt, fieldOfMarker, markerAt } from '../../../../server/src/core/features/atOffset';
import { articleText } from '../articles';
import { atCursor } from './cursor';

const TITLE = 'T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.';

/** The marker at the cursor, and the field. */
function at(textWithCursor: string): [marker: string | undefined, field: string | undefined] {
  const { article, offset } = atCursor(textWithCursor);
  const marker = markerAt(article, offset);
  return [marker && article.text.slice(marker.start, marker.end), fieldAt(article, offset)?.letters];
}

describe('at the cursor', () => {
  it('is the marker that it is in, or right beside', () => {
    assert.deepEqual(at(` $0${TITLE} `), ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E']);
    assert.deepEqual(at(` ${TITLE.replace('S-T-A', 'S-T$0-A')} `), ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E']);
    assert.deepEqual(at(` ${TITLE.replace('R-T.', '$&$0')} `), ['T-I-T-L-E-S-T-A-R-T.', 'T-I-T-L-E']);
    assert.deepEqual(at(` ${TITLE}$0 `), ['T-I-T-L-E-E-N-D.', 'T-I-T-L-E']);
  });

  it('is a field without a marker in its value', () => {
    assert.deepEqual(at(` ${TITLE.replace('Truce', '$0$&')} `), [undefined, 'T-I-T-L-E']);
    assert.deepEqual(at(` ${TITLE.replace('Truce', '$&$0')} `), [undefined, 'T-I-T-L-E']);
  });

  it('is nothing in the white space around fields', () => {
    assert.deepEqual(at(`$0 ${TITLE} `), [undefined, undefined]);
    assert.deepEqual(at(` ${TITLE} $0`), [undefined, undefined]);
    const article = articleText(['1986', '2024-04-09', 'Truce', 'Talks go on.']);
    assert.deepEqual(at(article.replace('  D', ' $0 D')), [undefined, undefined]);
  });
});

describe('the field of a marker', () => {
  const fieldOf = (textWithCursor: string) => {
    const { article, offset } = atCursor(textWithCursor);
    const marker = markerAt(article, offset);
    assert.isDefined(marker);
    return marker && fieldOfMarker(article, marker)?.letters;
  };

  it('is the one that it opens or closes', () => {
    assert.equal(fieldOf(` $0${TITLE} `), 'T-I-T-L-E');
    assert.equal(fieldOf(` ${TITLE}$0 `), 'T-I-T-L-E');
  });

  it('is none for a marker within the value of another field', () => {
    const nested = TITLE.replace('Truce', 'Truce D-A-T-E-E-N-D.$0 in Gaza');
    assert.isUndefined(
      fieldOf(articleText(['1986', '2024-04-09', 'x', 'Talks.']).replace(/T-I-T-L-E-S.*E-E-N-D\./, nested)),
    );
  });
});
