/** The corpus as a tree: by month and day, by problem, or by file. What is not asked for is not made. */
import { checkDate } from '../core/date';
import type { IndexedFile } from './corpusIndex';
import { articleAt, type Fault } from './faults';
import type { Place } from './lines';
import {
  articleBranch,
  type Branch,
  byKey,
  type FaultSource,
  FileBranch,
  keyOf,
  type Member,
  monthBranch,
  once,
  ordered,
  rankOf,
} from './treeBranches';
import { type CorpusRow, type CorpusRows, type Grouping, type Order, rowOf } from './treeRows';

const NO_FAULTS: readonly Fault[] = [];

/** A state of the corpus; a new one takes its place when anything changes. */
export class CorpusTree implements FaultSource {
  private readonly roots: Readonly<Record<Grouping, () => readonly Branch[]>> = {
    month: once(() => this.months()),
    problem: once(() => this.problems()),
    file: once(() => this.files.map((file) => new FileBranch(file, this))),
  };
  /** The files that have problems. */
  private readonly damaged = once(() => this.files.filter(({ uri }) => this.faults.has(uri)));
  private readonly byArticle = new WeakMap<readonly Fault[], ReadonlyMap<number, readonly Fault[]>>();

  /** Takes the files in the order of their names, and the problems of those that have any, by URI. */
  constructor(
    private readonly files: readonly IndexedFile[],
    private readonly faults: ReadonlyMap<string, readonly Fault[]>,
  ) {}

  /** The rows from one to another in the row at a path, in an order; none where there is no such row. */
  rows(grouping: Grouping, order: Order, path: readonly string[], from: number, to: number): CorpusRows {
    const branches = this.branchesAt(grouping, path);
    return {
      rows: ordered(branches, order)
        .slice(from, to)
        .map((branch) => rowOf(branch, [...path, branch.key])),
      total: branches.length,
    };
  }

  /** The rows that lead to an article, the outermost first, each with its index among its siblings; undefined where there is none. */
  rowsTo(
    grouping: Grouping,
    order: Order,
    file: IndexedFile,
    place: Place,
  ): readonly { row: CorpusRow; index: number }[] | undefined {
    const keys = this.keysTo(grouping, file, articleAt(file, place));
    let branches = this.roots[grouping]();
    const rows: { row: CorpusRow; index: number }[] = [];
    for (const [depth, key] of keys.entries()) {
      const inOrder = ordered(branches, order);
      const index = inOrder.findIndex((branch) => branch.key === key);
      const branch = inOrder[index];
      if (!branch) return undefined;
      rows.push({ row: rowOf(branch, keys.slice(0, depth + 1)), index });
      branches = branch.branches?.() ?? [];
    }
    return rows.length > 0 ? rows : undefined;
  }

  private keysTo(grouping: Grouping, file: IndexedFile, record: number): readonly string[] {
    const key = keyOf({ file, record });
    if (grouping === 'file') return file.records.length > 1 ? [file.uri, key] : [file.uri];
    if (grouping === 'problem') {
      const [first] = this.faultsIn({ file, record });
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

  private months(): readonly Branch[] {
    const days = new Map<string, Member[]>();
    for (const file of this.files) {
      for (let record = 0; record < file.records.length; record++) {
        append(days, file.records[record]?.date ?? '', { file, record });
      }
    }
    const faultsOn = new Map<string, Fault[]>();
    for (const file of this.damaged()) {
      for (const fault of this.faultsOf(file)) append(faultsOn, file.records[fault.article]?.date, fault);
    }
    const months = new Map<string, Branch[]>();
    for (const [date, members] of days) {
      const name = dayOf(date);
      const faults = faultsOn.get(date) ?? NO_FAULTS;
      const branches = once(() => members.map((member) => articleBranch(member, this.faultsIn(member))));
      const day: Branch = { key: name, kind: 'day', name, articles: members.length, faults, branches };
      append(months, name.slice(0, 7), day);
    }
    return [...months].map(([name, unsorted]) => monthBranch(name, unsorted.sort(byKey))).sort(byKey);
  }

  private problems(): readonly Branch[] {
    const codes = new Map<string, Map<string, { member: Member; faults: Fault[] }>>();
    for (const file of this.damaged()) {
      for (const fault of this.faultsOf(file)) {
        const members = codes.get(fault.code) ?? new Map<string, { member: Member; faults: Fault[] }>();
        codes.set(fault.code, members);
        const member = { file, record: fault.article };
        const known = members.get(keyOf(member));
        if (known) known.faults.push(fault);
        else members.set(keyOf(member), { member, faults: [fault] });
      }
    }
    const branches = [...codes].map(([code, members]): Branch => {
      const all = [...members.values()];
      return {
        ...{ key: code, kind: 'problem', name: code },
        articles: all.filter(({ member }) => member.record !== -1).length,
        faults: all.flatMap(({ faults }) => faults),
        branches: once(() => all.map(({ member, faults }) => articleBranch(member, faults, faults[0]?.place))),
      };
    });
    return branches.sort((a, b) => rankOf(a.faults) - rankOf(b.faults) || byKey(a, b));
  }

  faultsOf({ uri }: IndexedFile): readonly Fault[] {
    return this.faults.get(uri) ?? NO_FAULTS;
  }

  faultsIn({ file, record }: Member): readonly Fault[] {
    const all = this.faultsOf(file);
    let known = this.byArticle.get(all);
    if (!known) {
      const grouped = new Map<number, Fault[]>();
      for (const fault of all) append(grouped, fault.article, fault);
      known = grouped;
      this.byArticle.set(all, known);
    }
    return known.get(record) ?? NO_FAULTS;
  }
}

/** A date that is a day; empty for any other. */
function dayOf(date: string | undefined): string {
  return date !== undefined && checkDate(date) === undefined ? date : '';
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
