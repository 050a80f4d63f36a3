/** A handler's way to its document. */
import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { ArticleDocument } from './document';

/** Makes a handler of an answer for an open document; a request for one that is not open gets `otherwise`. */
export type WithDocument = <P extends { textDocument: { uri: string } }, R>(
  answer: (document: ArticleDocument, params: P) => R | Promise<R>,
  otherwise: R,
) => (params: P, token: CancellationToken) => Promise<R>;

/**
 * A request that was cancelled while it waited for its turn is not worked on, so that nothing waits for it. An answer
 * that throws is reported, and fails that request only.
 */
export function handlersOf(documents: TextDocuments<ArticleDocument>, report: (error: unknown) => void): WithDocument {
  return (answer, otherwise) => async (params, token) => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const document = documents.get(params.textDocument.uri);
    try {
      return document ? await answer(document, params) : otherwise;
    } catch (error) {
      report(error);
      throw error;
    }
  };
}
