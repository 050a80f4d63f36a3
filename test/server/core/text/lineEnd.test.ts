import { assert } from 'chai';
import { lineEndOf } from '../../../../server/src/core/text/lineEnd';

describe('the line end of a text', () => {
  for (const [text, expected, what] of [
    ['a\r\nb\nc', '\r\n', 'is the first one'],
    ['a\nb\r\nc', '\n', 'is the first one'],
    ['\r\n \r\na\nb', '\n', 'is not in the white space at the beginning, which a layout may remove'],
    [' \r\n a b', '\r\n', 'is in that white space if there is no other'],
    ['a\rb', '\n', 'is no lone CR'],
    ['', '\n', 'is LF if there is none'],
  ] as const)
    it(`${what}: ${JSON.stringify(text)}`, () => {
      assert.equal(lineEndOf([text]), expected);
      assert.equal(lineEndOf(text), expected, 'in parts of one character');
    });
});
