/** Whether a document that has followed edits equals a document that was just opened with the same text. */
import { assert } from 'chai';
import type { DocumentSymbol, FoldingRange, SemanticTokens } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../../server/src/core/parse/article';
import type { ParsedDocument } from '../../server/src/core/parse/parser';
import { RULES } from '../../server/src/core/rules';
import { finished } from '../../server/src/core/steps';
import type { ArticleRecord } from '../../server/src/corpus/articles/record';
import { ArticleDocument } from '../../server/src/lsp/documents/document';
import { Features } from '../../server/src/lsp/features/features';
import type { DocumentTerms } from '../../server/src/lsp/settings';
import { ArticleFindings } from '../../server/src/lsp/verdict/articleFindings';
import { indexedDocument } from '../../server/src/lsp/verdict/indexedDocument';
import type { Summary } from '../../server/src/protocol';
import { applyDelta } from '../server/lsp/tokensDelta';
import { changesOf, type FuzzEdit } from './edits';

/** How many edits can be undone at once. */
const PAST = 8;

/** At about how many places of a document positions are compared. */
const PLACES = 16;

const URI = 'file:///article.txt';

/** All rules are on, so that all of them are compared. */
export const TERMS: DocumentTerms = {
  revision: 1,
  context: { today: '2026-01-01', additionalFields: ['S-O-U-R-C-E'] },
  severities: Object.fromEntries(RULES.map(({ code }) => [code, 'warning'])),
  settingsFile: undefined,
  faultyFile: undefined,
  layout: 'line',
};

/** Everything that the server reports about a document. */
interface Answers {
  readonly articles: ParsedDocument;
  /** All findings with their places, and the records for the rules across files. */
  readonly problems: object;
  readonly symbols: readonly DocumentSymbol[];
  readonly folds: readonly FoldingRange[];
  readonly summary: Summary;
  readonly semanticTokens: readonly number[];
}

/** A document as the server keeps it, and one of the protocol's own library, which is the reference. */
export class EditedDocument {
  private readonly features = new Features();
  private readonly findings = new ArticleFindings();
  private readonly reference: TextDocument;
  private readonly document: ArticleDocument;
  private readonly past: string[] = [];
  /** The semantic tokens of a client that always asks for changes. */
  private tokens: SemanticTokens;
  /** The correct result for each text that was compared. Undo leads back to such texts. */
  private readonly right = new Map<string, Answers>();

  constructor(text: string) {
    this.reference = TextDocument.create(URI, 'article', 1, text);
    this.document = ArticleDocument.create(URI, 'article', 1, text);
    this.tokens = finished(this.features.tokens.full(this.document, TERMS));
  }

  edit(edit: FuzzEdit): void {
    const text = this.reference.getText();
    const version = this.reference.version + 1;
    // One change at a time: the positions of the next change refer to the text after this one.
    for (const change of changesOf(this.reference, edit, this.past)) {
      TextDocument.update(this.reference, [change], version);
      ArticleDocument.update(this.document, [change], version);
    }
    this.past.push(text);
    if (this.past.length > PAST) this.past.shift();
  }

  /** Throws an assertion error if anything differs. */
  check(): void {
    const text = this.reference.getText();
    assert.equal(this.document.parsed.articles.map((article) => article.text).join(''), text, 'text');
    this.checkPositions(text);
    const right = this.right.get(text) ?? rightAnswers(text);
    this.right.set(text, right);
    const answers = answersOf(this.document, this.features, this.findings, this.followTokens());
    for (const name of Object.keys(right) as (keyof Answers)[]) same(answers[name], right[name], name);
  }

  private checkPositions(text: string): void {
    const { document, reference } = this;
    assert.equal(document.lineCount, reference.lineCount, 'lines');
    const step = Math.max(1, Math.floor(text.length / PLACES));
    for (let offset = -1; offset <= text.length + 1; offset += step) {
      const position = reference.positionAt(offset);
      same(document.positionAt(offset), position, `position of ${offset}`);
      for (const character of [position.character, position.character + 1, 1e9]) {
        const asked = { line: position.line, character };
        same(document.offsetAt(asked), reference.offsetAt(asked), `offset of ${asked.line}:${character}`);
      }
    }
  }

  /** The client's tokens after it has asked for changes. */
  private followTokens(): readonly number[] {
    const { resultId = '', data } = this.tokens;
    const changed = finished(this.features.tokens.delta(this.document, TERMS, resultId));
    this.tokens = {
      resultId: changed.resultId as string,
      data: 'data' in changed ? changed.data : applyDelta(data, changed),
    };
    return this.tokens.data;
  }
}

/** What a server reports about a text that was just opened. */
function rightAnswers(text: string): Answers {
  const document = ArticleDocument.create(URI, 'article', 1, text);
  const features = new Features();
  const tokens = finished(features.tokens.full(document, TERMS));
  return answersOf(document, features, new ArticleFindings(), tokens.data);
}

function answersOf(
  document: ArticleDocument,
  features: Features,
  findings: ArticleFindings,
  semanticTokens: readonly number[],
): Answers {
  const { parsed } = document;
  const found = findings.in(document, TERMS);
  const { rangeOf, records, ...problems } = indexedDocument(document, 'article.txt', TERMS.severities, [], found);
  return {
    articles: { ...parsed, articles: parsed.articles.map(wholeArticle) },
    problems: { ...problems, records: records.map(wholeRecord) },
    symbols: finished(features.documentSymbols(document, true)),
    folds: finished(features.foldingRanges(document)),
    summary: finished(features.summary(document, TERMS)),
    semanticTokens,
  };
}

/** All properties of an article, including those that are computed on demand. */
function wholeArticle({
  text,
  markers,
  fields,
  faults,
  jumbles,
  conflicts,
  isWhole,
  healthy,
  head,
  first,
  final,
  glued,
}: Article): Article {
  return { text, markers, fields, faults, jumbles, conflicts, isWhole, healthy, head, first, final, glued };
}

function wholeRecord({
  number,
  date,
  title,
  words,
  span,
  numberSpan,
  textMarker,
  digest,
  sketch,
}: ArticleRecord): ArticleRecord {
  return { number, date, title, words, span, numberSpan, textMarker, digest, sketch };
}

/** Chai's comparison is slow, so it only shows a difference that was found before. */
function same(actual: unknown, expected: unknown, what: string): void {
  if (!isEqual(actual, expected)) assert.deepEqual(actual, expected, what);
}

/** Whether plain values are equal; four times as fast as Node's own comparison. */
function isEqual(actual: unknown, expected: unknown): boolean {
  if (Object.is(actual, expected)) return true;
  if (typeof actual !== 'object' || typeof expected !== 'object' || !actual || !expected) return false;
  const names = Object.keys(actual) as (keyof typeof actual)[];
  if (names.length !== Object.keys(expected).length) return false;
  return names.every((name) => name in expected && isEqual(actual[name], expected[name]));
}
