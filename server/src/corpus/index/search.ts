/** Finds articles by number, words of the title, and date. */
import type { Steps } from '../../core/steps';
import type { ArticleRecord } from '../articles/record';
import type { IndexedFile } from './corpusIndex';

export interface Match {
  readonly file: IndexedFile;
  readonly record: ArticleRecord;
}

/**
 * The articles that contain every word of the query, in any order and case. First those whose number is the first word, then
 * those whose number begins with it, then all others; at most `limit`. One pass over the corpus, one step for each article.
 */
export function* findArticles(files: Iterable<IndexedFile>, query: string, limit: number): Steps<readonly Match[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [exact, beginning, others]: [Match[], Match[], Match[]] = [[], [], []];
  for (const file of files) {
    for (const record of file.records) {
      yield;
      if (!matches(record, words)) continue;
      const number = record.number.toLowerCase();
      const rank = number === words[0] ? exact : number.startsWith(words[0] ?? '') ? beginning : others;
      if (rank.length < limit) rank.push({ file, record });
    }
  }
  return [...exact, ...beginning, ...others].slice(0, limit);
}

function matches({ number, title, date }: ArticleRecord, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${number}\n${title}\n${date}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
