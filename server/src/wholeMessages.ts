/** A stream for the messages of a connection. Each message comes in two chunks: header and body. */
import { Writable } from 'node:stream';

/** The first byte of a body, which is a JSON object, and of no header. */
const BRACE = '{'.charCodeAt(0);

/** Passes on each message in one chunk. Otherwise the client wakes up for the header and must wait for the body. */
export function wholeMessages(output: Writable): Writable {
  let header: Buffer | undefined;
  const messages = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (chunk[0] === BRACE) {
        output.write(header ? Buffer.concat([header, chunk]) : chunk, done);
        header = undefined;
      } else {
        header = chunk;
        done();
      }
    },
  });
  output.once('error', (error) => messages.destroy(error));
  output.once('close', () => messages.destroy());
  return messages;
}
