/** A handler's way to its document. */
import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { Steps } from '../../core/steps';
import { SLICE } from '../pace';
import type { ArticleDocument } from './document';

type Answer<R> = R | Steps<R>;

/**
 * Makes a handler of an answer for an open document, which may come in steps; a request for one that is not open gets
 * `otherwise`.
 */
export type WithDocument = <P extends { textDocument: { uri: string } }, R>(
  answer: (document: ArticleDocument, params: P) => Answer<R> | Promise<Answer<R>>,
  otherwise: R,
) => (params: P, token: CancellationToken) => Promise<R>;

/**
 * A request that was cancelled while it waited for its turn is not worked on, so that nothing waits for it. An answer
 * that throws is reported, and fails that request only. One that takes long gives way to messages, and ends without a
 * result when it is cancelled or the document has changed: an edit waits for nothing that it makes obsolete.
 */
export function handlersOf(documents: TextDocuments<ArticleDocument>, report: (error: unknown) => void): WithDocument {
  return (answer, otherwise) => async (params, token) => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const document = documents.get(params.textDocument.uri);
    try {
      if (!document) return otherwise;
      const { version } = document;
      const isCurrent = () => documents.get(document.uri) === document && document.version === version;
      return await resultOf(await answer(document, params), token, isCurrent);
    } catch (error) {
      report(error);
      throw error;
    }
  };
}

/** The result of an answer. `isCurrent` says whether it is still of use. */
async function resultOf<R>(answer: Answer<R>, token: CancellationToken, isCurrent: () => boolean): Promise<R> {
  if (!isInSteps(answer)) return answer;
  for (let since = performance.now(); ; ) {
    const step = answer.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    if (!isCurrent()) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
    since = performance.now();
  }
}

function isInSteps<R>(answer: Answer<R>): answer is Steps<R> {
  return typeof answer === 'object' && answer !== null && 'next' in answer;
}
