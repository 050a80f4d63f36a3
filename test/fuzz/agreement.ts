/** Whether a document that has followed edits is what a document with the same text is that was opened just now. */
import { isDeepStrictEqual } from 'node:util';
import { assert } from 'chai';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../../server/src/core/rules';
import { ArticleDocument } from '../../server/src/lsp/document';
import { Features } from '../../server/src/lsp/features';
import { IndexedDocuments } from '../../server/src/lsp/indexedDocuments';
import type { Terms } from '../../server/src/lsp/settings';
import { changesOf, type FuzzEdit } from './edits';

/** How many edits can be undone at once. */
const PAST = 8;

const URI = 'file:///article.txt';

/** Every rule is on, so that each has its say. */
export const TERMS: Terms = {
  context: { today: '2026-01-01', additionalFields: ['S-O-U-R-C-E'] },
  severities: Object.fromEntries(RULES.map(({ code }) => [code, 'warning'])),
  settingsFile: undefined,
  layout: 'line',
};

/** A document as the server keeps it, beside the one of the protocol's own library, which says what is right. */
export class EditedDocument {
  private readonly features = new Features();
  private readonly indexed = indexer(this.features);
  private readonly reference: TextDocument;
  private readonly document: ArticleDocument;
  private readonly past: string[] = [];
  /** What a client holds that always asks for what has changed. */
  private tokens: SemanticTokens;

  constructor(text: string) {
    this.reference = TextDocument.create(URI, 'article', 1, text);
    this.document = ArticleDocument.create(URI, 'article', 1, text);
    this.tokens = this.features.semanticTokens(this.document, TERMS);
  }

  edit(edit: FuzzEdit): void {
    const text = this.reference.getText();
    const version = this.reference.version + 1;
    // One change at a time: the positions of the next one are those of the text that it made.
    for (const change of changesOf(this.reference, edit, this.past)) {
      TextDocument.update(this.reference, [change], version);
      ArticleDocument.update(this.document, [change], version);
    }
    this.past.push(text);
    if (this.past.length > PAST) this.past.shift();
  }

  /** Throws an assertion error where anything differs. */
  check(): void {
    const text = this.reference.getText();
    const fresh = ArticleDocument.create(URI, 'article', this.reference.version, text);
    assert.equal(this.document.parsed.articles.map((article) => article.text).join(''), text, 'text');
    same(this.document.parsed, fresh.parsed, 'articles');
    this.checkPositions(text);
    this.checkFeatures(fresh);
  }

  private checkPositions(text: string): void {
    const { document, reference } = this;
    assert.equal(document.lineCount, reference.lineCount, 'lines');
    const step = Math.max(1, Math.floor(text.length / 40));
    for (let offset = -1; offset <= text.length + 1; offset += step) {
      const position = reference.positionAt(offset);
      same(document.positionAt(offset), position, `position of ${offset}`);
      for (const character of [position.character, position.character + 1, 1e9]) {
        const asked = { line: position.line, character };
        same(document.offsetAt(asked), reference.offsetAt(asked), `offset of ${asked.line}:${character}`);
      }
    }
  }

  private checkFeatures(fresh: ArticleDocument): void {
    const { document, features } = this;
    const anew = new Features();
    same(verdict(this.indexed, document), verdict(indexer(anew), fresh), 'records and problems');
    same(features.documentSymbols(document), anew.documentSymbols(fresh), 'symbols');
    same(features.foldingRanges(document), anew.foldingRanges(fresh), 'folds');
    same(features.summary(document, TERMS), anew.summary(fresh, TERMS), 'summary');
    const { data } = anew.semanticTokens(fresh, TERMS);
    const changed = features.semanticTokensDelta(document, TERMS, this.tokens.resultId as string);
    this.tokens = { resultId: changed.resultId as string, data: applied(this.tokens.data, changed) };
    same(this.tokens.data, data, 'semantic tokens');
  }
}

function indexer(features: Features): IndexedDocuments {
  return new IndexedDocuments((document, terms) => features.found(document, terms));
}

/** All that is found, with its place, and what the rules across files read. */
function verdict(indexed: IndexedDocuments, document: ArticleDocument): object {
  const { rangeOf, ...file } = indexed.of(document, { uri: URI, name: 'article.txt' }, TERMS, []);
  return file;
}

/** Chai's own comparison is slow, so it only has to show a difference. */
function same(actual: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) assert.deepEqual(actual, expected, what);
}

/** The tokens after a client was told what has changed. */
function applied(data: readonly number[], changed: SemanticTokens | SemanticTokensDelta): number[] {
  if ('data' in changed) return changed.data;
  const tokens = [...data];
  for (const { start, deleteCount, data: inserted } of [...changed.edits].sort((a, b) => b.start - a.start)) {
    tokens.splice(start, deleteCount, ...(inserted ?? []));
  }
  return tokens;
}
