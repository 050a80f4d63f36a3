/** The corpus as a tree: by month and day, by problem, or by file. What is not asked for is not made. */
import { checkDate } from '../core/date';
import { SEVERITIES, type Severity } from '../core/rules';
import type { IndexedFile } from './corpusIndex';
import { articleAt, type Fault } from './faults';
import type { Place } from './lines';
import { shownNumber } from './rules/rule';

export type Grouping = 'month' | 'problem' | 'file';

/** From the first day, name or gravest problem on, or from the last; or those with the most problems first. */
export type Order = 'ascending' | 'descending' | 'problems';

/** A row of the tree. */
export interface CorpusRow {
  /** Names it among all rows of its grouping: a key for each level. */
  readonly path: readonly string[];
  readonly kind: 'month' | 'day' | 'problem' | 'file' | 'article';
  /** The month as YYYY-MM or the day as YYYY-MM-DD, empty where there is no valid date; the code of a problem; the file’s name. */
  readonly name: string;
  readonly articles: number;
  readonly problems: number;
  /** Of the gravest problem. */
  readonly severity?: Severity;
  /** Different codes of its problems, the first few. */
  readonly codes: readonly string[];
  /** Whether there are rows in it. */
  readonly expands: boolean;
  /** What a row of one article says of it. */
  readonly article?: CorpusArticle;
  /** Where it opens: a document’s URI, and a place in it. A file of several articles opens at its first problem. */
  readonly uri?: string;
  readonly position?: Place;
}

export interface CorpusArticle {
  /** Empty where the article has no such field. */
  readonly number: string;
  readonly date: string;
  readonly title: string;
  /** Index among the articles of its file. */
  readonly index: number;
}

/** Some of the rows in a row, and how many there are in all. */
export interface CorpusRows {
  readonly rows: readonly CorpusRow[];
  readonly total: number;
}

const MOST_CODES = 3;

interface Branch {
  readonly key: string;
  readonly kind: CorpusRow['kind'];
  readonly name: string;
  readonly articles: number;
  readonly faults: readonly Fault[];
  readonly file?: IndexedFile;
  /** Index of its record, of a branch for one article. */
  readonly record?: number;
  /** Where it opens; at the beginning of its article when absent. */
  readonly place?: Place;
  readonly branches?: (() => readonly Branch[]) | undefined;
}

/** An article, named by its file and its index there. */
interface Member {
  readonly file: IndexedFile;
  readonly record: number;
}

const NO_FAULTS: readonly Fault[] = [];

/** A state of the corpus; a new one takes its place when anything changes. */
export class CorpusTree {
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

/** There may be a hundred thousand of them, so they say only what is asked. */
class FileBranch implements Branch {
  readonly kind = 'file';

  constructor(
    readonly file: IndexedFile,
    private readonly tree: CorpusTree,
  ) {}

  get key(): string {
    return this.file.uri;
  }

  get name(): string {
    return this.file.name;
  }

  get articles(): number {
    return this.file.records.length;
  }

  get faults(): readonly Fault[] {
    return this.tree.faultsOf(this.file);
  }

  get record(): number {
    return this.articles === 1 ? 0 : -1;
  }

  get branches(): Branch['branches'] {
    const { file, tree } = this;
    if (this.articles < 2) return undefined;
    return () => file.records.map((_, record) => articleBranch({ file, record }, tree.faultsIn({ file, record })));
  }
}

function monthBranch(name: string, days: readonly Branch[]): Branch {
  return {
    ...{ key: name, kind: 'month', name },
    articles: days.reduce((sum, { articles }) => sum + articles, 0),
    faults: days.flatMap(({ faults }) => faults),
    // What has no valid date has no day either.
    branches: name === '' ? once(() => days.flatMap(({ branches }) => branches?.() ?? [])) : () => days,
  };
}

/** A file without any article stands for itself. */
function articleBranch({ file, record }: Member, faults: readonly Fault[], place?: Place): Branch {
  const [key, name] = [keyOf({ file, record }), file.name];
  if (record === -1) return { key, kind: 'file', name, articles: 0, faults, file };
  return { key, kind: 'article', name, articles: 1, faults, file, record, ...(place && { place }) };
}

function rowOf(branch: Branch, path: readonly string[]): CorpusRow {
  const { kind, name, articles, faults, file, record = -1, branches } = branch;
  const severity = SEVERITIES[rankOf(faults)];
  const found = file?.records[record];
  const start = found ? file?.rangeOf(found.span).start : faults[0]?.place;
  return {
    ...{ path, kind, name, articles, problems: faults.length },
    ...(severity && { severity }),
    codes: [...new Set(faults.map(({ code }) => code))].slice(0, MOST_CODES),
    expands: branches !== undefined,
    ...(found && {
      article: { number: shownNumber(found.number), date: found.date, title: found.title, index: record },
    }),
    ...(file && { uri: file.shown, position: branch.place ?? start ?? { line: 0, character: 0 } }),
  };
}

/** What has no date stands last, whichever end comes first. */
function ordered(branches: readonly Branch[], order: Order): readonly Branch[] {
  if (order === 'ascending') return branches;
  if (order === 'problems') {
    const counted = branches.map((branch) => ({ branch, count: branch.faults.length }));
    return counted.sort((a, b) => b.count - a.count).map(({ branch }) => branch);
  }
  return branches.toReversed().sort((a, b) => Number(a.key === '') - Number(b.key === ''));
}

function byKey(a: Branch, b: Branch): number {
  if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Of the gravest one, from 0; as many as there are severities when there is none. */
function rankOf(faults: readonly Fault[]): number {
  return faults.reduce<number>(
    (gravest, { severity }) => Math.min(gravest, SEVERITIES.indexOf(severity)),
    SEVERITIES.length,
  );
}

function keyOf({ file, record }: Member): string {
  return `${file.uri}#${record}`;
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

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
