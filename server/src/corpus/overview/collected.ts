/** What an overview shows, collected from the index in one pass. */
import type { Steps } from '../../core/steps';
import type { IndexedFile } from '../index/corpusIndex';
import type { ProblemsOf } from '../query/filter';
import { ArticleFigures, type ProblemCounts, UNDATED } from '../statistics/articleFigures';
import { type Groups, groupsOf } from '../statistics/repeated';
import { numbersOf } from '../statistics/spread';
import { computing, type Stats } from '../statistics/statistics';
import type { Member } from '../tree/branches';
import type { NamedFile } from './notArticles';

export interface Collected {
  readonly stats: Stats;
  /** The words of each article, by its valid day. */
  readonly days: ReadonlyMap<string, readonly number[]>;
  readonly problems: ProblemCounts;
  /** Problems of files that have more than the index lists. They are in no count. */
  readonly unlisted: number;
  /** The numbers of articles that are digits, and can be computed exactly, in order; those of several articles several times. */
  readonly numbers: Float64Array;
  /** The groups of articles with the same number, and with the same text; in the order of files. */
  readonly sameNumber: readonly (readonly Member[])[];
  readonly sameText: readonly (readonly Member[])[];
  /** In the order of their names. */
  readonly notArticles: readonly NamedFile[];
}

/** So many articles or files are counted in a step: for a millisecond at most. */
const PORTION = 500;

/**
 * The figures of some files, in steps. `nearGroups` is how many articles there are in each group of texts that are nearly the
 * same, if these were looked for.
 */
export function* collecting(
  files: readonly IndexedFile[],
  problemsOf: ProblemsOf,
  notArticles: readonly NamedFile[],
  nearGroups?: readonly number[],
): Steps<Collected> {
  const figures = new ArticleFigures();
  const numbers: string[] = [];
  const [byNumber, byText] = [new Alike(), new Alike()];
  let unlisted = 0;
  let done = 0;
  for (const file of files) {
    for (let record = 0; record < file.records.length; record++) {
      const article = file.records[record] as IndexedFile['records'][number];
      const { date, digest, words } = article;
      const number = article.numberSpan && article.number;
      figures.addArticle({ date, words, number: undefined, digest: undefined }); // These two are counted by their groups.
      const member = { file, record };
      if (number !== undefined) byNumber.add(number, member);
      if (number !== undefined) numbers.push(number);
      if (digest !== undefined) byText.add(digest, member);
      if (++done % PORTION === 0) yield;
    }
    for (const problem of problemsOf(file)) figures.addProblem(problem);
    unlisted += file.count - file.problems.length;
    if (++done % PORTION === 0) yield;
  }
  const counted = yield* computing(figures, { files: files.length, leftAlone: notArticles.length, nearGroups });
  yield;
  const sameNumber = byNumber.groups;
  yield;
  const sameText = byText.groups;
  yield;
  const days = new Map(figures.words);
  days.delete(UNDATED);
  return {
    stats: { ...counted, sameNumber: countOf(sameNumber), sameText: countOf(sameText) },
    ...{ days, problems: figures.problems, unlisted, sameNumber, sameText, notArticles },
    numbers: numbersOf(numbers),
  };
}

/** Articles by what they have in common. Nearly all of them have nothing in common with another one, and need no list. */
class Alike {
  private readonly byKey = new Map<string, Member | Member[]>();

  add(key: string, member: Member): void {
    const known = this.byKey.get(key);
    if (known === undefined) this.byKey.set(key, member);
    else if (Array.isArray(known)) known.push(member);
    else this.byKey.set(key, [known, member]);
  }

  /** The groups of more than one, each in the order in which they were added, by their first ones. */
  get groups(): readonly (readonly Member[])[] {
    const groups: (readonly Member[])[] = [];
    for (const found of this.byKey.values()) if (Array.isArray(found)) groups.push(found);
    return groups;
  }
}

function countOf(groups: readonly (readonly Member[])[]): Groups {
  return groupsOf(groups.map(({ length }) => length));
}
