/** Language server in a web worker, for VS Code in the browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { ReadParquet } from './lsp/host';
import { startServer } from './lsp/server';
import { Lifecycle } from './lsp/start/lifecycle';
import { PARQUET_SCRIPT } from './protocol';

/** The version of the package, inserted by the build. */
declare const VERSION: string;
declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
  messageStrategy: new Lifecycle(),
});

/** The script is the one that Node loads, so it exports as modules of Node do. */
async function loadParquet(): Promise<ReadParquet> {
  const module = { exports: {} };
  Object.assign(self, { module });
  importScripts(await connection.sendRequest<string>(PARQUET_SCRIPT));
  return module.exports as ReadParquet;
}

startServer(connection, { version: VERSION, parquet: loadParquet });
