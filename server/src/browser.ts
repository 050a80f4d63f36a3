/** Language server in a web worker, for VS Code in the browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { Lifecycle } from './lsp/lifecycle';
import { startServer } from './lsp/server';

/** The version of the package, inserted by the build. */
declare const VERSION: string;
declare const self: DedicatedWorkerGlobalScope;

const options = { messageStrategy: new Lifecycle() };
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options), {
  version: VERSION,
});
