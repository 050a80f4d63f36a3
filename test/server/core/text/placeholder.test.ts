import { assert } from 'chai';
import { isPlaceholder } from '../../../../server/src/core/text/placeholder';

describe('the sentence in place of a text', () => {
  it('is known with white space around it', () => {
    assert.isTrue(isPlaceholder('Error in processing document'));
    assert.isTrue(isPlaceholder('  Error in processing document\r\n'));
  });

  it('is not a text that has it among other words, or in another spelling', () => {
    for (const text of [
      'Error in processing document.',
      'Error in processing documents',
      'The court spoke of an Error in processing document 12.',
      'error in processing document',
      '',
    ])
      assert.isFalse(isPlaceholder(text), text);
  });
});
