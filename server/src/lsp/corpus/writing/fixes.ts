/** Fixes the files of the corpus: open files by edits of their documents, all others on disk. */
import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { parse, wholeText } from '../../../core/parse/parser';
import { applyEdits } from '../../../core/repair/edit';
import { canonical } from '../../../corpus/files/uris';
import { unfixedSentence } from '../../../corpus/fixes/fixes';
import { fixPreview } from '../../../corpus/fixes/preview';
import { MappingError } from '../../../corpus/mapping/mapping';
import {
  type BeforeAndAfter,
  type CompareFixesParams,
  type FixableFile,
  type FixFilesParams,
  type FixRun,
  type FixRunsParams,
  fileOf,
  type LeftFile,
  type LongRequest,
  type OpenEditors,
  type PreviewFixesAnswer,
  type PreviewFixesParams,
  type RestoreFilesParams,
  type WantedFixes,
  type WrittenFiles,
} from '../../../protocol';
import type { ArticleDocument } from '../../documents/document';
import { noFile, Obstacle, sentence } from '../../failures';
import type { Copies, ReplaceFile } from '../../files';
import { cancelled, type Pace } from '../../pace';
import type { Corpus } from '../corpus';
import { FilesProgress } from '../filesProgress';
import {
  type Content,
  type ContentSources,
  type FindFixes,
  fixesWanted,
  problemsIn,
  readContent,
  stateOf,
} from './fixContent';

export interface FixSources extends ContentSources {
  readonly connection: Connection;
  readonly corpus: Corpus;
  /** Undefined, like `copies`, if files on disk cannot be written. */
  readonly replaceFile: ReplaceFile | undefined;
  readonly copies: Copies | undefined;
  readonly pace: Pace;
}

type Keep = Awaited<ReturnType<Copies['begin']>>;

export class CorpusFixes {
  constructor(private readonly sources: FixSources) {}

  async preview(params: PreviewFixesParams, token: CancellationToken): Promise<PreviewFixesAnswer> {
    try {
      return await this.previewOf(params, fixesWanted(params), token);
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      return { files: [], left: [], writesClosed: false, wasStopped: false, refused: error.message };
    }
  }

  private async previewOf(
    params: PreviewFixesParams,
    find: FindFixes,
    token: CancellationToken,
  ): Promise<PreviewFixesAnswer> {
    const { corpus, replaceFile, copies } = this.sources;
    const open = openFiles(params);
    const writesClosed = replaceFile !== undefined && copies !== undefined;
    const { index, folders } = corpus.files;
    if ((await Promise.race([corpus.whole(), cancelled(token)])) === false)
      return { files: [], left: [], writesClosed, wasStopped: true };
    const uris = new Set<string>();
    const isConcerned = (count: number) => count > 0 || params.dateForm !== undefined; // The rule about dates may be off.
    for (const { uri, count } of index.inOrder)
      if (isConcerned(count) && (writesClosed || open.has(uri))) uris.add(uri);
    for (const [uri, shown] of open) {
      const isMeant = folders.hasOpen(uri) && !corpus.files.isOtherName(uri);
      if (isMeant && this.sources.documents.get(shown)) uris.add(uri);
    }
    const only = params.only === undefined ? undefined : canonical(fileOf(params.only));
    const meant = only === undefined ? [...uris] : [...uris].filter((uri) => uri === only);
    const files: FixableFile[] = [];
    const left = await this.each(meant, params, token, async (uri) => {
      this.requireOneEditor(uri, open);
      const content = await readContent(uri, open, find, this.sources);
      if (content.edits.length > 0)
        files.push({
          uri,
          problems: problemsIn(content, params),
          isOpen: open.has(uri),
          state: await stateOf(content),
        });
      requireAllFixed(content);
    });
    const unlisted = only === undefined ? corpus.files.unlisted : [];
    return { files, left: [...unlisted, ...left], writesClosed, wasStopped: false };
  }

  async compare({ uri, ...wanted }: CompareFixesParams): Promise<BeforeAndAfter | null> {
    try {
      const { parsed, edits } = await readContent(uri, openFiles(wanted), fixesWanted(wanted), this.sources);
      return fixPreview(parsed, parse(applyEdits(wholeText(parsed), edits)));
    } catch (error) {
      if (error instanceof Obstacle) return null; // The file has changed since the preview, and will not be fixed.
      throw error;
    }
  }

  async fix({ files, copies, ...params }: FixFilesParams, token: CancellationToken): Promise<WrittenFiles> {
    const open = openFiles(params);
    const find = fixesWanted(params);
    const keep = copies === undefined ? undefined : this.keeping(copies);
    const states = new Map(files.map(({ uri, state }) => [uri, state]));
    const written: string[] = [];
    const left = await this.each([...states.keys()], params, token, async (uri) => {
      this.requireOneEditor(uri, open);
      const content = await readContent(uri, open, find, this.sources);
      if (content.edits.length === 0 || (await stateOf(content)) !== states.get(uri)) {
        throw new Obstacle(changed());
      }
      if (content.document) await this.edit(content.document, content, params);
      else await this.write(uri, content, keep);
      written.push(uri);
      requireAllFixed(content);
    });
    return { written, left };
  }

