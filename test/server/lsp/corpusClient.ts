/**
 * A client with a workspace folder. Like VS Code, it pulls diagnostics for what it shows and takes pushed ones for
 * other files.
 */
import { assert } from 'chai';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  RegistrationParams,
  SymbolInformation,
  TextEdit,
  WorkDoneProgressCreateParams,
  WorkspaceFolder,
} from 'vscode-languageserver/node';
import { CancellationToken, CancellationTokenSource, ProgressType } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../../server/src/lsp/host';
import {
  CHECK_CORPUS,
  type CheckCorpusParams,
  type ClientOptions,
  CORPUS_CHANGED,
  type CorpusTotals,
  HIDDEN,
  LIST_FILES,
  READ_FILE,
  type ReadFileAnswer,
  toBase64,
} from '../../../server/src/protocol';
import { serverInProcess } from './inProcess';

export const FOLDER = 'file:///corpus';

export const CAPABILITIES: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true }, configuration: true, workspaceFolders: true },
};

export class CorpusClient {
  private readonly pushed = new Map<string, Diagnostic[]>();
  private readonly pulled = new Map<string, Diagnostic[]>();
  private readonly shown = new Map<string, string>();
  private version = 0;
  private look = () => {};
  /** The totals of the corpus that the server has sent last. */
  private corpusTotals: CorpusTotals | undefined;
  private lookAtTotals = () => {};
  /** The number of problems shown, after each change. */
  readonly totals: number[] = [];
  /** The token under which the server reports the progress of its check of all files. */
  private progress: string | number | undefined;
  /** Whether the server has offered to answer pulls. If not, this client does not pull. */
  isOfferedPull = false;
  /** Whether the client answers when it is asked for settings. */
  answersSettings = true;
  /** Whether the client answers when it is asked to show progress. */
  answersProgress = true;
  /** The files for which the same push came twice in a row, for the same version of the document. */
  readonly repeated: string[] = [];
  private readonly lastPush = new Map<string, string>();
  private stamps = 0;
  /** How many files the server has read. */
  reads = 0;
  /** Files that exist and cannot be read: the reason, by path. */
  readonly unreadable = new Map<string, string>();
  /** The capabilities that the server has registered. */
  readonly registrations: RegistrationParams['registrations'] = [];
  private lookAtLog = (_message: string) => {};
  /** The warnings that the server has shown. */
  readonly warnings: string[] = [];

  private constructor(
    private readonly connection: ProtocolConnection,
    /** The files on disk: their bytes, by their path in the folder. */
    readonly disk: Map<string, Uint8Array>,
    private settings: Readonly<Record<string, unknown>>,
  ) {}

