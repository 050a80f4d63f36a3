import { assert } from 'chai';
import { isTrimmed } from '../../../client/src/notices/trimmed';

describe('trimming', () => {
  it('is detected when only white space at the ends of lines is missing', () => {
    assert.isTrue(isTrimmed(' T-E-X-T-E-N-D. ', ' T-E-X-T-E-N-D.'));
    assert.isTrue(isTrimmed('a  \r\nb \r\n', 'a\r\nb\r\n'));
  });

  it('is not reported for any other change', () => {
    assert.isFalse(isTrimmed('a ', 'a '));
    assert.isFalse(isTrimmed('a', 'a '));
    assert.isFalse(isTrimmed('a b ', 'a'));
    assert.isFalse(isTrimmed(' a', 'a'));
    assert.isFalse(isTrimmed('a\n\n', 'a\n'));
  });
});
