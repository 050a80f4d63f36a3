/** Handlers of requests about one open document. */
import * as l10n from '@vscode/l10n';
import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { Steps } from '../../core/steps';
import { SLICE } from '../pace';
import type { ArticleDocument } from './document';

type Answer<R> = R | Steps<R>;

/**
 * Makes a handler from a function that answers for an open document, at once or in steps. If the document is not open,
 * the answer is `otherwise`.
 */
export type WithDocument = <P extends { textDocument: { uri: string } }, R>(
  answer: (document: ArticleDocument, params: P) => Answer<R> | Promise<Answer<R>>,
  otherwise: R,
) => (params: P, token: CancellationToken) => Promise<R>;

/**
 * What all handlers do alike. A request that was cancelled before its turn is not worked on. An error is reported and
 * fails only its own request. A long answer lets other messages through between two steps, and stops when the request is
 * cancelled or the document changes, so that an edit never waits for an answer that it makes obsolete.
 */
export function handlersOf(documents: TextDocuments<ArticleDocument>, report: (error: unknown) => void): WithDocument {
  return (answer, otherwise) => async (params, token) => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const document = documents.get(params.textDocument.uri);
    try {
      if (!document) return otherwise;
      const { revision } = document; // A client may give two states the same version.
      const isCurrent = () => documents.get(document.uri) === document && document.revision === revision;
      return await resultOf(await answer(document, params), token, isCurrent);
    } catch (error) {
      report(error);
      throw error;
    }
  };
}

/** The result of an answer. `isCurrent` says whether the document is still the one that the answer is about. */
async function resultOf<R>(answer: Answer<R>, token: CancellationToken, isCurrent: () => boolean): Promise<R> {
  if (!isInSteps(answer)) return answer;
  for (let since = performance.now(); ; ) {
    const step = answer.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    if (!isCurrent()) throw hasChanged();
    since = performance.now();
  }
}

function isInSteps<R>(answer: Answer<R>): answer is Steps<R> {
  return typeof answer === 'object' && answer !== null && 'next' in answer;
}

/** The error of an answer about a document that has changed meanwhile. */
export function hasChanged(): Error {
  return new ResponseError(LSPErrorCodes.ContentModified, l10n.t('The document has changed.'));
}