  static async connect(
    files: Readonly<Record<string, string>>,
    settings: Readonly<Record<string, unknown>> = {},
    capabilities: ClientCapabilities = CAPABILITIES,
    host: Partial<Host> = {},
    workspace: object = { workspaceFolders: [{ uri: FOLDER, name: 'corpus' }] },
  ): Promise<CorpusClient> {
    const disk = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
    /** A new array of bytes is a file that was written. */
    const stamps = new WeakMap<Uint8Array, string>();
    const connection = serverInProcess({
      now: () => new Date('2026-01-01T12:00:00'),
      readFile: async (uri, isWanted = () => true) => {
        const reason = client.unreadable.get(pathOf(uri));
        if (reason) throw new Error(reason);
        const bytes = disk.get(pathOf(uri));
        client.reads++;
        return bytes && isWanted(bytes.subarray(0, 16384)) ? bytes : undefined;
      },
      stampOf: async (uri) => {
        const bytes = disk.get(pathOf(uri));
        if (bytes && !stamps.has(bytes)) stamps.set(bytes, String(++client.stamps));
        return bytes && stamps.get(bytes);
      },
      listFiles: async function* (folder, walk) {
        const below = folder.slice(FOLDER.length + 1);
        const inFolder = [...disk.keys()].filter((path) => path.startsWith(below));
        const paths = inFolder.map((path) => path.slice(below.length).replace(/^\//, ''));
        for (const path of paths) {
          const [ignoring] = /(?:^|.*\/)\.gitignore$/.exec(path) ?? [];
          const content = disk.get(path);
          if (ignoring && content) {
            walk.addIgnoreFile(path.replace(/\/?\.gitignore$/, ''), new TextDecoder().decode(content));
          }
        }
        yield paths.filter((path) => walk.has(path));
      },
      replaceFile: async (uri, content, expected) => {
        assert.deepEqual(Buffer.from(disk.get(pathOf(uri)) ?? []), Buffer.from(expected));
        disk.set(pathOf(uri), Uint8Array.from(content));
        return true;
      },
      ...host,
    });
    const client = new CorpusClient(connection, disk, settings);
    connection.listen();
    connection.onNotification('textDocument/publishDiagnostics', (push: PublishDiagnosticsParams) => {
      const content = JSON.stringify(push);
      if (client.lastPush.get(push.uri) === content) client.repeated.push(pathOf(push.uri));
      client.lastPush.set(push.uri, content);
      client.pushed.set(push.uri, push.diagnostics);
      client.changed();
    });
    connection.onRequest('workspace/diagnostic/refresh', async () => {
      for (const path of client.shown.keys()) client.pull(path);
      return null;
    });
    connection.onRequest<ReadFileAnswer, void>(READ_FILE, (uri: string): ReadFileAnswer => {
      const reason = client.unreadable.get(pathOf(uri));
      const bytes = disk.get(pathOf(uri));
      return reason ? { reason } : bytes ? toBase64(bytes) : null;
    });
    connection.onRequest(LIST_FILES, () => [...disk.keys()].map(uriOf));
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      client.warnings.push(message);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => client.lookAtLog(message));
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      client.registrations.push(...registrations);
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
      client.progress = token;
      return client.answersProgress ? null : new Promise(() => {});
    });
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => client.apply(params));
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      client.answersSettings ? items.map(({ section }) => client.settings[section] ?? null) : new Promise(() => {}),
    );
    connection.onNotification(CORPUS_CHANGED, (totals: CorpusTotals) => {
      client.corpusTotals = totals;
      client.lookAtTotals();
    });
    const initializationOptions: ClientOptions = { showsCorpus: true, showsAnnotations: true, readsFiles: true };
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      ...{ processId: null, rootUri: null, capabilities, initializationOptions, ...workspace },
    });
    client.isOfferedPull = initialized.capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Shows a file with its text on disk. */
  async show(path: string): Promise<void> {
    const text = new TextDecoder().decode(this.disk.get(path));
    const textDocument = { uri: uriOf(path), languageId: 'article', version: ++this.version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    this.shown.set(path, text);
    await this.pull(path);
  }

  async edit(path: string, text: string): Promise<void> {
    const textDocument = { uri: uriOf(path), version: ++this.version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    this.shown.set(path, text);
    await this.pull(path);
  }

  /** The text of a file that is shown. */
  textOf(path: string): string | undefined {
    return this.shown.get(path);
  }

  private async apply({ edit }: ApplyWorkspaceEditParams): Promise<{ applied: boolean }> {
    for (const change of edit.documentChanges ?? []) {
      if (!('edits' in change) || change.textDocument.version !== this.version) return { applied: false };
      const path = pathOf(change.textDocument.uri);
      const document = TextDocument.create(change.textDocument.uri, 'article', 0, this.shown.get(path) ?? '');
      void this.edit(path, TextDocument.applyEdits(document, change.edits as TextEdit[]));
    }
    return { applied: true };
  }

  /** Closes a document without saving it. */
  async close(path: string): Promise<void> {
    const textDocument = { uri: uriOf(path) };
    this.shown.delete(path);
    await this.connection.sendNotification('textDocument/didClose', { textDocument });
    this.pulled.delete(uriOf(path));
  }

  /** Closes the tab of a document, which stays open. */
  hide(path: string): Promise<void> {
    const textDocument = { uri: uriOf(path) };
    this.pulled.delete(uriOf(path));
    return this.connection.sendRequest(HIDDEN, { textDocument });
  }

  /** Another program writes a file, and the client does not report it. */
  writeUnseen(path: string, text: string | undefined): void {
    if (text === undefined) this.disk.delete(path);
    else this.disk.set(path, new TextEncoder().encode(text));
  }

  /** Saves a document that is shown. */
  save(path: string): Promise<void> {
    this.disk.set(path, new TextEncoder().encode(this.shown.get(path)));
    return this.notify('textDocument/didSave', { textDocument: { uri: uriOf(path) } });
  }

  /** Another program writes a file. */
  write(path: string, text: string): Promise<void> {
    const type = this.disk.has(path) ? 2 : 1;
    this.disk.set(path, new TextEncoder().encode(text));
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(path), type }],
    });
  }

  /** Another program deletes a file, or a folder with everything in it. */
  remove(path: string): Promise<void> {
    for (const file of [...this.disk.keys()]) {
      if (file === path || file.startsWith(`${path}/`)) this.disk.delete(file);
    }
    const changes = [{ uri: uriOf(path), type: 3 }];
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Checks all files again, or stops the check. */
  check(check = true): Promise<void> {
    return this.connection.sendNotification(CHECK_CORPUS, { check } satisfies CheckCorpusParams);
  }

  /** Cancels the check of all files as the user does in its progress notification. */
  cancelCheck(): Promise<void> {
    return this.connection.sendNotification('window/workDoneProgress/cancel', { token: this.progress });
  }

  change(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.settings = settings;
    return this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  workspaceSymbols(query: string): Promise<SymbolInformation[]> {
    return this.connection.sendRequest('workspace/symbol', { query });
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    return this.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: object, token = CancellationToken.None): Promise<R> {
    return this.connection.sendRequest(method, params, token);
  }

  /** Follows the progress of a request. The token source that is returned can cancel the request. */
  onProgress(token: string, report: (report: { message?: string }) => void): CancellationTokenSource {
    this.connection.onProgress(new ProgressType<{ message?: string }>(), token, report);
    return new CancellationTokenSource();
  }

  /** The problems that the client shows now: their codes, by path. */
  problems(): Record<string, string[]> {
    const all: Record<string, string[]> = {};
    for (const [uri, diagnostics] of [...this.pushed, ...this.pulled]) {
      for (const { code } of diagnostics) all[pathOf(uri)] = [...(all[pathOf(uri)] ?? []), String(code)].sort();
    }
    return all;
  }

  /** All diagnostics of a file. */
  diagnostics(path: string): Diagnostic[] {
    const uri = uriOf(path);
    return [...(this.pushed.get(uri) ?? []), ...(this.pulled.get(uri) ?? [])];
  }

  /** Resolves as soon as exactly these problems are shown. */
  until(expected: Readonly<Record<string, readonly string[]>>): Promise<void> {
    return new Promise((resolve) => {
      const seen = JSON.stringify(sorted(expected));
      this.look = () => {
        if (JSON.stringify(sorted(this.problems())) !== seen) return;
        this.look = () => {};
        resolve();
      };
      this.look();
    });
  }

  /** Resolves as soon as the server has sent totals like these. */
  untilTotals(isWanted: (totals: CorpusTotals) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.lookAtTotals = () => {
        if (!this.corpusTotals || !isWanted(this.corpusTotals)) return;
        this.lookAtTotals = () => {};
        resolve();
      };
      this.lookAtTotals();
    });
  }

  /** Resolves as soon as the server logs this, from now on. */
  untilLogged(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.lookAtLog = (message) => {
        if (message.includes(text)) resolve();
      };
    });
  }

  /** Resolves as soon as the server sends this notification, from now on. */
  notified(method: string): Promise<void> {
    return new Promise((resolve) => this.connection.onNotification(method, () => resolve()));
  }

  /** The same, for totals that are sent from now on. */
  untilNextTotals(isWanted: (totals: CorpusTotals) => boolean): Promise<void> {
    this.corpusTotals = undefined;
    return this.untilTotals(isWanted);
  }

  private async pull(path: string): Promise<void> {
    if (!this.isOfferedPull) return;
    const textDocument = { uri: uriOf(path) };
    const text = this.shown.get(path);
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    if (this.shown.get(path) !== text || report.kind !== 'full') return;
    this.pulled.set(uriOf(path), report.items);
    this.changed();
  }

  private changed(): void {
    for (const [uri, diagnostics] of this.pulled) {
      assert.isNotTrue(diagnostics.length > 0 && (this.pushed.get(uri)?.length ?? 0) > 0, `two channels for ${uri}`);
    }
    this.totals.push([...this.pushed.values(), ...this.pulled.values()].flat().length);
    this.look();
  }
}

export function uriOf(path: string): string {
  return `${FOLDER}/${path}`;
}

function pathOf(uri: string): string {
  return uri.startsWith(`${FOLDER}/`) ? decodeURIComponent(uri.slice(FOLDER.length + 1)) : uri;
}

function sorted(problems: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(problems).sort();
}

/** A promise, and what resolves it. */
export function latch(): [opened: Promise<void>, open: () => void] {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [opened, open];
}
