/** A running language server with one open document, used like an editor uses it. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Corpus, Edit } from './corpora/corpus';
import { LANGUAGES } from './corpora/languages';
import { processMemory } from './processMemory';
import type { Server } from './servers';

/** VS Code’s abilities that matter for these servers. */
const CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: {},
    diagnostic: {},
    publishDiagnostics: { versionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
  },
};

/** Milliseconds that a start may take; generous, because a busy machine says nothing about a server. */
const STARTING = 60_000;

/** A server did not answer in time. */
export class TimedOut extends Error {}

export class Session {
  private version = 0;
  private resultId: string | undefined;
  private pulls = false;
  private waiting: ((push: PublishDiagnosticsParams) => void) | undefined;
  private readonly textDocument;
  /** The text after each edit, for a server that asks for it. */
  private document: TextDocument | undefined;
  private readonly folderIsChecked: Promise<void>;

  private constructor(
    readonly server: Server,
    private readonly child: ChildProcess,
    private readonly connection: ProtocolConnection,
    /** Milliseconds that an answer may take. */
    private readonly patience: number,
  ) {
    this.textDocument = { uri: `file:///bench/corpus.${LANGUAGES[server.language].extension}` };
    connection.onNotification('textDocument/publishDiagnostics', (push: PublishDiagnosticsParams) =>
      this.waiting?.(push),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => server.settings?.[section] ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    this.folderIsChecked = new Promise((resolve) =>
      connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        if (value.kind === 'end') resolve();
      }),
    );
    for (const [method, answer] of Object.entries(server.requests ?? {})) {
      connection.onRequest(method, () => answer(this.document?.getText() ?? ''));
    }
    connection.listen();
  }

  /** Starts a server, in a folder if a URI is given, and returns the session once the server has answered `initialize`. */
  static async start(server: Server, patience: number, folder?: string): Promise<Session> {
    const child = spawn(process.execPath, server.command, { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onError(() => {}); // A server that has died does not answer: the time-out reports it.
    const session = new Session(server, child, connection, patience);
    const { capabilities } = await session.inTime(
      connection.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'corpus' }],
        capabilities: CAPABILITIES,
        initializationOptions: server.initializationOptions ?? {},
      }),
      STARTING,
    );
    session.pulls = capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    if (server.settings) {
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
    }
    return session;
  }

  /** Resolves when our server has read all articles of its folder, however long that takes. */
  untilFolderIsChecked(): Promise<void> {
    return this.folderIsChecked;
  }

  /** Resolves when the server handles messages: it may load a part of itself after it has answered `initialize`. */
  async untilReady(): Promise<void> {
    // No server knows this request, and each says so.
    await this.inTime(
      this.connection.sendRequest('bench/ready').catch(() => {}),
      STARTING,
    );
  }

  /** Opens a document and waits for the first verdict on it. */
  async open({ languageId, text }: Pick<Corpus, 'languageId' | 'text'>): Promise<void> {
    const textDocument = { ...this.textDocument, languageId, version: ++this.version, text };
    if (this.server.requests) this.document = TextDocument.create('', languageId, this.version, text);
    await this.untilVerdict('textDocument/didOpen', { textDocument });
  }

  /** Opens another document, asks for the first verdict on it, and waits for that. Edits go on in the first one. */
  async openBeside({ languageId, text }: Pick<Corpus, 'languageId' | 'text'>): Promise<void> {
    const textDocument = { uri: `${this.textDocument.uri}.beside`, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    await this.request('textDocument/diagnostic', { textDocument });
  }

  /** Makes an edit and waits for the verdict on the new text. */
  async edit({ range, text }: Edit): Promise<void> {
    const textDocument = { ...this.textDocument, version: ++this.version };
    if (this.document) TextDocument.update(this.document, [{ range, text }], this.version);
    await this.untilVerdict('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  }

  documentSymbols(): Promise<unknown> {
    return this.request('textDocument/documentSymbol');
  }

  foldingRanges(): Promise<unknown> {
    return this.request('textDocument/foldingRange');
  }

  /** The memory of the server's process in bytes; undefined if the system does not report it. */
  get memory(): number | undefined {
    return processMemory(this.child.pid, 'VmRSS');
  }

  /** Ends the server at once. */
  async stop(): Promise<void> {
    this.connection.dispose();
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    if (this.child.exitCode === null && this.child.kill('SIGKILL')) await ended;
  }

  private request<R>(method: string, params?: object): Promise<R> {
    return this.inTime(this.connection.sendRequest<R>(method, { textDocument: this.textDocument, ...params }));
  }

  private async untilVerdict(method: string, params: object): Promise<void> {
    const pushed = this.pulls ? undefined : this.inTime(this.nextPush());
    await Promise.all([pushed, this.connection.sendNotification(method, params)]);
    if (!pushed) await this.pull();
  }

  private async pull(): Promise<void> {
    const previousResultId = this.resultId;
    const report = await this.request<{ resultId?: string }>('textDocument/diagnostic', {
      ...(previousResultId && { previousResultId }),
    });
    this.resultId = report.resultId;
  }

  /** Resolves with the diagnostics pushed for this version. If the server names no version, the first push counts. */
  private nextPush(): Promise<void> {
    const wanted = this.version;
    return new Promise((resolve) => {
      this.waiting = ({ uri, version }) => {
        if (uri === this.textDocument.uri && (version ?? wanted) >= wanted) resolve();
      };
    });
  }

  private inTime<R>(answer: Promise<R>, patience = this.patience): Promise<R> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TimedOut(this.server.name)), patience);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
