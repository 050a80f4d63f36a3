import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { articleLineStarts, Lines } from '../../../../server/src/lsp/documents/lines';

/** Random pieces. A CRLF or a surrogate pair may be split between two of them. */
const pieces = fc.array(
  fc
    .array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', '\ud83d', '\ude00', ' '), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('')),
  { maxLength: 6 },
);

function linesOf(texts: readonly string[]): Lines {
  let length = 0;
  const starts = texts.map((text) => {
    length += text.length;
    return length - text.length;
  });
  return new Lines(
    texts.map((text) => ({ text })),
    Int32Array.from(starts),
    length,
    texts.map(articleLineStarts),
  );
}

describe('lines of a text in pieces', () => {
  it('are the same as those of TextDocument', () => {
    fc.assert(
      fc.property(pieces, (texts) => {
        const lines = linesOf(texts);
        const whole = TextDocument.create('', '', 0, texts.join(''));
        assert.equal(lines.lineCount, whole.lineCount);
        for (let offset = -1; offset <= whole.getText().length + 1; offset++) {
          assert.deepEqual(lines.positionAt(offset), whole.positionAt(offset), `position of ${offset}`);
        }
        for (let line = -1; line <= whole.lineCount; line++) {
          for (let character = -1; character <= 8; character++) {
            const position = { line, character };
            assert.equal(lines.offsetAt(position), whole.offsetAt(position), `offset of ${line}:${character}`);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
