/** What an overview shows, collected from the index in one pass. */
import type { Severity } from '../../core/rules';
import type { Steps } from '../../core/steps';
import type { IndexedFile } from '../corpusIndex';
import { dayOfArticle } from '../query/comparisons';
import type { ProblemsOf } from '../query/filter';
import { ArticleFigures } from '../statistics/articleFigures';
import { type Groups, groupsOf } from '../statistics/repeated';
import { type Stats, statsOf } from '../statistics/statistics';
import type { Member } from '../treeBranches';

export interface Collected {
  readonly stats: Stats;
  /** The words of each article, by its valid day. */
  readonly days: ReadonlyMap<string, readonly number[]>;
  /** How many problems of each severity there are, by rule. */
  readonly problems: ReadonlyMap<string, ReadonlyMap<Severity, number>>;
  /** Problems of files that have more than the index lists. They are in no count. */
  readonly unlisted: number;
  /** The articles with the same number, and with the same text, by what they share; in the order of files. */
  readonly byNumber: ReadonlyMap<string, readonly Member[]>;
  readonly byText: ReadonlyMap<string, readonly Member[]>;
}

/**
 * The figures of some files, with a step after each. `nearGroups` is how many articles there are in each group of texts that are
 * nearly the same, if these were looked for.
 */
export function* collecting(
  files: readonly IndexedFile[],
  problemsOf: ProblemsOf,
  nearGroups?: readonly number[],
): Steps<Collected> {
  const figures = new ArticleFigures();
  const days = new Map<string, number[]>();
  const problems = new Map<string, Map<Severity, number>>();
  const [byNumber, byText] = [new Map<string, Member[]>(), new Map<string, Member[]>()];
  let unlisted = 0;
  for (const file of files) {
    for (let record = 0; record < file.records.length; record++) {
      const article = file.records[record] as IndexedFile['records'][number];
      const { date, digest, words } = article;
      const number = article.numberSpan && article.number;
      figures.addArticle({ date, words, number: undefined, digest: undefined }); // These two are counted by their groups.
      const day = dayOfArticle(article);
      if (day !== undefined) append(days, day, words);
      if (number !== undefined) append(byNumber, number, { file, record });
      if (digest !== undefined) append(byText, digest, { file, record });
    }
    for (const { code, severity } of problemsOf(file)) {
      figures.addProblem(code);
      const ofRule = problems.get(code) ?? new Map<Severity, number>();
      problems.set(code, ofRule.set(severity, (ofRule.get(severity) ?? 0) + 1));
    }
    unlisted += file.count - file.problems.length;
    yield;
  }
  const counted = statsOf(figures, { files: files.length, leftAlone: null, nearGroups });
  yield;
  const stats = { ...counted, sameNumber: groupsAmong(byNumber), sameText: groupsAmong(byText) };
  yield;
  return { stats, days, problems, unlisted, byNumber, byText };
}

function groupsAmong(members: ReadonlyMap<string, readonly Member[]>): Groups {
  const sizes: number[] = [];
  for (const { length } of members.values()) if (length > 1) sizes.push(length);
  return groupsOf(sizes);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
