/** An open document as an entry of the corpus index. */
import type { FileFinding } from '../../core/fileFindings';
import type { ParsedDocument } from '../../core/parse/parser';
import { type ArticleRecord, HealthyRecord, recordAt, recordOf } from '../../corpus/articles/record';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import { isOfBytes, undecoded } from '../../corpus/text/undecoded';
import { type ArticleFinding, withSeverities } from '../../corpus/verdict/checkFile';
import { problemsOf } from '../../corpus/verdict/problems';
import type { ArticleDocument } from '../documents/document';
import { perArticle } from '../documents/perArticle';

const recordOnce = perArticle(recordOf);

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
  const ofBytes = withSeverities(fileFindings, severities);
  const undecodable = undecoded(ofBytes);
  const from = undecodable && document.offsetAt(undecodable);
  const ofArticles = found.filter(({ finding, article, base }) => !isOfBytes(finding, article, base, from));
  let records: ArticleRecord[] | undefined;
  return {
    ...{ uri, shown, name, severities, rangeOf },
    // Computed only when files are compared: in a long document, that takes longer than an edit may.
    get records() {
      records ??= recordsOf(parsed);
      return records;
    },
    ...problemsOf(ofBytes, ofArticles, rangeOf),
  };
}

function recordsOf({ articles, starts }: ParsedDocument): ArticleRecord[] {
  const records: ArticleRecord[] = [];
  for (const [index, article] of articles.entries()) {
    const base = starts[index] as number;
    if (article.healthy) records.push(new HealthyRecord(article, article.healthy, base, recordOnce));
    else if (article.markers.length > 0) records.push(recordAt(recordOnce(article), base));
  }
  return records;
}
