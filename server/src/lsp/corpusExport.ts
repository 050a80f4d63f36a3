/** Writes the articles of the corpus, or of one file, as a table: the rows and bytes of the command line's. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { looksLikeArticle } from '../core/detection';
import { type ParsedDocument, parsing } from '../core/parser';
import { decode } from '../corpus/checkFile';
import { exactText } from '../corpus/exactText';
import { type Losses, type Row, rowsOf } from '../corpus/rows';
import { tableText } from '../corpus/tableText';
import { canonical, pathIn } from '../corpus/uris';
import { type DamagedFile, type ExportAnswer, type ExportParams, fileOf, type LeftFile } from '../protocol';
import type { Corpus } from './corpus';
import type { ArticleDocument } from './document';
import { Obstacle, sentence } from './failures';
import type { ReadFile, WriteParts } from './files';
import { FilesProgress } from './filesProgress';
import type { OpenFiles } from './openFiles';
import { cancelled, type Pace } from './pace';
import type { DocumentSettings } from './settings';

export interface ExportSources {
  readonly connection: Connection;
  readonly corpus: Corpus;
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly files: OpenFiles;
  readonly readFile: ReadFile;
  /** Where files on disk can be written. */
  readonly writeParts: WriteParts | undefined;
  readonly settings: DocumentSettings;
  readonly pace: Pace;
}

/** What has become of the files so far. */
interface Tally {
  articles: number;
  files: number;
  readonly left: LeftFile[];
  readonly damaged: DamagedFile[];
  readonly unsaved: string[];
}

/** Ends the writing, and nothing is left of it: it was cancelled, or there is nothing to write. */
class Stopped extends Error {}

export class CorpusExport {
  constructor(private readonly sources: ExportSources) {}

  async export(params: ExportParams, token: CancellationToken): Promise<ExportAnswer> {
    const { connection, writeParts } = this.sources;
    const tally: Tally = { articles: 0, files: 0, left: [], damaged: [], unsaved: [] };
    if (await this.holdsArticles(params.target)) return { ...tally, isStopped: false, refused: HOLDS_ARTICLES };
    const progress = new FilesProgress(connection, params);
    try {
      const table = this.table(params, tally, progress, token);
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
    const { head, line } = tableText(form, { guardFormulas: forSpreadsheets, byteOrderMark: forSpreadsheets });
    const unsaved = new Map(params.unsaved.map((uri) => [canonical(fileOf(uri)), uri]));
    const uris = params.only === undefined ? await this.files(token) : [canonical(fileOf(params.only))];
    yield head;
    for (const [index, uri] of uris.entries()) {
      progress.at(index, uris.length);
      await this.turn(token);
      const parsed = await this.read(uri, unsaved.get(uri), params.only !== undefined).catch((error: unknown) => {
        tally.left.push({ uri, reason: sentence(error) });
      });
      if (!parsed) continue;
      if (unsaved.has(uri)) tally.unsaved.push(uri);
      for await (const row of this.rows(uri, parsed, tally)) {
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

  private async holdsArticles(uri: string): Promise<boolean> {
    let found = false;
    await this.sources.readFile(uri, (head) => {
      found = isArticle(head);
      return false;
    });
    return found;
  }

  /** The files of all folders, in the order in which the command line finds them. */
  private async files(token: CancellationToken): Promise<readonly string[]> {
    const { corpus } = this.sources;
    await Promise.race([corpus.scanned(), cancelled(token)]);
    const uris = new Set<string>();
    for await (const portion of corpus.folders.allFiles()) for (const uri of portion) uris.add(uri);
    const keys = new Map([...uris].map((uri) => [uri, this.nameOf(uri).replaceAll('/', '\0')]));
    return [...uris].sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1));
  }

  /**
   * A file as a person sees it: with what is not saved, or else as it is on disk. Undefined for one that is no article
   * and that nobody has named.
   */
  private async read(uri: string, unsaved: string | undefined, isNamed: boolean): Promise<ParsedDocument | undefined> {
    const { readFile, files, documents, pace } = this.sources;
    const document = unsaved === undefined ? undefined : documents.get(unsaved);
    if (document) {
      const codes = (await files.of(document.uri)).map(({ code }) => code);
      if (codes.includes('not-utf-8')) throw new Obstacle(NOT_UTF_8);
      return document.parsed;
    }
    let looksRight: boolean | undefined;
    const bytes = await readFile(uri, (head) => {
      looksRight = isArticle(head);
      return isNamed || looksRight;
    });
    if (looksRight === false && !isNamed) return undefined;
    if (unsaved !== undefined) throw new Obstacle(OTHER_LANGUAGE);
    if (!bytes) throw new Obstacle(looksRight === undefined ? 'It cannot be read.' : TOO_LARGE);
    return pace.finish(parsing(exactText(bytes).replace(/^\ufeff/, '')));
  }

  private async *rows(uri: string, parsed: ParsedDocument, tally: Tally): AsyncGenerator<Row> {
    const losses: Losses = { damaged: 0 };
    const name = this.nameOf(uri);
    const before = tally.articles;
    for (const values of rowsOf(parsed, name, losses)) {
      tally.articles++;
      yield { ...values, sha256: await sha256(values.text ?? '') };
    }
    if (tally.articles > before) tally.files++;
    if (losses.damaged > 0) tally.damaged.push({ uri, articles: losses.damaged });
  }

  /** A file’s path in its folder; where there are several, with that folder’s name before it. */
  private nameOf(uri: string): string {
    const { folders } = this.sources.settings;
    const name = this.sources.corpus.folders.nameOf(uri);
    const folder = folders.length > 1 && folders.find((each) => pathIn(canonical(each.uri), uri) !== undefined);
    return folder ? `${folder.name}/${name}` : name;
  }
}

const HOLDS_ARTICLES = 'This file holds articles, and the table would take their place. Choose another name.';
const NOT_UTF_8 = 'It is not UTF-8, and its editor does not show what its bytes are.';
const OTHER_LANGUAGE = 'It has changes in an editor that are not saved, and its language there is not Article.';
const TOO_LARGE = 'It is over 50 MB, or cannot be read to its end. The command line exports files of any length.';

function isArticle(head: Uint8Array): boolean {
  return looksLikeArticle(decode(head));
}

/** Hexadecimal. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
