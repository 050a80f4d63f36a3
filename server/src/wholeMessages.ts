/** A stream for a connection's messages, each of which comes in two chunks: its head and its body. */
import { Writable } from 'node:stream';

/** Begins the body, which is a JSON object, and no head. */
const BRACE = '{'.charCodeAt(0);

/** Passes each message on in one piece. Otherwise the client is woken for the head, and has to wait for the body. */
export function wholeMessages(output: Writable): Writable {
  let head: Buffer | undefined;
  const messages = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (chunk[0] === BRACE) {
        output.write(head ? Buffer.concat([head, chunk]) : chunk, done);
        head = undefined;
      } else {
        head = chunk;
        done();
      }
    },
  });
  output.once('error', (error) => messages.destroy(error));
  output.once('close', () => messages.destroy());
  return messages;
}
