/** An open file: its documents, and the findings across files in its last answer. */
import type { CorpusIndex, IndexedFile } from '../../corpus/index/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';
import { isFieldsView } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import type { CorpusFiles } from './files';
import { type Compared, moved, summaryOf } from './inCommon';

/**
 * A document with more articles is compared with others only after a pause, because that takes longer than an edit may.
 */
const LONG = 200;

export class OpenFile {
  /**
   * Whether its problems are in the answers on its document. If not, they are published as for a file that is not open.
   */
  isShown = false;
  private readonly documents: readonly ArticleDocument[];
  private answered: readonly CorpusFinding[] = [];
  /** The result of the last comparison with other files. */
  private compared: Compared | undefined;
  /** The same in a long document, with the edits since then that were answered. */
  private carried: Compared | undefined;

  /** There must be at least one document. */
  constructor(documents: readonly ArticleDocument[]) {
    const isView = ({ uri }: ArticleDocument) => isFieldsView(uri);
    this.documents = [...documents.filter((document) => !isView(document)), ...documents.filter(isView)];
  }

  /** The one document that shows the file's problems, so that nobody sees them twice: the fields view if it is open. */
  get document(): ArticleDocument {
    return this.documents.at(-1) as ArticleDocument;
  }

  /** All its documents except this one. */
  without({ uri }: ArticleDocument): readonly ArticleDocument[] {
    return this.documents.filter((document) => document.uri !== uri);
  }

  /** The findings across files on the file as it is now. They are kept as its last answer. */
  answer(file: IndexedFile, corpus: CorpusFiles): readonly CorpusFinding[] {
    const across = this.inCommon(file, corpus);
    this.answered = across;
    this.isShown = true;
    return across;
  }

  /** The findings across files. In a long document, those of the last comparison, moved to their present places. */
  private inCommon(file: IndexedFile, corpus: CorpusFiles): readonly CorpusFinding[] {
    const { compared } = this;
    const { parsed } = this.document;
    if (compared && compared.file !== file && parsed.articles.length > LONG) {
      this.carried = { parsed, file, across: moved(this.carried ?? compared, parsed) };
      return this.carried.across;
    }
    // No finding was in the last answer and none is due, so the comparison can wait.
    if (this.answered.length === 0 && corpus.hasNothingInCommon(file)) return this.keep(file, []);
    return this.compare(file, corpus);
  }

  /** Puts the file into the index as it is now, and compares it with all others. */
  compare(file: IndexedFile, corpus: CorpusFiles): readonly CorpusFinding[] {
    corpus.take(file);
    return this.keep(file, corpus.across(file));
  }

  /** From now on, these are the findings of the last comparison. */
  private keep(file: IndexedFile, across: readonly CorpusFinding[]): readonly CorpusFinding[] {
    this.compared = { parsed: this.document.parsed, file, across };
    this.carried = undefined;
    return across;
  }

  /** Whether the findings across files differ from those in its last answer. */
  isOutdated(index: CorpusIndex): boolean {
    const uri = this.document.file;
    const across = index.get(uri) ? index.across(uri) : (this.compared?.across ?? []);
    return summaryOf(across) !== summaryOf(this.answered);
  }
}
