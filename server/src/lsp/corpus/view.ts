/** The corpus as people look at it: as a tree, by searching, and from problem to problem. Nothing whole goes over the wire. */
import { type Connection, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Steps } from '../../core/steps';
import { type PlacedProblem, placedProblems } from '../../corpus/placedProblems';
import { shownNumber } from '../../corpus/rules/rule';
import { findArticles, type Match } from '../../corpus/search';
import { CorpusTree } from '../../corpus/tree';
import { canonical } from '../../corpus/uris';
import {
  CORPUS_CHANGED,
  type CorpusMatches,
  type CorpusRowPlace,
  type CorpusRows,
  type CorpusRowsParams,
  type CorpusRowsToParams,
  type CorpusTotals,
  type FindArticlesParams,
  fileOf,
  MOST_ROWS,
  type NextDamagedParams,
  type ProblemPlace,
} from '../../protocol';
import type { ClientAbilities } from '../clientAbilities';
import type { CorpusFiles } from './files';

/** How long changes are gathered before the client is told, in milliseconds. */
const PAUSE = 500;

/** More articles than anybody reads, found or as symbols; the query says which are wanted. */
const MOST_MATCHES = 200;

export class CorpusView {
  /** The problems of each file that has any, by URI. */
  private readonly problems = new Map<string, readonly PlacedProblem[]>();
  private made: CorpusTree | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Since the client was told; it may have rows of a server that has ended. */
  private rowsChanged = true;

  constructor(
    private readonly connection: Connection,
    private readonly client: () => ClientAbilities,
    private readonly files: CorpusFiles,
    private readonly isChecking: () => boolean,
  ) {}

  /** Files have changed; of others, what is wrong with them in view of all may have; or the check has ended. */
  changed(files: ReadonlySet<string>, others: Iterable<string>): void {
    for (const uri of files) this.place(uri);
    let rowsChanged = files.size > 0;
    for (const uri of others) if (!files.has(uri) && this.place(uri)) rowsChanged = true;
    if (rowsChanged) this.made = undefined;
    this.rowsChanged ||= rowsChanged;
    if (this.client().showsCorpus) this.timer ??= setTimeout(() => this.tell(), PAUSE);
  }

  /** Places the problems of a file, and says whether they are others than before. */
  private place(uri: string): boolean {
    const file = this.files.index.get(uri);
    const before = this.problems.get(uri) ?? [];
    const problems = file ? placedProblems(file, this.files.index.across(uri)) : [];
    if (problems.length > 0) this.problems.set(uri, problems);
    else this.problems.delete(uri);
    return before.length + problems.length > 0 && JSON.stringify(problems) !== JSON.stringify(before);
  }

  rows({ grouping, order, path, from, to }: CorpusRowsParams): CorpusRows {
    return this.tree.rows(grouping, order, path, from, Math.min(to, from + MOST_ROWS));
  }

  rowsTo({ grouping, order, uri, position }: CorpusRowsToParams): readonly CorpusRowPlace[] | null {
    const file = this.files.index.get(canonical(fileOf(uri)));
    return (file && this.tree.rowsTo(grouping, order, file, position)) ?? null;
  }

  *find({ query }: FindArticlesParams): Steps<CorpusMatches> {
    const found = yield* findArticles(this.files.index.inOrder, query, MOST_MATCHES + 1);
    const matches = found.slice(0, MOST_MATCHES).map(({ file, record: { number, date, title, span } }) => ({
      ...{ number: shownNumber(number), date, title, file: file.name },
      ...{ uri: file.shown, position: file.rangeOf(span).start },
    }));
    return { matches, hasMore: found.length > MOST_MATCHES, isChecking: this.isChecking() };
  }

  /** The same, for “Go to Symbol in Workspace”. */
  *symbols(query: string): Steps<SymbolInformation[]> {
    return (yield* findArticles(this.files.index.files, query, MOST_MATCHES)).map(toSymbolInformation);
  }

  /** In the order of the files’ names, and from the last one on to the first. */
  nextDamaged({ uri }: NextDamagedParams): ProblemPlace | null {
    const own = uri === undefined ? undefined : canonical(fileOf(uri));
    const order = this.files.index.inOrder;
    const at = order.findIndex((file) => file.uri === own);
    for (const file of [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]) {
      // Not those that were placed last: what has changed since is told in a moment.
      const [first] = placedProblems(file, this.files.index.across(file.uri));
      if (first) return { uri: file.shown, position: first.place };
    }
    return null;
  }

  private tell(): void {
    this.timer = undefined;
    let problems = 0;
    for (const found of this.problems.values()) problems += found.length;
    const totals: CorpusTotals = {
      ...{ files: this.files.index.size, articles: this.files.index.articles },
      ...{ problems, damaged: this.problems.size, isChecking: this.isChecking() },
      rowsChanged: this.rowsChanged,
    };
    this.rowsChanged = false;
    this.connection.sendNotification(CORPUS_CHANGED, totals).catch(() => {}); // The connection is closing.
  }

  /** Made anew after a change, when somebody asks: also between two tellings, with articles and problems of one moment. */
  private get tree(): CorpusTree {
    if (this.made) return this.made;
    for (const uri of this.files.changed) this.place(uri);
    this.made = new CorpusTree(this.files.index.inOrder, this.problems);
    return this.made;
  }
}

function toSymbolInformation({ file, record }: Match): SymbolInformation {
  const { number, title, date, span } = record;
  const name = [number, title].filter(Boolean).join(' · ').replaceAll(/\s+/g, ' ') || 'Article';
  const location = { uri: file.shown, range: file.rangeOf(span) };
  return { name, kind: SymbolKind.File, location, ...(date && { containerName: date }) };
}
