/** The verdict on an open document, from its settings, the bytes of its file, and the rules. */
import type { FileFinding } from '../../core/fileFindings';
import type { Article } from '../../core/parse/article';
import type { ParsedDocument } from '../../core/parse/parser';
import type { Finding } from '../../core/rules';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import { undecoded } from '../../corpus/text/undecoded';
import type { ArticleFinding } from '../../corpus/verdict/checkFile';
import type { ArticleDocument } from '../documents/document';
import type { ReadFile } from '../files';
import type { DocumentSettings, DocumentTerms } from '../settings';
import { ArticleFindings } from './articleFindings';
import { FileFindings } from './fileFindings';
import { findingsOfBytes, indexedDocument } from './indexedDocument';

/** What the rules find in a document's articles, and under which terms. */
export interface DocumentFindings {
  readonly terms: DocumentTerms;
  /** The findings of one article; their spans are relative to its start. */
  readonly of: (article: Article) => readonly Finding[];
  /** The findings of all articles, in order. */
  readonly all: () => readonly ArticleFinding[];
  /** The offset from which findings may be only about bytes that are not UTF-8 (see `isOfBytes`), so that no problem shows them. */
  readonly undecodedFrom: number | undefined;
}

/** A verdict with everything that it depends on. */
interface Known {
  readonly parsed: ParsedDocument;
  readonly terms: DocumentTerms;
  readonly fileFindings: readonly FileFinding[];
  readonly name: string;
  readonly file: IndexedFile;
}

/**
 * The one place where the findings of open documents are computed. Those of articles that no edit has touched are kept.
 */
export class Verdicts {
  readonly fileFindings: FileFindings;
  private readonly articleFindings = new ArticleFindings();
  private readonly known = new WeakMap<ArticleDocument, Known>();

  constructor(
    private readonly settings: DocumentSettings,
    readFile: ReadFile,
  ) {
    this.fileFindings = new FileFindings(readFile);
  }

  /**
   * The verdict, as an entry of the corpus index under the file's `name`. It stays the same object until something that it
   * depends on changes.
   */
  async of(document: ArticleDocument, name: string): Promise<IndexedFile> {
    const terms = await this.settings.of(document.uri);
    const fileFindings = await this.fileFindings.of(document.uri);
    const { parsed } = document;
    const before = this.known.get(document);
    const isSame = before?.parsed === parsed && before.terms === terms && before.fileFindings === fileFindings;
    if (isSame && before.name === name) return before.file;
    const found = this.articleFindings.in(document, terms);
    const file = indexedDocument(document, name, terms.severities, fileFindings, found);
    this.known.set(document, { parsed, terms, fileFindings, name, file });
    return file;
  }

  /** What the rules find, for features that offer fixes. */
  async findings(document: ArticleDocument): Promise<DocumentFindings> {
    const terms = await this.settings.of(document.uri);
    const ofBytes = findingsOfBytes(document, terms.severities, await this.fileFindings.of(document.uri));
    return {
      ...{ terms, of: this.articleFindings.on(terms), all: () => this.articleFindings.in(document, terms) },
      undecodedFrom: undecoded(ofBytes)?.offset,
    };
  }
}
