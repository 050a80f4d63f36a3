/** `article-format lsp`: the language server, for any editor. */

/** Starts the server that is built beside the command line. The server itself reads --stdio from the call. */
export async function lsp(): Promise<void> {
  await import(new URL('../server/node.js', import.meta.url).href);
}