  async restore(params: RestoreFilesParams, token: CancellationToken): Promise<WrittenFiles> {
    const { readFile, replaceFile, copies } = this.sources;
    const unsaved = new Set(openFiles({ open: params.unsaved }).keys());
    const runs = (await copies?.list(params.copies)) ?? [];
    const run = runs.find(({ name }) => name === params.run);
    const kept = new Map((run?.copies ?? []).map((copy) => [copy.uri, copy]));
    const written: string[] = [];
    const again: string[] = [];
    const left = await this.each([...kept.keys()], params, token, async (uri) => {
      const copy = kept.get(uri);
      const bytes = await readFile(uri);
      if (!bytes || !copy) throw new Obstacle(noFile());
      const state = copy.stateOf(bytes);
      if (state === 'restored') return;
      if (state === 'changed') throw new Obstacle(l10n.t('It has changed since it was fixed.'));
      const others = this.othersOf(uri);
      if ([uri, ...others].some((name) => unsaved.has(name))) {
        throw new Obstacle(l10n.t('It has unsaved changes in an editor. Discard them first.'));
      }
      if (!(await replaceFile?.(uri, await copy.read(), bytes, others))) throw new Obstacle(notWritable());
      written.push(uri);
      again.push(uri, ...others);
    });
    this.sources.corpus.written(again);
    return { written, left };
  }

  /** The runs that can be undone, the latest first. */
  async runs({ copies }: FixRunsParams): Promise<readonly FixRun[]> {
    const runs = (await this.sources.copies?.list(copies)) ?? [];
    return runs.map(({ name, time, copies: { length } }) => ({ name, time, files: length }));
  }

  /**
   * Makes a function that keeps copies in one run. The run begins with the first copy, so a run without copies is never
   * made.
   */
  private keeping(folder: string): Keep {
    let run: Promise<Keep> | undefined;
    return async (...file) => {
      if (!this.sources.copies) throw new Obstacle(notWritable());
      run ??= this.sources.copies.begin(folder);
      await (await run)(...file);
    };
  }

  /**
   * Does the work for each file, until the request is cancelled. Gives the files for which it failed, with the reason.
   */
  private async each(
    uris: readonly string[],
    request: LongRequest,
    token: CancellationToken,
    work: (uri: string) => Promise<void>,
  ): Promise<LeftFile[]> {
    const progress = new FilesProgress(this.sources.connection, request);
    const left: LeftFile[] = [];
    for (const [index, uri] of uris.entries()) {
      await this.sources.pace.turn();
      if (token.isCancellationRequested) break;
      progress.at(index, uris.length);
      await work(uri).catch((error: unknown) => left.push({ uri, reason: sentence(error) }));
    }
    progress.done();
    return left;
  }

  private async edit(document: ArticleDocument, { version, edits }: Content, { dateForm }: WantedFixes): Promise<void> {
    const { uri } = document;
    if (version !== document.version) throw new Obstacle(changed());
    const changes: TextEdit[] = edits.map(({ span, text }) => ({ range: document.rangeOf(span), newText: text }));
    const edit: WorkspaceEdit = {
      documentChanges: [{ textDocument: { uri, version: document.version }, edits: changes }],
    };
    const { applied } = await this.sources.connection.workspace.applyEdit({
      label: dateForm === undefined ? l10n.t('Fix all safe problems') : l10n.t('Correct dates'),
      edit,
    });
    if (!applied)
      throw new Obstacle(l10n.t('Its editor did not accept the fixes, because it is being edited. Try again.'));
  }

  private async write(uri: string, { bytes, mark, parsed, edits }: Content, keep: Keep | undefined): Promise<void> {
    const { replaceFile, corpus } = this.sources;
    if (!replaceFile || !keep) throw new Obstacle(notWritable());
    const content = new TextEncoder().encode(mark + applyEdits(wholeText(parsed), edits));
    await keep(uri, bytes, content);
    const others = this.othersOf(uri);
    if (!(await replaceFile(uri, content, bytes, others))) throw new Obstacle(notWritable());
    corpus.written([uri, ...others]);
  }

  /** Throws an Obstacle for a file that an editor shows under another name only: it may be changed there. */
  private requireOneEditor(uri: string, open: ReadonlyMap<string, string>): void {
    const other = open.has(uri) ? undefined : this.othersOf(uri).find((name) => open.has(name));
    if (other === undefined) return;
    const name = this.sources.corpus.files.folders.nameOf(other);
    throw new Obstacle(l10n.t('It is open in an editor under another name, {0}. Close that editor first.', name));
  }

  /** The other names of a file, by hard links: they get the new file, too. */
  private othersOf(uri: string): readonly string[] {
    return this.sources.corpus.files.names.othersOf(uri);
  }
}

function changed(): string {
  return l10n.t('It has changed since the preview. Open the preview again.');
}

function notWritable(): string {
  return l10n.t('It is not open, and only open files can be changed here. Open it first.');
}

/** Throws an Obstacle if an article is left alone. */
function requireAllFixed({ unfixed }: Content): void {
  const sentence = unfixedSentence(unfixed);
  if (sentence !== undefined) throw new Obstacle(sentence);
}

/** The documents that the user has open, by their files. */
function openFiles({ open }: OpenEditors): Map<string, string> {
  return new Map(open.map((uri) => [canonical(fileOf(uri)), uri]));
}
