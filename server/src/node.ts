/** Language server in Node: over IPC from VS Code, or over standard input and output (`--stdio`) from any editor. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { listFiles } from './disk/listFiles';
import { readWanted } from './disk/readFile';
import { removeLeftovers, replaceFile } from './disk/replaceFile';
import { startServer } from './lsp/server';

startServer(createConnection(ProposedFeatures.all), {
  readFile: (uri, isWanted) => (isOnDisk(uri) ? readWanted(fileURLToPath(uri), isWanted) : undefined),
  listFiles: (folder, walk) => (isOnDisk(folder) ? listFiles(fileURLToPath(folder), walk) : undefined),
  replaceFile: async (uri, content, expected) => {
    if (!isOnDisk(uri)) return false;
    const file = fileURLToPath(uri);
    await removeLeftovers(path.dirname(file));
    await replaceFile(file, content, expected);
    return true;
  },
});

function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:');
}
