/** The language server in this process, connected by real streams. */
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../../../server/src/lsp/host';
import { startServer } from '../../../server/src/lsp/server';
import { Lifecycle } from '../../../server/src/lsp/start/lifecycle';

/** Starts a server. Gives the client's end of the connection, which does not listen yet. */
export function serverInProcess(host: Host): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  // Readers and writers, not streams: given a stream, the server would end this process when the stream ends.
  const options = { messageStrategy: new Lifecycle() };
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), options), host);
  return createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
}
