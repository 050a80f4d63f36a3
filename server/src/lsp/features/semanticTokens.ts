/** Semantic tokens of whole documents: in full, as what changed since the client asked last, or for a range. */
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
import type { Terms } from '../settings';
import { addSemanticToken } from './convert';

/** What a client was told last of a document. */
interface Known {
  readonly resultId: string;
  readonly builder: SemanticTokensBuilder;
}

export class DocumentSemanticTokens {
  private readonly tokens = new WeakMap<Terms, (article: Article) => readonly SemanticToken[]>();
  private readonly known = new WeakMap<ArticleDocument, Known>();

  /** `resultId` names text and terms; a later `delta` may begin from it. */
  *full(document: ArticleDocument, terms: Terms, resultId: string): Steps<SemanticTokens> {
    const builder = new SemanticTokensBuilder();
    yield* this.addAll(builder, document, terms);
    this.known.set(document, { resultId, builder });
    return { ...builder.build(), resultId };
  }

  /** What changed since `previous`; everything when the client was told something else since. */
  *delta(
    document: ArticleDocument,
    terms: Terms,
    resultId: string,
    previous: string,
  ): Steps<SemanticTokens | SemanticTokensDelta> {
    const known = this.known.get(document);
    if (known?.resultId !== previous) return yield* this.full(document, terms, resultId);
    if (previous === resultId) return { resultId, edits: [] };
    const { builder } = known;
    this.known.delete(document); // It may never come to an end, and the builder is no use then.
    builder.previousResult(builder.id);
    yield* this.addAll(builder, document, terms);
    this.known.set(document, { resultId, builder });
    return { ...builder.buildEdits(), resultId };
  }

  /** The tokens that a range touches. */
  range(document: ArticleDocument, terms: Terms, range: Range): SemanticTokens {
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

  private *addAll(builder: SemanticTokensBuilder, document: ArticleDocument, terms: Terms): Steps<void> {
    for (const [article, base] of document.articles()) {
      yield;
      for (const token of this.tokensOf(terms)(article)) addSemanticToken(builder, document, token, base);
    }
  }

  /** An article's tokens on these terms. */
  private tokensOf(terms: Terms): (article: Article) => readonly SemanticToken[] {
    let tokens = this.tokens.get(terms);
    if (!tokens) {
      tokens = perArticle((article) => semanticTokens(article, terms.context.additionalFields));
      this.tokens.set(terms, tokens);
    }
    return tokens;
  }
}
