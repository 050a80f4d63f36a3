/** The branches of the corpus tree, their order and their rows. The content of a branch is made when it is needed. */
import { atFirstUse } from '../../core/atFirstUse';
import { SEVERITIES } from '../../core/rules';
import type { IndexedFile } from '../index/corpusIndex';
import type { PlacedProblem } from '../index/placedProblems';
import { shownNumber } from '../rules/rule';
import type { Position } from '../text/lines';
import type { CorpusRow, Order } from './rows';

/** How many codes of problems a row has at most. */
const MOST_CODES = 3;

export interface Branch {
  readonly key: string;
  readonly kind: CorpusRow['kind'];
  readonly name: string;
  readonly articles: number;
  readonly problems: readonly PlacedProblem[];
  readonly file?: IndexedFile;
  /** Index of the record, for a branch of one article. */
  readonly record?: number;
  /** Where it opens; if absent, at the beginning of its article. */
  readonly position?: Position;
  readonly branches?: (() => readonly Branch[]) | undefined;
}

/** An article, named by its file and its index there. */
export interface Member {
  readonly file: IndexedFile;
  readonly record: number;
}

/** Which articles a file has in the tree, and where their problems are found. */
export interface BranchSource {
  /** Indexes of the records, in order. */
  recordsIn(file: IndexedFile): readonly number[];
  problemsOf(file: IndexedFile): readonly PlacedProblem[];
  problemsIn(member: Member): readonly PlacedProblem[];
}

/** There may be a hundred thousand of them, so their properties are computed when they are needed. */
export class FileBranch implements Branch {
  readonly kind = 'file';

  constructor(
    readonly file: IndexedFile,
    private readonly tree: BranchSource,
  ) {}

  get key(): string {
    return this.file.uri;
  }

  get name(): string {
    return this.file.name;
  }

  get articles(): number {
    return this.tree.recordsIn(this.file).length;
  }

  get problems(): readonly PlacedProblem[] {
    return this.tree.problemsOf(this.file);
  }

  get record(): number {
    const [first = -1, second] = this.tree.recordsIn(this.file);
    return second === undefined ? first : -1;
  }

  get branches(): Branch['branches'] {
    const { file, tree } = this;
    if (this.articles < 2) return undefined;
    return () =>
      tree.recordsIn(file).map((record) => articleBranch({ file, record }, tree.problemsIn({ file, record })));
  }
}

export function monthBranch(name: string, days: readonly Branch[]): Branch {
  return {
    ...{ key: name, kind: 'month', name },
    articles: days.reduce((sum, { articles }) => sum + articles, 0),
    problems: days.flatMap(({ problems }) => problems),
    // Articles without a valid date have no day.
    branches: name === '' ? atFirstUse(() => days.flatMap(({ branches }) => branches?.() ?? [])) : () => days,
  };
}

/** The branch of an article; of a file without articles, the branch of the file. */
export function articleBranch(
  { file, record }: Member,
  problems: readonly PlacedProblem[],
  position?: Position,
): Branch {
  const [key, name] = [keyOf({ file, record }), file.name];
  if (record === -1) return { key, kind: 'file', name, articles: 0, problems, file };
  return { key, kind: 'article', name, articles: 1, problems, file, record, ...(position && { position }) };
}

/** The row of a branch; `path` is the path of the branch. */
export function treeRowOf(branch: Branch, path: readonly string[]): CorpusRow {
  const { kind, name, articles, problems, file, record = -1, branches } = branch;
  const severity = SEVERITIES[rankOf(problems)];
  const found = file?.records[record];
  const start = found ? file?.rangeOf(found.span).start : problems[0]?.position;
  return {
    ...{ path, kind, name, articles, problems: problems.length },
    ...(severity && { severity }),
    codes: [...new Set(problems.map(({ code }) => code))].slice(0, MOST_CODES),
    expands: branches !== undefined,
    ...(found && {
      article: { number: shownNumber(found.number), date: found.date, title: found.title, index: record },
    }),
    ...(file && { uri: file.shown, position: branch.position ?? start ?? { line: 0, character: 0 } }),
  };
}

/** The branches in an order. Those without a date are always last. */
export function ordered(branches: readonly Branch[], order: Order): readonly Branch[] {
  if (order === 'ascending') return branches;
  if (order === 'problems') {
    const counted = branches.map((branch) => ({ branch, count: branch.problems.length }));
    return counted.sort((a, b) => b.count - a.count).map(({ branch }) => branch);
  }
  return branches.toReversed().sort((a, b) => Number(a.key === '') - Number(b.key === ''));
}

export function byKey(a: Branch, b: Branch): number {
  if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Index of the most serious severity, from 0; the number of severities if there is no problem. */
export function rankOf(problems: readonly PlacedProblem[]): number {
  return problems.reduce<number>(
    (rank, { severity }) => Math.min(rank, SEVERITIES.indexOf(severity)),
    SEVERITIES.length,
  );
}

export function keyOf({ file, record }: Member): string {
  return `${file.uri}#${record}`;
}
