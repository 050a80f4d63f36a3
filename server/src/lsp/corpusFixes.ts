/** Fixes the files of the corpus: those that are open by edits of their documents, all others on disk. */
import type { CancellationToken, Connection, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ParsedDocument } from '../core/parser';
import { parse } from '../core/parser';
import { applyEdits } from '../core/repair';
import type { Edit } from '../core/rules';
import { articleFindings } from '../corpus/checkFile';
import { exactText } from '../corpus/exactText';
import { fixes } from '../corpus/fixes';
import { fixPreview } from '../corpus/fixPreview';
import { canonical } from '../corpus/uris';
import {
  type CompareFixesParams,
  type Comparison,
  type FixableFile,
  type FixFilesParams,
  fileOf,
  type LeftFile,
  type OpenEditors,
  type PreviewFixesAnswer,
  type PreviewFixesParams,
  type RestoreFilesParams,
  type WrittenFiles,
} from '../protocol';
import type { Corpus } from './corpus';
import type { ArticleDocument } from './document';
import { Obstacle, sentence } from './failures';
import { type Copies, type LiesIn, type ReadFile, type ReplaceFile, toBase64 } from './files';
import type { OpenFiles } from './openFiles';
import { cancelled, type Pace } from './pace';
import type { DocumentSettings, Terms } from './settings';

export interface FixSources {
  readonly connection: Connection;
  readonly corpus: Corpus;
  readonly documents: { get(uri: string): ArticleDocument | undefined };
  readonly files: OpenFiles;
  readonly readFile: ReadFile;
  /** Where files on disk can be written, and copies of them be kept. */
  readonly replaceFile: ReplaceFile | undefined;
  readonly copies: Copies | undefined;
  readonly liesIn: LiesIn | undefined;
  readonly settings: DocumentSettings;
  readonly pace: Pace;
}

/** A file as it is, and what is to be done with it. */
interface Content {
  /** Undefined for a file that is not open. */
  readonly document: ArticleDocument | undefined;
  readonly bytes: Uint8Array;
  /** A byte order mark, if the file has one. */
  readonly mark: string;
  readonly parsed: ParsedDocument;
  /** Of the document, when this was read. */
  readonly version: number | undefined;
  readonly edits: readonly Edit[];
  readonly terms: Terms;
}

export class CorpusFixes {
  constructor(private readonly sources: FixSources) {}

  async preview(params: PreviewFixesParams, token: CancellationToken): Promise<PreviewFixesAnswer> {
    const { corpus, replaceFile, copies } = this.sources;
    const open = openFiles(params);
    const writesClosed = replaceFile !== undefined && copies !== undefined;
    await Promise.race([corpus.scanned(), cancelled(token)]);
    const uris = new Set<string>();
    for (const [uri, shown] of open) if (corpus.isMember(uri) && this.sources.documents.get(shown)) uris.add(uri);
    for (const { uri, count } of corpus.index.files) if (count > 0 && (writesClosed || open.has(uri))) uris.add(uri);
    const files: FixableFile[] = [];
    const left = await this.each([...uris].sort(), params, token, async (uri) => {
      const content = await this.read(uri, open);
      if (content.edits.length === 0) return;
      files.push({ uri, problems: problemsIn(content), isOpen: open.has(uri), state: await stateOf(content) });
    });
    return { files, left, writesClosed };
  }

  async compare({ uri, ...editors }: CompareFixesParams): Promise<Comparison | null> {
    try {
      const { parsed, edits } = await this.read(uri, openFiles(editors));
      return fixPreview(parsed, parse(applyEdits(textOf(parsed), edits)));
    } catch {
      return null; // It has changed since, and will be left alone.
    }
  }

  async fix({ files, copies, ...params }: FixFilesParams, token: CancellationToken): Promise<WrittenFiles> {
    const open = openFiles(params);
    const states = new Map(files.map(({ uri, state }) => [uri, state]));
    const written: string[] = [];
    const left = await this.each([...states.keys()], params, token, async (uri) => {
      const content = await this.read(uri, open);
      if (content.edits.length === 0 || (await stateOf(content)) !== states.get(uri)) {
        throw new Obstacle(CHANGED);
      }
      if (content.document) await this.edit(content.document, content);
      else await this.write(uri, content, copies);
      written.push(uri);
    });
    return { written, left };
  }

  async restore(params: RestoreFilesParams, token: CancellationToken): Promise<WrittenFiles> {
    const { readFile, replaceFile, copies } = this.sources;
    const unsaved = new Set(openFiles({ open: params.unsaved }).keys());
    const kept = new Map(((await copies?.list(params.copies)) ?? []).map((copy) => [copy.uri, copy]));
    const written: string[] = [];
    const left = await this.each([...kept.keys()], params, token, async (uri) => {
      const copy = kept.get(uri);
      const bytes = await readFile(uri);
      if (!bytes || !copy) throw new Obstacle('It cannot be read.');
      const state = copy.stateOf(bytes);
      if (state === 'restored') return;
      if (state === 'changed') throw new Obstacle('It has changed since it was fixed.');
      if (unsaved.has(uri)) throw new Obstacle('It has changes in an editor that are not saved.');
      if (!(await replaceFile?.(uri, await copy.read(), bytes))) throw new Obstacle(NOT_WRITABLE);
      written.push(uri);
    });
    this.sources.corpus.changedOnDisk(written);
    return { written, left };
  }

