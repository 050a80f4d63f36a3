/** A file that is open: its documents, and what its last answer said in view of other files. */
import type { CorpusIndex, IndexedFile } from '../../corpus/corpusIndex';
import type { CorpusFinding } from '../../corpus/rules';
import { isFieldsView } from '../../protocol';
import type { ArticleDocument } from '../documents/document';
import type { CorpusFiles } from './files';
import { type Compared, moved, NOTHING, summaryOf } from './inCommon';

/** A document with more articles is compared with others a moment after an edit: that takes longer than an edit may. */
const LONG = 200;

export class OpenFile {
  /** Its problems are in its answers, not told as those of a file that is not open. */
  isShown = false;
  private readonly documents: readonly ArticleDocument[];
  private answered = NOTHING;
  /** What its articles had in common with others when they were compared for the last time. */
  private compared: Compared | undefined;

  /** Shown by at least one document. */
  constructor(documents: readonly ArticleDocument[]) {
    const isView = ({ uri }: ArticleDocument) => isFieldsView(uri);
    this.documents = [...documents.filter((document) => !isView(document)), ...documents.filter(isView)];
  }

  /** The one that has the file's problems, which nobody sees twice: its fields view, where that is open. */
  get document(): ArticleDocument {
    return this.documents.at(-1) as ArticleDocument;
  }

  /** All its documents but this one. */
  without({ uri }: ArticleDocument): readonly ArticleDocument[] {
    return this.documents.filter((document) => document.uri !== uri);
  }

  /** What the file, as it is now, has in common with others; from now on that is what its last answer said. */
  answer(file: IndexedFile, corpus: CorpusFiles): readonly CorpusFinding[] {
    const across = this.inCommon(file, corpus);
    this.answered = summaryOf(across);
    this.isShown = true;
    return across;
  }

  /** In a long document, what was seen last, where it stands now. */
  private inCommon(file: IndexedFile, corpus: CorpusFiles): readonly CorpusFinding[] {
    const { compared } = this;
    const { parsed } = this.document;
    if (compared && compared.file !== file && parsed.articles.length > LONG) return moved(compared, parsed);
    // Nothing is told, and nothing is to be told: taking the file up can wait.
    if (this.answered === NOTHING && corpus.hasNothingInCommon(file)) {
      this.compared = { parsed, file, across: [] };
      return [];
    }
    return this.compare(file, corpus);
  }

  /** Takes the file up as it is now, and compares it with all others. */
  compare(file: IndexedFile, corpus: CorpusFiles): readonly CorpusFinding[] {
    corpus.take(file);
    const across = corpus.across(file);
    this.compared = { parsed: this.document.parsed, file, across };
    return across;
  }

  /** Whether what its last answer said in view of other files does not hold any more. */
  isOutdated(index: CorpusIndex): boolean {
    const uri = this.document.file;
    const across = index.get(uri) ? index.across(uri) : (this.compared?.across ?? []);
    return summaryOf(across) !== this.answered;
  }
}
