/** Semantic tokens of whole documents: in full, as the changes since the client's last request, or for a range. */
import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
} from 'vscode-languageserver';
import { type SemanticToken, semanticTokens } from '../../core/features/semanticTokens';
import type { Article } from '../../core/parse/article';
import type { Steps } from '../../core/steps';
import type { ArticleDocument } from '../documents/document';
import { perArticle } from '../documents/perArticle';
import { type DocumentTerms, stateOf } from '../settings';
import { addSemanticToken } from './convert';

/** The tokens of a document that were sent to the client last. */
interface Sent {
  readonly resultId: string;
  readonly builder: SemanticTokensBuilder;
}

export class DocumentSemanticTokens {
  private readonly tokens = new WeakMap<DocumentTerms, (article: Article) => readonly SemanticToken[]>();
  private readonly sent = new WeakMap<ArticleDocument, Sent>();

  /** All tokens, as a result to which a later `delta` can refer. */
  *full(document: ArticleDocument, terms: DocumentTerms): Steps<SemanticTokens> {
    const resultId = stateOf(document, terms);
    const builder = new SemanticTokensBuilder();
    yield* this.addAll(builder, document, terms);
    this.sent.set(document, { resultId, builder });
    return { ...builder.build(), resultId };
  }

  /** The changes since the result `previous`; all tokens if another result was sent after it. */
  *delta(
    document: ArticleDocument,
    terms: DocumentTerms,
    previous: string,
  ): Steps<SemanticTokens | SemanticTokensDelta> {
    const resultId = stateOf(document, terms);
    const sent = this.sent.get(document);
    if (sent?.resultId !== previous) return yield* this.full(document, terms);
    if (previous === resultId) return { resultId, edits: [] };
    const { builder } = sent;
    this.sent.delete(document); // These steps may be abandoned, and the builder would then be half filled.
    builder.previousResult(builder.id);
    yield* this.addAll(builder, document, terms);
    this.sent.set(document, { resultId, builder });
    return { ...builder.buildEdits(), resultId };
  }

  /** The tokens that a range touches. */
  range(document: ArticleDocument, terms: DocumentTerms, range: Range): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    const within = document.spanOf(range);
    for (const [article, base] of document.articlesIn(within)) {
      for (const token of this.tokensOf(terms)(article)) {
        const touches = base + token.span.start <= within.end && base + token.span.end >= within.start;
        if (touches) addSemanticToken(builder, document, token, base);
      }
    }
    return { data: builder.build().data };
  }

  private *addAll(builder: SemanticTokensBuilder, document: ArticleDocument, terms: DocumentTerms): Steps<void> {
    for (const [article, base] of document.articles()) {
      yield;
      for (const token of this.tokensOf(terms)(article)) addSemanticToken(builder, document, token, base);
    }
  }

  /** An article's tokens on these terms. */
  private tokensOf(terms: DocumentTerms): (article: Article) => readonly SemanticToken[] {
    let tokens = this.tokens.get(terms);
    if (!tokens) {
      tokens = perArticle((article) => semanticTokens(article, terms.context.additionalFields));
      this.tokens.set(terms, tokens);
    }
    return tokens;
  }
}
