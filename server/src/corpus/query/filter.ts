/** Chooses articles of the index by a query. */
import { FILE_RULES } from '../../core/fileFindings';
import type { Steps } from '../../core/steps';
import type { ArticleRecord } from '../articles/record';
import type { IndexedFile } from '../index/corpusIndex';
import type { PlacedProblem } from '../index/placedProblems';
import { dayOfArticle } from './comparisons';
import type { QueriedArticle } from './queriedArticle';
import { type Query, readQuery } from './query';

/**
 * The chosen articles: for each file that has any, by its URI, the indexes of their records, in order; -1 is the file itself, where it
 * has no record.
 */
export type ChosenRecords = ReadonlyMap<string, readonly number[]>;

/** The problems of a file, each with its article. */
export type ProblemsOf = (file: IndexedFile) => readonly PlacedProblem[];

/** What a filter shows, and what it cannot decide. */
export interface FilterCounts {
  /** Those that it shows, of all. */
  readonly articles: number;
  readonly all: number;
  /** Articles without a valid date, if it compares days. They match no comparison of days. */
  readonly undated: number;
  /** Articles without a number in digits, if it compares numbers with < or >. They match no such comparison. */
  readonly unnumbered: number;
}

/** The rules of a file's bytes: a query counts their problems for each article of the file. */
const OF_FILES: ReadonlySet<string> = new Set(FILE_RULES.map(({ code }) => code));

/** Reads the query of a filter. Throws a QueryError. */
export function readFilter(where: string): Query {
  return readQuery(where, undefined);
}

/** The articles of some files that a query chooses, with a step after each file. */
export function* chosenIn(query: Query, files: Iterable<IndexedFile>, problemsOf: ProblemsOf): Steps<ChosenRecords> {
  const chosen = new Map<string, readonly number[]>();
  for (const file of files) {
    const problems = query.needs.has('problems') ? problemsOf(file) : [];
    const records = [...membersOf(file, query)].filter((record) =>
      query.chooses(new IndexedArticle(file, record, problems)),
    );
    if (records.length > 0) chosen.set(file.uri, records);
    yield;
  }
  return chosen;
}

/** Counts what a query chooses in some files, with a step after each file. */
export function* counting(query: Query, files: readonly IndexedFile[], problemsOf: ProblemsOf): Steps<FilterCounts> {
  const { needs } = query;
  const chosen = yield* chosenIn(query, files, problemsOf);
  const counts = { articles: 0, all: 0, undated: 0, unnumbered: 0 };
  for (const records of chosen.values()) counts.articles += records.filter((record) => record !== -1).length;
  for (const { records } of files) {
    counts.all += records.length;
    if (needs.has('day')) counts.undated += countOf(records, (record) => dayOfArticle(record) === undefined);
    if (needs.has('digits')) counts.unnumbered += countOf(records, ({ number }) => !/^\d+$/.test(number));
    yield;
  }
  return counts;
}

function countOf(records: readonly ArticleRecord[], isSo: (record: ArticleRecord) => boolean): number {
  let count = 0;
  for (const record of records) if (isSo(record)) count++;
  return count;
}

/** A file in which no article can be read is shown by a filter that asks for problems. */
function* membersOf({ records }: IndexedFile, { needs }: Query): Generator<number> {
  if (records.length === 0 && needs.has('problems')) yield -1;
  for (let record = 0; record < records.length; record++) yield record;
}

/** An article of the index. Texts and values of user-defined fields are not kept in it, and no filter asks for them. */
class IndexedArticle implements QueriedArticle {
  readonly text = '';

  constructor(
    private readonly indexed: IndexedFile,
    private readonly record: number,
    private readonly ofFile: readonly PlacedProblem[],
  ) {}

  get number(): string {
    return this.values?.number ?? '';
  }

  get date(): string {
    return this.values?.date ?? '';
  }

  get title(): string {
    return this.values?.title ?? '';
  }

  get words(): number {
    return this.values?.words ?? 0;
  }

  get file(): string {
    return this.indexed.name;
  }

  get problems(): readonly string[] {
    const own = this.ofFile.filter(({ article, code }) => article === this.record || OF_FILES.has(code));
    return own.map(({ code }) => code);
  }

  own(): string {
    return '';
  }

  private get values(): ArticleRecord | undefined {
    return this.indexed.records[this.record];
  }
}
