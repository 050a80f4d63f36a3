/** Language server in Node: over IPC from VS Code, or over standard input and output (`--stdio`) from any editor. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';

startServer(createConnection(ProposedFeatures.all));
