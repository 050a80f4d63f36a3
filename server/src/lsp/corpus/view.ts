/**
 * The corpus view: a tree, a search, and a way from problem to problem. The client gets only the part that it asks for.
 */
import * as l10n from '@vscode/l10n';
import { type Connection, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { finished, type Steps, sortedBy } from '../../core/steps';
import { canonical } from '../../corpus/files/uris';
import type { IndexedFile } from '../../corpus/index/corpusIndex';
import { type PlacedProblem, placedProblems } from '../../corpus/index/placedProblems';
import { findArticles, type Match } from '../../corpus/index/search';
import type { NamedFile } from '../../corpus/overview/notArticles';
import { chosenIn, counting, type ProblemsOf, readFilter } from '../../corpus/query/filter';
import { QueryError } from '../../corpus/query/queryError';
import { shownNumber } from '../../corpus/rules/rule';
import { CorpusTree } from '../../corpus/tree/tree';
import {
  CORPUS_CHANGED,
  type CorpusMatches,
  type CorpusRowPlace,
  type CorpusRows,
  type CorpusRowsParams,
  type CorpusRowsToParams,
  type CorpusTotals,
  type FilterAnswer,
  type FilterParams,
  type FindArticlesParams,
  fileOf,
  MOST_ROWS,
  type NextDamaged,
  type NextDamagedParams,
  type ProblemPlace,
} from '../../protocol';
import type { ClientAbilities } from '../start/clientAbilities';
import type { CorpusFiles } from './files';
import type { ScanState } from './scan';

/** How long changes are gathered before the client is notified, in milliseconds. */
const PAUSE = 500;

/** At most so many articles are found; nobody reads more. A longer query finds fewer. */
const MOST_MATCHES = 200;

export class CorpusView {
  /** The problems of each file that has any, by URI. */
  private readonly problems = new Map<string, readonly PlacedProblem[]>();
  /** Files that have changed, and whose problems are being placed. */
  private readonly unplaced = new Set<string>();
  /** The tree of the last request, and its filter. */
  private built: { readonly where: string | undefined; readonly tree: CorpusTree } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /**
   * Whether rows have changed since the client was notified. True at first: it may have rows from an earlier server.
   */
  private rowsChanged = true;

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientAbilities,
    private readonly files: CorpusFiles,
    private readonly scan: ScanState,
  ) {}

  /**
   * `files` have changed; in `others`, the findings across files may have changed. Also called when the check has
   * ended.
   */
  *changing(files: ReadonlySet<string>, others: Iterable<string>): Steps<void> {
    for (const uri of files) this.unplaced.add(uri);
    for (const uri of files) yield* this.placing(uri);
    let rowsChanged = files.size > 0;
    for (const uri of others) if (!files.has(uri) && (yield* this.placing(uri))) rowsChanged = true;
    if (rowsChanged) this.built = undefined;
    this.rowsChanged ||= rowsChanged;
    if (this.client.showsCorpus) this.timer ??= setTimeout(() => this.sendTotals(), PAUSE);
  }

  /** Places the problems of a file, and says whether they have changed. If the file changes meanwhile, it is placed again later. */
  private *placing(uri: string): Steps<boolean> {
    const across = yield* this.files.index.comparing(uri);
    if (!across) return false;
    this.unplaced.delete(uri);
    const file = this.files.index.get(uri);
    const before = this.problems.get(uri) ?? [];
    const problems = file ? placedProblems(file, across) : [];
    if (problems.length > 0) this.problems.set(uri, problems);
    else this.problems.delete(uri);
    return before.length + problems.length > 0 && JSON.stringify(problems) !== JSON.stringify(before);
  }

  rows({ grouping, order, where, path, from, to }: CorpusRowsParams): CorpusRows {
    return this.tree(where).rows(grouping, order, path, from, Math.min(to, from + MOST_ROWS));
  }

  rowsTo({ grouping, order, where, uri, position }: CorpusRowsToParams): readonly CorpusRowPlace[] | null {
    const file = this.files.index.get(canonical(fileOf(uri)));
    return (file && this.tree(where).rowsTo(grouping, order, file, position)) ?? null;
  }

  /** Reads the query of a filter, and counts what it chooses. */
  *filter({ where }: FilterParams): Steps<FilterAnswer> {
    try {
      const { files, problemsOf } = this.now();
      return { counts: yield* counting(readFilter(where), files, problemsOf) };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      return { error: { message: error.message, span: error.span } };
    }
  }

  *find({ query }: FindArticlesParams): Steps<CorpusMatches> {
    const found = yield* findArticles(this.files.index.inOrder, query, MOST_MATCHES + 1);
    const matches = found.slice(0, MOST_MATCHES).map(({ file, record: { number, date, title, span } }) => ({
      ...{ number: shownNumber(number), date, title, file: file.name },
      ...{ uri: file.shown, position: file.rangeOf(span).start },
    }));
    return { matches, hasMore: found.length > MOST_MATCHES, ...this.state };
  }

  /** The same, for “Go to Symbol in Workspace”. */
  *symbols(query: string): Steps<SymbolInformation[]> {
    return (yield* findArticles(this.files.index.files, query, MOST_MATCHES)).map(toSymbolInformation);
  }

  /**
   * The first problem of the next file that has any, in the order of the files’ names. After the last file comes the
   * first.
   */
  nextDamaged(params: NextDamagedParams): NextDamaged {
    return { place: this.placeOfNext(params), wasStopped: this.scan.wasStopped };
  }

  private placeOfNext({ uri }: NextDamagedParams): ProblemPlace | null {
    const own = uri === undefined ? undefined : canonical(fileOf(uri));
    const order = this.files.index.inOrder;
    const at = order.findIndex((file) => file.uri === own);
    for (const file of [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]) {
      // Computed now: `this.problems` lacks the changes that are still being gathered.
      const [first] = placedProblems(file, this.files.index.across(file.uri));
      if (first) return { uri: file.shown, position: first.position };
    }
    return null;
  }

  /** The closed files that are left alone, in the order of the command line. */
  *notArticles(): Steps<readonly NamedFile[]> {
    const { folders, notArticles } = this.files;
    const uris = yield* sortedBy([...notArticles], (uri) => folders.placeOf(uri));
    return uris.map((uri) => ({ uri, name: folders.nameOf(uri) }));
  }

  /** Prepares `now`: the files are put in order in steps. */
  preparing(): Steps<void> {
    return this.files.index.ordering();
  }

  private get state(): Pick<CorpusTotals, 'isChecking' | 'wasStopped'> {
    return { isChecking: this.scan.isDue, wasStopped: this.scan.wasStopped };
  }

  private sendTotals(): void {
    this.timer = undefined;
    let problems = 0;
    for (const found of this.problems.values()) problems += found.length;
    const totals: CorpusTotals = {
      ...{ files: this.files.index.size, articles: this.files.index.articles },
      ...{ problems, damaged: this.problems.size, ...this.state },
      notArticles: this.files.notArticles.size,
      rowsChanged: this.rowsChanged,
    };
    this.rowsChanged = false;
    this.connection.sendNotification(CORPUS_CHANGED, totals).catch(() => {}); // The connection is closing.
  }

  /** The tree, built again on the first request after a change, or with another filter. */
  private tree(where: string | undefined): CorpusTree {
    if (this.built && this.built.where === where) return this.built.tree;
    const { files, problemsOf } = this.now();
    const chosen = where === undefined ? undefined : finished(chosenIn(readFilter(where), files, problemsOf));
    const tree = new CorpusTree(files, this.problems, chosen);
    this.built = { where, tree };
    return tree;
  }

  /**
   * All files in their order, and their problems. Changes that the client does not know yet are included, so articles and problems
   * are always of the same moment.
   */
  now(): { readonly files: readonly IndexedFile[]; readonly problemsOf: ProblemsOf } {
    for (const uri of [...this.files.changed, ...this.unplaced]) finished(this.placing(uri));
    return { files: this.files.index.inOrder, problemsOf: ({ uri }) => this.problems.get(uri) ?? [] };
  }
}

function toSymbolInformation({ file, record }: Match): SymbolInformation {
  const { number, title, date, span } = record;
  const name = [number, title].filter(Boolean).join(' · ').replaceAll(/\s+/g, ' ') || l10n.t('Article');
  const location = { uri: file.shown, range: file.rangeOf(span) };
  return { name, kind: SymbolKind.File, location, ...(date && { containerName: date }) };
}
