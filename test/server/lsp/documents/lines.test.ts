import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { secondHalves } from '../../../../server/src/core/text/secondHalves';
import { articleLineStarts, Lines } from '../../../../server/src/lsp/documents/lines';

/** Random pieces. A CRLF or a surrogate pair may be split between two of them. */
const pieces = fc.array(
  fc
    .array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', '\ud83d', '\ude00', ' '), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('')),
  { maxLength: 6 },
);

function linesOf(texts: readonly string[], inUtf32 = false): Lines {
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
    inUtf32 ? texts.map(secondHalves) : undefined,
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

  it('are the same in UTF-32, where an emoji is one character', () => {
    const whole = fc.array(
      fc
        .array(fc.constantFrom('\r', '\n', '\r\n', 'a', '🕊', '👍🏽', 'س', ' '), { minLength: 1 })
        .map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(whole, (texts) => {
        const lines = linesOf(texts, true);
        const text = texts.join('');
        const document = TextDocument.create('', '', 0, text);
        for (let at = 0, offset = 0; at <= [...text].length; at++) {
          const { line } = document.positionAt(offset);
          const lineStart = document.offsetAt({ line, character: 0 });
          const position = { line, character: [...text.slice(lineStart, offset)].length };
          const isInLineEnd = text.slice(offset - 1, offset + 1) === '\r\n';
          if (!isInLineEnd) {
            assert.deepEqual(lines.positionAt(offset), position, `position of ${offset}`);
            assert.equal(lines.offsetAt(position), offset, `offset of ${line}:${position.character}`);
          }
          offset += [...text][at]?.length ?? 0;
        }
        assert.equal(lines.offsetAt({ line: 0, character: 1000 }), document.offsetAt({ line: 0, character: 1000 }));
      }),
      { numRuns: 3000 },
    );
  });
});
