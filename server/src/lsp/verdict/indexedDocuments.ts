/** What an open document is to the corpus. */
import type { FileFinding } from '../../core/fileFindings';
import type { ParsedDocument } from '../../core/parse/parser';
import type { Finding } from '../../core/rules';
import { withSeverities } from '../../corpus/checkFile';
import type { IndexedFile } from '../../corpus/corpusIndex';
import { problemsOf } from '../../corpus/problems';
import { type ArticleRecord, HealthyRecord, recordAt, recordOf } from '../../corpus/record';
import { isOfBytes, undecoded } from '../../corpus/undecoded';
import type { ArticleDocument } from '../documents/document';
import { perArticle } from '../documents/perArticle';
import type { Features } from '../features/features';
import type { Terms } from '../settings';

/** What an answer was made from. */
interface Made {
  readonly parsed: ParsedDocument;
  readonly terms: Terms;
  readonly fileFindings: readonly FileFinding[];
  readonly name: string;
  readonly file: IndexedFile;
}

export class IndexedDocuments {
  private readonly made = new WeakMap<ArticleDocument, Made>();
  private readonly record = perArticle(recordOf);

  constructor(private readonly found: Features['found']) {}

  /** The same object as long as nothing has changed that it depends on. */
  of(
    document: ArticleDocument,
    { uri, name }: Pick<IndexedFile, 'uri' | 'name'>,
    terms: Terms,
    fileFindings: readonly FileFinding[],
  ): IndexedFile {
    const { parsed } = document;
    const before = this.made.get(document);
    const isSame = before?.parsed === parsed && before.terms === terms && before.fileFindings === fileFindings;
    if (isSame && before.name === name) return before.file;
    const { severities } = terms;
    const rangeOf: IndexedFile['rangeOf'] = (span) => document.rangeOf(span);
    const ofBytes = withSeverities(fileFindings, severities);
    const undecodable = undecoded(ofBytes);
    const from = undecodable && document.offsetAt(undecodable);
    const problems = problemsOf(ofBytes, this.findingsIn(document, terms, from), rangeOf);
    const recordsOf = () => this.recordsOf(parsed);
    let records: ArticleRecord[] | undefined;
    const file: IndexedFile = {
      uri,
      shown: document.uri,
      name,
      // Only when somebody compares them: in a long document they take longer than an edit may.
      get records() {
        records ??= recordsOf();
        return records;
      },
      severities,
      rangeOf,
      ...problems,
    };
    this.made.set(document, { parsed, terms, fileFindings, name, file });
    return file;
  }

  private findingsIn(document: ArticleDocument, terms: Terms, from?: number): { finding: Finding; base: number }[] {
    const all: { finding: Finding; base: number }[] = [];
    for (const [findings, base, article] of this.found(document, terms)) {
      for (const finding of findings) if (!isOfBytes(finding, article, base, from)) all.push({ finding, base });
    }
    return all;
  }

  private recordsOf({ articles, starts }: ParsedDocument): ArticleRecord[] {
    const records: ArticleRecord[] = [];
    for (const [index, article] of articles.entries()) {
      const base = starts[index] as number;
      if (article.healthy) records.push(new HealthyRecord(article, article.healthy, base, this.record));
      else if (article.markers.length > 0) records.push(recordAt(this.record(article), base));
    }
    return records;
  }
}
