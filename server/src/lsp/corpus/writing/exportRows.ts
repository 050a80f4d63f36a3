/** The articles of the corpus, or of one file, as rows of an export. */
import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { canonical } from '../../../corpus/files/uris';
import { type Columns, columnsFor } from '../../../corpus/tables/columns';
import { stemsOf } from '../../../corpus/tables/docIds';
import { LOSSES, noLosses, type Omission } from '../../../corpus/tables/losses';
import { type Row, rowsOf } from '../../../corpus/tables/rows';
import { type Reason, reasonInWords, type TargetSource } from '../../../corpus/targets';
import { sha256 } from '../../../corpus/text/sha256';
import { type ExportAnswer, type ExportParams, fileOf, type LeftFile } from '../../../protocol';
import { sentence } from '../../failures';
import { cancelled } from '../../pace';
import type { DocumentSettings } from '../../settings';
import type { Corpus } from '../corpus';
import type { FilesProgress } from '../filesProgress';
import { otherName } from '../folders/folder';
import { type Exported, type ExportSources, readExported } from './exportContent';

export interface RowSources extends ExportSources {
  readonly corpus: Corpus;
  readonly settings: DocumentSettings;
}

interface Course {
  readonly progress: FilesProgress;
  readonly token: CancellationToken;
  /** What is not reported of this export. */
  readonly silent: readonly Omission[];
}

/** What the export has done so far. */
type Tally = { -readonly [Key in 'articles' | 'files']: ExportAnswer[Key] } & {
  readonly [Key in 'left' | 'notArticles' | 'lossy' | 'unsaved']: ExportAnswer[Key][number][];
};

/** Articles of a file that are in no output, for one reason. */
type Omitted = Omit<ExportAnswer['omitted'][number], 'reason'> & { readonly reason: Reason };

function notExported(): string {
  return l10n.t('Its unsaved changes in an editor are not exported either.');
}

/** Ends the export without an output: it was cancelled, or there is no article to write. */
export class Stopped extends Error {}

export class ExportRows {
  private readonly tally: Tally = { articles: 0, files: 0, left: [], notArticles: [], lossy: [], unsaved: [] };
  private readonly omitted: Omitted[] = [];
  private readonly damaged = new WeakSet<Row>();
  /** The file whose rows are being read. */
  private current = '';
  private found = 0;

  constructor(
    readonly params: ExportParams,
    private readonly sources: RowSources,
    private readonly course: Course,
  ) {}

  /** What the export has done, for people. */
  get outcome(): Omit<ExportAnswer, 'isStopped'> {
    const omitted = this.omitted.map((each) => ({ ...each, reason: reasonInWords(each.reason) }));
    return { ...this.tally, omitted };
  }

  /** The rows, and what must be known before the first one. The rows throw Stopped if there are none, or after a cancellation. */
  async source(): Promise<TargetSource> {
    const { only } = this.params;
    const uris = only === undefined ? await this.files() : [canonical(fileOf(only))];
    const columns = await this.columns(uris);
    return {
      rows: this.rows(uris, columns),
      columns,
      isDamaged: (row) => this.damaged.has(row),
      leaveOut: (_row, reason) => this.leaveOut(reason),
    };
  }

  private async *rows(uris: readonly string[], columns: Columns): AsyncGenerator<Row> {
    const { params, tally } = this;
    const { folders } = this.sources.corpus.files;
    const unsaved = new Map(params.unsaved.map((uri) => [canonical(fileOf(uri)), uri]));
    const isNamed = params.only !== undefined;
    const leave = ({ uri, reason }: LeftFile) =>
      tally.left.push({ uri, reason: unsaved.has(uri) ? `${reason} ${notExported()}` : reason });
    if (!isNamed) for (const file of folders.unlisted) leave(file);
    /** The first name of each file that has several, by what it is on the disk. */
    const names = new Map<string, string>();
    const stems = stemsOf(uris.map((uri) => folders.nameOf(uri)));
    for (const [index, uri] of uris.entries()) {
      this.course.progress.at(index, uris.length);
      await this.turn();
      const exported = await readExported(uri, unsaved.get(uri), isNamed, this.sources).catch((error: unknown) => {
        tally.left.push({ uri, reason: sentence(error) });
        return null;
      });
      if (exported === undefined) tally.notArticles.push(uri);
      if (!exported) continue;
      const first = exported.identity === undefined ? uri : (names.get(exported.identity) ?? uri);
      if (exported.identity !== undefined) names.set(exported.identity, first);
      if (first !== uri) {
        leave({ uri, reason: otherName(folders.nameOf(first)) });
        continue;
      }
      if (unsaved.has(uri)) tally.unsaved.push(uri);
      this.current = uri;
      const file = folders.nameOf(uri);
      for await (const row of this.rowsIn(exported, { file, stem: stems.get(file) as string, columns })) {
        yield row;
        await this.turn();
      }
    }
    await this.turn();
    if (this.found === 0) throw new Stopped();
  }

  private async turn(): Promise<void> {
    await this.sources.pace.turn();
    if (this.course.token.isCancellationRequested) throw new Stopped();
  }

  /** The files of all folders, in the order of the command line. */
  private async files(): Promise<readonly string[]> {
    const { corpus } = this.sources;
    await Promise.race([corpus.scanned(), cancelled(this.course.token)]);
    const uris = new Set<string>();
    for await (const portion of corpus.files.folders.allFiles()) for (const uri of portion) uris.add(uri);
    const keys = new Map([...uris].map((uri) => [uri, corpus.files.folders.placeOf(uri)]));
    return [...uris].sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
  }

  /** The columns, with the user-defined fields of all files. */
  private async columns(uris: readonly string[]): Promise<Columns> {
    const letters = new Set<string>();
    for (const uri of uris) {
      const { context } = await this.sources.settings.of(uri);
      for (const field of context.additionalFields) letters.add(field);
    }
    return columnsFor(letters);
  }

  private async *rowsIn({ parsed, hasMark }: Exported, names: FileNames): AsyncGenerator<Row> {
    const { tally, current: uri } = this;
    const losses = noLosses();
    const before = tally.articles;
    let damaged = 0;
    for (const row of rowsOf(parsed, { ...names, losses, hasMark })) {
      this.found++;
      tally.articles++;
      const digested = { ...row, sha256: row.text === null ? null : await sha256(row.text) };
      if (losses.damaged > damaged) this.damaged.add(digested);
      damaged = losses.damaged;
      yield digested;
    }
    if (tally.articles > before) tally.files++;
    for (const loss of LOSSES) {
      const letters = loss === 'unnamed' ? [...losses.letters] : [];
      if (losses[loss] > 0 && !this.course.silent.includes(loss))
        tally.lossy.push({ uri, loss, articles: losses[loss], letters });
    }
  }

  /** The row that was given last is in no output. */
  private leaveOut(reason: Reason): void {
    const { omitted } = this;
    this.tally.articles--;
    const at = omitted.findLastIndex((other) => other.uri === this.current && other.reason === reason);
    const articles = (omitted[at]?.articles ?? 0) + 1;
    omitted.splice(at === -1 ? omitted.length : at, 1, { uri: this.current, reason, articles });
  }
}

/** What all rows of a file have in common. */
interface FileNames {
  readonly file: string;
  readonly stem: string;
  readonly columns: Columns;
}
