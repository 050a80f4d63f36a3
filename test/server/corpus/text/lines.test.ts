import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStarts, positionAt } from '../../../../server/src/corpus/text/lines';

describe('lines', () => {
  it('are those of LSP, at every offset', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028', '🕊️')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const document = TextDocument.create('', '', 0, text);
        const starts = lineStarts(text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (text.slice(offset - 1, offset + 1) === '\r\n') continue; // No line and column has a place inside a CRLF.
          assert.deepEqual(positionAt(starts, offset), document.positionAt(offset));
        }
      }),
    );
  });
});
