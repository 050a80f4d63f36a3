/** The language server in this process, but over real streams. */
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

/** Starts a server; gives the client's end of the connection, which does not listen yet. */
export function serverInProcess(host: Host): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  // Readers and writers, not streams: with a stream, the server ends this process at the stream's end.
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);
  return createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
}
