/** Writes the articles of the corpus, or of one file, as a table, byte for byte as the command line does. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type Columns, columnsFor } from '../../corpus/columns';
import { stemsOf } from '../../corpus/docIds';
import { LOSSES, noLosses } from '../../corpus/losses';
import { type Row, rowsOf } from '../../corpus/rows';
import { tableText } from '../../corpus/tableText';
import { canonical } from '../../corpus/uris';
import { type ExportAnswer, type ExportParams, fileOf, type LeftFile, type LossyFile } from '../../protocol';
import { sentence } from '../failures';
import type { WriteParts } from '../files';
import { cancelled } from '../pace';
import type { DocumentSettings } from '../settings';
import type { Corpus } from './corpus';
import { type Exported, type ExportSources, obstacleTo, readExported } from './exportContent';
import { FilesProgress } from './filesProgress';
import { otherName } from './folder';

export interface CorpusExportSources extends ExportSources {
  readonly connection: Connection;
  readonly corpus: Corpus;
  readonly settings: DocumentSettings;
  /** Undefined if files on disk cannot be written. */
  readonly writeParts: WriteParts | undefined;
}

const NOT_EXPORTED = 'Its unsaved changes in an editor are not in the table either.';

/** What the export has done so far. */
interface Tally {
  articles: number;
  files: number;
  readonly left: LeftFile[];
  readonly lossy: LossyFile[];
  readonly unsaved: string[];
}

/** What all rows have in common. */
interface Table {
  readonly columns: Columns;
  /** By the names of the files. */
  readonly stems: ReadonlyMap<string, string>;
  readonly tally: Tally;
}

/** Ends the export without a table: it was cancelled, or there is no article to write. */
class Stopped extends Error {}

export class CorpusExport {
  constructor(private readonly sources: CorpusExportSources) {}

  async export(params: ExportParams, token: CancellationToken): Promise<ExportAnswer> {
    const { connection, writeParts } = this.sources;
    const tally: Tally = { articles: 0, files: 0, left: [], lossy: [], unsaved: [] };
    const refused = await obstacleTo(params, this.sources.readFile);
    if (refused) return { ...tally, isStopped: false, refused };
    const progress = new FilesProgress(connection, params);
    try {
      const table = inParts(this.table(params, tally, progress, token));
      if (await writeParts?.(params.target, table)) return { ...tally, isStopped: false };
      const content: string[] = [];
      for await (const part of table) content.push(part);
      return { ...tally, isStopped: false, content };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return { ...tally, isStopped: true };
    } finally {
      progress.done();
    }
  }

  private async *table(
    params: ExportParams,
    tally: Tally,
    progress: FilesProgress,
    token: CancellationToken,
  ): AsyncGenerator<string> {
    const { form, forSpreadsheets } = params;
    const unsaved = new Map(params.unsaved.map((uri) => [canonical(fileOf(uri)), uri]));
    const isNamed = params.only !== undefined;
    const uris = isNamed ? [canonical(fileOf(params.only))] : await this.files(token);
    const leave = ({ uri, reason }: LeftFile) =>
      tally.left.push({ uri, reason: unsaved.has(uri) ? `${reason} ${NOT_EXPORTED}` : reason });
    if (!isNamed) for (const file of this.sources.corpus.files.folders.unlisted) leave(file);
    /** The first name of each file that has several, by what it is on the disk. */
    const names = new Map<string, string>();
    const columns = await this.columns(uris);
    const { folders } = this.sources.corpus.files;
    const stems = stemsOf(uris.map((uri) => folders.nameOf(uri)));
    const { head, line } = tableText(form, columns, { guardFormulas: forSpreadsheets, byteOrderMark: forSpreadsheets });
    yield head;
    for (const [index, uri] of uris.entries()) {
      progress.at(index, uris.length);
      await this.turn(token);
      const exported = await readExported(uri, unsaved.get(uri), isNamed, this.sources).catch((error: unknown) => {
        tally.left.push({ uri, reason: sentence(error) });
      });
      if (!exported) continue;
      const first = exported.identity === undefined ? uri : (names.get(exported.identity) ?? uri);
      if (exported.identity !== undefined) names.set(exported.identity, first);
      if (first !== uri) {
        leave({ uri, reason: otherName(this.sources.corpus.files.folders.nameOf(first)) });
        continue;
      }
      if (unsaved.has(uri)) tally.unsaved.push(uri);
      for await (const row of this.rows(uri, exported, { columns, stems, tally })) {
        yield line(row);
        await this.turn(token);
      }
    }
    await this.turn(token);
    if (tally.articles === 0) throw new Stopped();
  }

  private async turn(token: CancellationToken): Promise<void> {
    await this.sources.pace.turn();
    if (token.isCancellationRequested) throw new Stopped();
  }

  /** The files of all folders, in the order of the command line. */
  private async files(token: CancellationToken): Promise<readonly string[]> {
    const { corpus } = this.sources;
    await Promise.race([corpus.scanned(), cancelled(token)]);
    const uris = new Set<string>();
    for await (const portion of corpus.files.folders.allFiles()) for (const uri of portion) uris.add(uri);
    const keys = new Map([...uris].map((uri) => [uri, corpus.files.folders.placeOf(uri)]));
    return [...uris].sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
  }

  /** The columns, with the user-defined fields of all files. They must be known before the first row is written. */
  private async columns(uris: readonly string[]): Promise<Columns> {
    const letters = new Set<string>();
    for (const uri of uris) {
      const { context } = await this.sources.settings.of(uri);
      for (const field of context.additionalFields) letters.add(field);
    }
    return columnsFor(letters);
  }

  private async *rows(uri: string, { parsed, hasMark }: Exported, table: Table): AsyncGenerator<Row> {
    const { columns, stems, tally } = table;
    const losses = noLosses();
    const file = this.sources.corpus.files.folders.nameOf(uri);
    const stem = stems.get(file) ?? file;
    const before = tally.articles;
    for (const row of rowsOf(parsed, { file, stem, columns, losses, hasMark })) {
      tally.articles++;
      yield { ...row, sha256: row.text === null ? null : await sha256(row.text) };
    }
    if (tally.articles > before) tally.files++;
    for (const loss of LOSSES) {
      const letters = loss === 'unnamed' ? [...losses.letters] : [];
      if (losses[loss] > 0) tally.lossy.push({ uri, loss, articles: losses[loss], letters });
    }
  }
}

/** How many characters are written at a time, at least: each part costs one write to the disk. */
const PART = 64 * 1024;

async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const line of lines) {
    part += line;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield part;
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
