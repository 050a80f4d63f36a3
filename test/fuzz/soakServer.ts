/** The language server for the soak, which also reports the resources of its process. */
import type { EventEmitter } from 'node:events';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server';
import type { Probe } from './soak';

const EMITTERS: readonly EventEmitter[] = [process, process.stdin, process.stdout];

function listenersOf(emitter: EventEmitter): number {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
}

const connection = createConnection(ProposedFeatures.all);
connection.onRequest('fuzz/probe', (): Probe => {
  globalThis.gc?.();
  return {
    heap: process.memoryUsage().heapUsed,
    listeners: EMITTERS.reduce((sum, emitter) => sum + listenersOf(emitter), 0),
    resources: process.getActiveResourcesInfo().length,
  };
});
startServer(connection);
