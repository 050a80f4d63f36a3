/** `article-format lsp`: the language server, for any editor. */
import { createRequire } from 'node:module';

/** Starts the server that is built beside the command line. The server itself reads --stdio from the call. */
export function lsp(): void {
  createRequire(import.meta.url)('../server/node.js');
}