  /** Does something with each file until it is cancelled. Gives the files with which that was not possible, and why. */
  private async each(
    uris: readonly string[],
    { workDoneToken }: { workDoneToken?: string | number },
    token: CancellationToken,
    work: (uri: string) => Promise<void>,
  ): Promise<LeftFile[]> {
    const progress = this.sources.connection.window.attachWorkDoneProgress(workDoneToken);
    const left: LeftFile[] = [];
    progress.begin('', 0);
    for (const [index, uri] of uris.entries()) {
      await this.sources.pace.turn();
      if (token.isCancellationRequested) break;
      progress.report(Math.floor((100 * index) / uris.length), `${index} of ${uris.length} files`);
      await work(uri).catch((error: unknown) => left.push({ uri, reason: sentence(error) }));
    }
    progress.done();
    return left;
  }

  /** A file as a person sees it: in its editor when it is open there, else on disk. */
  private async read(uri: string, open: ReadonlyMap<string, string>): Promise<Content> {
    const { readFile, settings } = this.sources;
    const terms = await settings.of(uri);
    const shown = open.get(uri);
    if (shown !== undefined) return this.readDocument(shown, terms);
    const bytes = await readFile(uri);
    if (!bytes) throw new Obstacle('It cannot be read.');
    const text = exactText(bytes);
    const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const parsed = parse(text.slice(mark.length));
    const edits = fixes(parsed, terms);
    if (edits.length > 0 && !(await this.isInWorkspace(uri))) throw new Obstacle(LINK);
    return { document: undefined, version: undefined, bytes, mark, parsed, terms, edits };
  }

  /** Nobody has named the file behind a link that was found in a folder. */
  private async isInWorkspace(uri: string): Promise<boolean> {
    const { liesIn, settings } = this.sources;
    if (!liesIn) return true;
    for (const folder of settings.folders) if (await liesIn(uri, folder.uri)) return true;
    return false;
  }

  private async readDocument(uri: string, terms: Terms): Promise<Content> {
    const { documents, files } = this.sources;
    if (uri !== fileOf(uri)) throw new Obstacle('Its fields view has changes that are not saved.');
    const codes = (await files.of(uri)).map(({ code }) => code);
    const document = documents.get(uri);
    if (!document) throw new Obstacle('It is open in an editor, and its language there is not Article.');
    const { parsed, version } = document;
    const edits = fixes(parsed, terms);
    if (edits.length > 0 && codes.includes('not-utf-8')) {
      throw new Obstacle('It is not UTF-8, and saving it from its editor would lose bytes.');
    }
    if (edits.length > 0 && codes.includes('mixed-line-endings')) {
      throw new Obstacle('It has line ends of several kinds, and saving it from its editor would make them alike.');
    }
    return { document, version, bytes: NO_BYTES, mark: '', parsed, terms, edits };
  }

  private async edit(document: ArticleDocument, { version, edits }: Content): Promise<void> {
    const { uri } = document;
    if (version !== document.version) throw new Obstacle(CHANGED);
    const changes: TextEdit[] = edits.map(({ span, text }) => ({ range: document.rangeOf(span), newText: text }));
    const edit: WorkspaceEdit = {
      documentChanges: [{ textDocument: { uri, version: document.version }, edits: changes }],
    };
    const { applied } = await this.sources.connection.workspace.applyEdit({ label: 'Fix all safe problems', edit });
    if (!applied) throw new Obstacle('It is being edited.');
  }

  private async write(uri: string, { bytes, mark, parsed, edits }: Content, folder: string | undefined): Promise<void> {
    const { copies, replaceFile, corpus } = this.sources;
    if (!copies || !replaceFile || folder === undefined) throw new Obstacle(NOT_WRITABLE);
    const content = new TextEncoder().encode(mark + applyEdits(textOf(parsed), edits));
    await copies.keep(folder, uri, bytes, content);
    if (!(await replaceFile(uri, content, bytes))) throw new Obstacle(NOT_WRITABLE);
    corpus.changedOnDisk([uri]);
  }
}

const LINK = 'It is a link that leads out of the workspace.';
const CHANGED = 'It has changed since the preview.';
const NOT_WRITABLE = 'It is not open, and files that are not open cannot be written from here.';
const NO_BYTES = new Uint8Array();

/** The documents that a person has open, by their files. */
function openFiles({ open }: OpenEditors): Map<string, string> {
  return new Map(open.map((uri) => [canonical(fileOf(uri)), uri]));
}

/** Names what a file holds. */
async function stateOf({ document, version, bytes }: Content): Promise<string> {
  if (document) return `version ${version}`;
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
}

function problemsIn({ parsed, terms }: Content): number {
  return articleFindings(parsed, terms).filter(({ finding }) => finding.fixes?.[0]?.tier === 'safe').length;
}

function textOf({ articles }: ParsedDocument): string {
  return articles.map(({ text }) => text).join('');
}
