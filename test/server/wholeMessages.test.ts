import { PassThrough } from 'node:stream';
import { assert } from 'chai';
import {
  createMessageConnection,
  type NotificationMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { wholeMessages } from '../../server/src/wholeMessages';

const message = (method: string, params?: object): NotificationMessage => ({
  jsonrpc: '2.0',
  method,
  ...(params && { params }),
});

describe('whole messages', () => {
  it('come in one chunk each, in their order', async () => {
    const output = new PassThrough();
    const chunks: string[] = [];
    output.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
    const writer = new StreamMessageWriter(wholeMessages(output));
    await Promise.all(['first', 'Größe'].map((method) => writer.write(message(method))));
    assert.deepEqual(chunks, [
      'Content-Length: 34\r\n\r\n{"jsonrpc":"2.0","method":"first"}',
      'Content-Length: 36\r\n\r\n{"jsonrpc":"2.0","method":"Größe"}',
    ]);
  });

  it('can be read by any client', async () => {
    const output = new PassThrough();
    const client = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(new PassThrough()));
    const heard = new Promise((resolve) => client.onNotification('told', resolve));
    client.listen();
    const params = { text: '🕊️'.repeat(100_000) };
    await new StreamMessageWriter(wholeMessages(output)).write(message('told', params));
    assert.deepEqual(await heard, params);
    client.dispose();
  });

  it('end with the stream that they are written to', async () => {
    const output = new PassThrough();
    const messages = wholeMessages(output);
    const ended = new Promise((resolve) => messages.once('error', resolve));
    output.destroy(new Error('The client is gone.'));
    assert.equal(String(await ended), 'Error: The client is gone.');
  });
});
