/** The corpus as a tree: by month and day, by problem, or by file. Branches are made when they are needed. */
import { atFirstUse } from '../../core/atFirstUse';
import { addTo, grouped } from '../../core/grouping';
import { checkDate } from '../../core/text/date';
import type { IndexedFile } from '../index/corpusIndex';
import { articleAt, type PlacedProblem } from '../index/placedProblems';
import type { ChosenRecords } from '../query/filter';
import type { Position } from '../text/lines';
import {
  articleBranch,
  type Branch,
  type BranchSource,
  byKey,
  FileBranch,
  keyOf,
  type Member,
  monthBranch,
  ordered,
  rankOf,
  treeRowOf,
} from './branches';
import type { CorpusRow, CorpusRows, Grouping, Order } from './rows';

const NO_PROBLEMS: readonly PlacedProblem[] = [];

/** A state of the corpus. A new tree replaces it when anything changes. */
export class CorpusTree implements BranchSource {
  private readonly roots: Readonly<Record<Grouping, () => readonly Branch[]>> = {
    month: atFirstUse(() => this.byMonth()),
    problem: atFirstUse(() => this.byProblem()),
    file: atFirstUse(() => this.filesShown().map((file) => new FileBranch(file, this))),
  };
  private readonly filesShown = atFirstUse(() => this.files.filter((file) => this.chosen?.has(file.uri) ?? true));
  /** The files that have problems. */
  private readonly damaged = atFirstUse(() => this.filesShown().filter(({ uri }) => this.problems.has(uri)));
  private readonly byArticle = new WeakMap<readonly PlacedProblem[], ReadonlyMap<number, readonly PlacedProblem[]>>();

  /**
   * Takes the files in the order of their names, the problems of those that have any, by URI, and the articles that the tree
   * has; without these, it has all.
   */
  constructor(
    private readonly files: readonly IndexedFile[],
    private readonly problems: ReadonlyMap<string, readonly PlacedProblem[]>,
    private readonly chosen?: ChosenRecords,
  ) {}

  /** The rows from one index to another in the row at a path, in an order; none if there is no such row. */
  rows(grouping: Grouping, order: Order, path: readonly string[], from: number, to: number): CorpusRows {
    const branches = this.branchesAt(grouping, path);
    return {
      rows: ordered(branches, order)
        .slice(from, to)
        .map((branch) => treeRowOf(branch, [...path, branch.key])),
      total: branches.length,
    };
  }

  /** The rows that lead to an article, the outermost first, each with its index among its siblings; undefined if there are none. */
  rowsTo(
    grouping: Grouping,
    order: Order,
    file: IndexedFile,
    position: Position,
  ): readonly { row: CorpusRow; index: number }[] | undefined {
    const keys = this.keysTo(grouping, file, articleAt(file, position));
    let branches = this.roots[grouping]();
    const rows: { row: CorpusRow; index: number }[] = [];
    for (const [depth, key] of keys.entries()) {
      const inOrder = ordered(branches, order);
      const index = inOrder.findIndex((branch) => branch.key === key);
      const branch = inOrder[index];
      if (!branch) return undefined;
      rows.push({ row: treeRowOf(branch, keys.slice(0, depth + 1)), index });
      branches = branch.branches?.() ?? [];
    }
    return rows.length > 0 ? rows : undefined;
  }

  private keysTo(grouping: Grouping, file: IndexedFile, record: number): readonly string[] {
    const key = keyOf({ file, record });
    if (this.chosen && !this.chosen.get(file.uri)?.includes(record)) return [];
    if (grouping === 'file') return this.recordsIn(file).length > 1 ? [file.uri, key] : [file.uri];
    if (grouping === 'problem') {
      const [first] = this.problemsIn({ file, record });
      return first ? [first.code, key] : [];
    }
    const day = dayOf(file.records[record]?.date);
    return record === -1 ? [] : day === '' ? ['', key] : [day.slice(0, 7), day, key];
  }

  private branchesAt(grouping: Grouping, path: readonly string[]): readonly Branch[] {
    let branches = this.roots[grouping]();
    for (const key of path) branches = branches.find((branch) => branch.key === key)?.branches?.() ?? [];
    return branches;
  }

  private byMonth(): readonly Branch[] {
    const days = new Map<string, Member[]>();
    for (const file of this.filesShown()) {
      for (const record of this.recordsIn(file)) addTo(days, file.records[record]?.date ?? '', { file, record });
    }
    const problemsOn = new Map<string, PlacedProblem[]>();
    for (const file of this.damaged()) {
      for (const problem of this.problemsOf(file)) addTo(problemsOn, file.records[problem.article]?.date, problem);
    }
    const months = new Map<string, Branch[]>();
    for (const [date, members] of days) {
      const name = dayOf(date);
      const problems = problemsOn.get(date) ?? NO_PROBLEMS;
      const branches = atFirstUse(() => members.map((member) => articleBranch(member, this.problemsIn(member))));
      const day: Branch = { key: name, kind: 'day', name, articles: members.length, problems, branches };
      addTo(months, name.slice(0, 7), day);
    }
    return [...months].map(([name, unsorted]) => monthBranch(name, unsorted.sort(byKey))).sort(byKey);
  }

  private byProblem(): readonly Branch[] {
    const codes = new Map<string, Map<string, { member: Member; problems: PlacedProblem[] }>>();
    for (const file of this.damaged()) {
      for (const problem of this.problemsOf(file)) {
        const members = codes.get(problem.code) ?? new Map<string, { member: Member; problems: PlacedProblem[] }>();
        codes.set(problem.code, members);
        const member = { file, record: problem.article };
        const known = members.get(keyOf(member));
        if (known) known.problems.push(problem);
        else members.set(keyOf(member), { member, problems: [problem] });
      }
    }
    const branches = [...codes].map(([code, members]): Branch => {
      const all = [...members.values()];
      return {
        ...{ key: code, kind: 'problem', name: code },
        articles: all.filter(({ member }) => member.record !== -1).length,
        problems: all.flatMap(({ problems }) => problems),
        branches: atFirstUse(() =>
          all.map(({ member, problems }) => articleBranch(member, problems, problems[0]?.position)),
        ),
      };
    });
    return branches.sort((a, b) => rankOf(a.problems) - rankOf(b.problems) || byKey(a, b));
  }

  recordsIn(file: IndexedFile): readonly number[] {
    const chosen = this.chosen?.get(file.uri)?.filter((record) => record !== -1);
    return chosen ?? file.records.map((_, record) => record);
  }

  problemsOf(file: IndexedFile): readonly PlacedProblem[] {
    const all = this.problems.get(file.uri) ?? NO_PROBLEMS;
    if (!this.chosen || all.length === 0) return all;
    const chosen = new Set(this.chosen.get(file.uri));
    return all.filter(({ article }) => chosen.has(article));
  }

  problemsIn({ file, record }: Member): readonly PlacedProblem[] {
    const all = this.problems.get(file.uri) ?? NO_PROBLEMS;
    let known = this.byArticle.get(all);
    if (!known) {
      known = grouped(all, ({ article }) => article);
      this.byArticle.set(all, known);
    }
    return known.get(record) ?? NO_PROBLEMS;
  }
}

/** A date that is a day; empty for any other. */
function dayOf(date: string | undefined): string {
  return date !== undefined && checkDate(date) === undefined ? date : '';
}
