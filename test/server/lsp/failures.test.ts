import { assert } from 'chai';
import { ArticleDocument } from '../../../server/src/lsp/documents/document';
import { Features } from '../../../server/src/lsp/features/features';
import { DocumentSemanticTokens } from '../../../server/src/lsp/features/semanticTokens';
import { ArticleFindings } from '../../../server/src/lsp/verdict/articleFindings';
import { COPY, NEIGHBOUR, PIECE_AT, PLACE, SUMMARY } from '../../../server/src/protocol';
import { articleText } from '../core/articles';
import { Client } from './client';

const position = { line: 0, character: 20 };
const range = { start: position, end: position };

type Request = readonly [owner: object, method: string, params?: object | undefined];

/** A request for each function of the server that may fail, by the function's name. */
const REQUESTS: Readonly<Record<string, Request>> = {
  in: [ArticleFindings.prototype, 'textDocument/diagnostic'],
  on: [ArticleFindings.prototype, 'textDocument/codeAction', { range, context: { diagnostics: [] } }],
  documentSymbols: [Features.prototype, 'textDocument/documentSymbol'],
  foldingRanges: [Features.prototype, 'textDocument/foldingRange'],
  hover: [Features.prototype, 'textDocument/hover', { position }],
  definition: [Features.prototype, 'textDocument/definition', { position }],
  documentHighlights: [Features.prototype, 'textDocument/documentHighlight', { position }],
  selectionRange: [Features.prototype, 'textDocument/selectionRange', { positions: [position] }],
  formatting: [Features.prototype, 'textDocument/formatting', { options: {} }],
  full: [DocumentSemanticTokens.prototype, 'textDocument/semanticTokens/full'],
  delta: [DocumentSemanticTokens.prototype, 'textDocument/semanticTokens/full/delta', { previousResultId: '1' }],
  range: [DocumentSemanticTokens.prototype, 'textDocument/semanticTokens/range', { range }],
  summary: [Features.prototype, SUMMARY],
  place: [Features.prototype, PLACE, { position }],
  neighbour: [Features.prototype, NEIGHBOUR, { position, unit: 'article', way: 'next' }],
  copy: [Features.prototype, COPY, { ranges: [range], what: 'text' }],
  spanOf: [ArticleDocument.prototype, PIECE_AT, { position }],
  offsetAt: [ArticleDocument.prototype, 'textDocument/completion', { position }],
};

describe('a function of the server that fails', () => {
  for (const [name, [owner, method, params]] of Object.entries(REQUESTS)) {
    it(`stops no other function, and is reported once: ${name}`, async () => {
      const client = await Client.connect();
      await client.open(articleText(['1986', '2024-04-09', 'A truce', 'Talks go on.']));
      const isAnswered = ([, other, its]: Request) =>
        client.request(other, its).then(
          () => true,
          () => false,
        );
      await whileFailing(owner, name, async () => {
        assert.isFalse(await isAnswered([owner, method, params]));
        assert.isFalse(await isAnswered([owner, method, params]));
        const answered = await Promise.all(Object.values(REQUESTS).map(isAnswered));
        assert.isAtLeast(answered.filter(Boolean).length, answered.length / 3);
      });
      assert.isTrue(await isAnswered([owner, method, params]));
      assert.lengthOf(client.messages, 1);
    });
  }
});

async function whileFailing(owner: object, name: string, use: () => Promise<void>): Promise<void> {
  const before: unknown = Reflect.get(owner, name);
  assert.isFunction(before);
  Reflect.set(owner, name, () => {
    throw new Error(`${name} fails.`);
  });
  try {
    await use();
  } finally {
    Reflect.set(owner, name, before);
  }
}
