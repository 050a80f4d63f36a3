/** An open document as an entry of the corpus index. */
import type { FileFinding } from '../../core/fileFindings';
import type { ParsedDocument } from '../../core/parse/parser';
import { type ArticleRecord, HealthyRecord, healthyTraits, recordAt, recordOf } from '../../corpus/articles/record';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import { isOfBytes, undecoded } from '../../corpus/text/undecoded';
import { type ArticleFinding, type RatedFileFinding, withSeverities } from '../../corpus/verdict/checkFile';
import { problemsOf } from '../../corpus/verdict/problems';
import type { ArticleDocument } from '../documents/document';
import { perArticle } from '../documents/perArticle';

const recordOnce = perArticle(recordOf);
const traitsOnce = perArticle(healthyTraits);

/**
 * A document's file as it is in the editor: its problems and the records of its articles. `name` is the file's name for
 * people, `fileFindings` are the faults of its bytes on disk, and `found` are the rules' findings in its articles.
 */
export function indexedDocument(
  document: ArticleDocument,
  name: string,
  severities: IndexedFile['severities'],
  fileFindings: readonly FileFinding[],
  found: readonly ArticleFinding[],
): IndexedFile {
  const { uri: shown, file: uri, parsed } = document;
  const rangeOf: IndexedFile['rangeOf'] = (span) => document.rangeOf(span);
  const ofBytes = findingsOfBytes(document, severities, fileFindings);
  const from = undecoded(ofBytes)?.offset;
  const ofArticles = found.filter(({ finding, article, base }) => !isOfBytes(finding, article, base, from));
  const { problems, count } = problemsOf(ofBytes, ofArticles, rangeOf);
  return new IndexedDocument(uri, shown, name, severities, rangeOf, problems, count, parsed);
}

/** The findings in the bytes of a document's file, with their severities, and at their offsets in the document. */
export function findingsOfBytes(
  document: ArticleDocument,
  severities: IndexedFile['severities'],
  fileFindings: readonly FileFinding[],
): readonly RatedFileFinding[] {
  // The document may have other line ends than the bytes.
  return withSeverities(fileFindings, severities).map((finding) => ({
    ...finding,
    offset: document.offsetInUtf16(finding),
  }));
}

/** A class, because an object with a spread and an accessor takes as long to make as a small verdict. */
class IndexedDocument implements IndexedFile {
  readonly #parsed: ParsedDocument;
  #records: readonly ArticleRecord[] | undefined;

  constructor(
    readonly uri: string,
    readonly shown: string,
    readonly name: string,
    readonly severities: IndexedFile['severities'],
    readonly rangeOf: IndexedFile['rangeOf'],
    readonly problems: IndexedFile['problems'],
    readonly count: number,
    parsed: ParsedDocument,
  ) {
    this.#parsed = parsed;
  }

  /** Made only when files are compared: in a long document, that takes longer than an edit may. */
  get records(): readonly ArticleRecord[] {
    this.#records ??= recordsOf(this.#parsed);
    return this.#records;
  }
}

function recordsOf({ articles, starts }: ParsedDocument): ArticleRecord[] {
  const records: ArticleRecord[] = [];
  for (const [index, article] of articles.entries()) {
    const base = starts[index] as number;
    const traits = traitsOnce(article);
    if (traits) records.push(new HealthyRecord(article, traits, base, recordOnce));
    else if (article.markers.length > 0) records.push(recordAt(recordOnce(article), base));
  }
  return records;
}
