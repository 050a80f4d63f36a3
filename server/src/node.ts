/** Language server in Node: over IPC from VS Code, or over standard input and output (`--stdio`) from any editor. */
import { writeSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { atFirstUse } from './core/atFirstUse';
import { answerInitialize } from './lsp/start/initialize';
import { Lifecycle } from './lsp/start/lifecycle';
import { MessageHeaders } from './messageHeaders';
import { wholeMessages } from './wholeMessages';

/** The version of the package, inserted by the build. */
declare const VERSION: string;

if (process.argv.includes('--stdio')) {
  // The library must choose this stream itself: only then does it redirect console output to the log.
  Object.defineProperty(process, 'stdout', { value: wholeMessages(process.stdout) });
  const headers = new MessageHeaders();
  process.stdin.on('data', (bytes) => {
    const fault = headers.take(bytes as Buffer);
    if (fault === undefined) return;
    writeSync(process.stderr.fd, `${fault}\n`);
    process.exit(1);
  });
}

const lifecycle = new Lifecycle();
const connection = createConnection(ProposedFeatures.all, { messageStrategy: lifecycle });
answerInitialize(connection, VERSION, (params) => {
  const load = atFirstUse(async () => (await import('./nodeServices')).startOnDisk(connection, params));
  lifecycle.holdUntil(load);
  // The library writes the answer in the next turn of the event loop. In the one after that, there is time.
  setImmediate(() => setImmediate(load));
});
connection.listen();
