/** The verdict on an open document: what its settings, the bytes of its file and the rules together say of it. */
import type { FileFinding } from '../../core/fileFindings';
import type { Article } from '../../core/parse/article';
import type { ParsedDocument } from '../../core/parse/parser';
import type { Finding } from '../../core/rules';
import type { ArticleFinding } from '../../corpus/checkFile';
import type { IndexedFile } from '../../corpus/corpusIndex';
import type { ArticleDocument } from '../documents/document';
import type { ReadFile } from '../files';
import type { DocumentSettings, Terms } from '../settings';
import { ArticleFindings } from './articleFindings';
import { FileFindings } from './fileFindings';
import { indexedDocument } from './indexedDocument';

/** What the rules say of a document's articles, and on which terms. */
export interface DocumentFindings {
  readonly terms: Terms;
  /** The findings of one article; their spans are relative to its start. */
  readonly of: (article: Article) => readonly Finding[];
  /** Those of all articles, in their order. */
  readonly all: () => readonly ArticleFinding[];
}

/** A verdict, and all that it depends on. */
interface Known {
  readonly parsed: ParsedDocument;
  readonly terms: Terms;
  readonly fileFindings: readonly FileFinding[];
  readonly name: string;
  readonly file: IndexedFile;
}

/** The only one who asks for findings on open documents. What is known of an article that no edit has touched is kept. */
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
   * The verdict, as the corpus takes it up under the file's `name`. It is the same object as long as nothing has changed
   * that it depends on.
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

  /** What the rules say, for those who offer fixes. */
  async findings(document: ArticleDocument): Promise<DocumentFindings> {
    const terms = await this.settings.of(document.uri);
    return { terms, of: this.articleFindings.on(terms), all: () => this.articleFindings.in(document, terms) };
  }
}
