/** `article-format lsp`: the language server, for any editor. */

/** Starts the server that is built beside the command line. It reads --stdio from the call by itself. */
export async function lsp(): Promise<void> {
  await import(new URL('../server/node.js', import.meta.url).href);
}
