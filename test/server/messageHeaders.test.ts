import { assert } from 'chai';
import fc from 'fast-check';
import { MessageHeaders } from '../../server/src/messageHeaders';

/** The sentence about these bytes, or undefined. */
function faultIn(...chunks: (string | Uint8Array)[]): string | undefined {
  const headers = new MessageHeaders();
  return chunks.map((chunk) => headers.take(Buffer.from(chunk))).find((fault) => fault !== undefined);
}

const BODY = '{"jsonrpc":"2.0","method":"سلام"}';
const LENGTH = Buffer.byteLength(BODY);
const MESSAGE = `Content-Length: ${LENGTH}\r\n\r\n${BODY}`;

describe('headers of messages', () => {
  it('are read however the bytes come', () => {
    const bytes = Buffer.from(MESSAGE.repeat(3));
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        assert.isUndefined(faultIn(...places.slice(1).map((end, at) => bytes.subarray(places[at], end))));
      }),
    );
  });

  for (const header of [
    `content-length:${LENGTH}`,
    `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${LENGTH}`,
    `Content-Length: ${LENGTH}\r\nContent-Type: application/vscode-jsonrpc; charset=utf8`,
  ]) {
    it(`may be written in several ways: ${JSON.stringify(header)}`, () => {
      assert.isUndefined(faultIn(`${header}\r\n\r\n${BODY}${MESSAGE}`));
    });
  }

  for (const [what, sent, quoted] of [
    ['a length in characters', `Content-Length: ${BODY.length}\r\n\r\n${BODY}${MESSAGE}`, `م"}${MESSAGE}`],
    ['a length that is too short', `Content-Length: ${LENGTH - 1}\r\n\r\n${BODY}`, '}'],
    ['a length that is too long', `Content-Length: ${LENGTH + 1}\r\n\r\n${BODY}${MESSAGE}`, MESSAGE.slice(1)],
    ['no length', `Content-Type: x\r\n\r\n${BODY}`, `Content-Type: x\r\n\r\n${BODY}`],
    ['no number', 'Content-Length: x\r\n\r\n', 'Content-Length: x\r\n\r\n'],
    ['a negative number', 'Content-Length: -5\r\n\r\n', 'Content-Length: -5\r\n\r\n'],
    ['more than any message has', 'Content-Length: 99999999999\r\n\r\n', 'Content-Length: 99999999999\r\n\r\n'],
    ['line ends without CR', `Content-Length: ${LENGTH}\n\n`, `Content-Length: ${LENGTH}\n\n`],
    ['no header', BODY, BODY],
    ['no end', 'x'.repeat(2000), 'x'.repeat(40)],
  ] as const) {
    it(`cannot be read with ${what}`, () => {
      const fault = faultIn(sent) ?? assert.fail('read');
      const beginning = Buffer.from(quoted).subarray(0, 40).toString();
      assert.isTrue(fault.startsWith(`The client sent ${JSON.stringify(beginning)} where the header of`), fault);
    });
  }
});
