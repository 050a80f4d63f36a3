/** Language server in Node: over IPC from VS Code, or over standard input and output (`--stdio`) from any editor. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';

startServer(createConnection(ProposedFeatures.all), {
  readFile: async (uri) => (uri.startsWith('file:') ? readFile(fileURLToPath(uri)).catch(() => undefined) : undefined),
});
