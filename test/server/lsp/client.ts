/** A client of the language server with one open document. */
import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  ClientCapabilities,
  CodeAction,
  CodeActionClientCapabilities,
  Command,
  CompletionContext,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  InitializeParams,
  InitializeResult,
  Position,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { Host } from '../../../server/src/lsp/host';
import {
  type ClientOptions,
  COPY,
  type CopyParams,
  NEIGHBOUR,
  NEW_ARTICLE,
  type NeighbourParams,
  type NewArticle,
  PLACE,
  type Place,
  SUMMARY,
  type Summary,
  WRAP,
  type Wrap,
} from '../../../server/src/protocol';
import { serverInProcess } from './inProcess';

const codeAction: CodeActionClientCapabilities = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
  isPreferredSupport: true,
};

/** A client that pulls diagnostics, as VS Code does. To a client without this capability they are pushed. */
export const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** A client that requests the edit of a code action when it is chosen, as VS Code does. */
export const RESOLVES: ClientCapabilities = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument,
    codeAction: { ...codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 2 ** 30, character: 0 } };

export class Client {
  readonly textDocument = { uri: 'file:///article.txt' };
  private readonly pushed: PublishDiagnosticsParams[] = [];
  private receive: (push: PublishDiagnosticsParams) => void = () => {};
  private version = 0;
  /** The client's answer to a request for a section of the settings. */
  settings: unknown = null;
  /** The client answers such requests only after this. */
  answersSettings: Promise<unknown> = Promise.resolve();
  /** The messages that were shown to the user. */
  readonly messages: string[] = [];
  /** The edits that the server has asked the client to apply, and what the client answers. */
  readonly edits: ApplyWorkspaceEditParams[] = [];
  editResult: ApplyWorkspaceEditResult = { applied: true };
  /** How often the server has asked the client to pull again. */
  refreshes = 0;
  private refreshTokens = () => {};
  /** Resolves when the server has asked the client to request semantic tokens again. */
  readonly tokensRefreshed = new Promise<void>((resolve) => {
    this.refreshTokens = resolve;
  });

  private constructor(
    private readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async connect(
    capabilities: ClientCapabilities = PULLS,
    initializationOptions: ClientOptions = {},
    host: Host = {},
    workspace: Pick<InitializeParams, 'workspaceFolders' | 'rootPath'> & { rootUri?: string } = {},
  ): Promise<Client> {
    const connection = serverInProcess(host);
    connection.listen();
    const params = { processId: null, rootUri: null, capabilities, initializationOptions, ...workspace };
    const client = new Client(connection, await connection.sendRequest<InitializeResult>('initialize', params));
    connection.onNotification('textDocument/publishDiagnostics', (push: PublishDiagnosticsParams) => {
      client.pushed.push(push);
      client.receive(push);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      client.messages.push(message);
    });
    connection.onRequest('workspace/configuration', async ({ items }: { items: unknown[] }) => {
      await client.answersSettings;
      return items.map(() => client.settings);
    });
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      client.edits.push(params);
      return client.editResult;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      return null;
    });
    connection.onRequest('workspace/semanticTokens/refresh', () => {
      client.refreshTokens();
      return null;
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  open(text: string): Promise<void> {
    const textDocument = { ...this.textDocument, languageId: 'article', version: ++this.version, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { ...this.textDocument, version: ++this.version };
    return this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  close(): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: this.textDocument });
  }

  pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { previousResultId });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.pull();
    if (report.kind !== 'full') throw new Error('Asked without a previous result, the server must report in full.');
    return report.items;
  }

  execute({ command, arguments: given }: Command): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
  }

  documentSymbols(): Promise<DocumentSymbol[]> {
    return this.request('textDocument/documentSymbol');
  }

  /** Requests the outline. The function that is returned cancels the request. */
  cancellableDocumentSymbols(): { outline: Promise<DocumentSymbol[]>; cancel: () => void } {
    const source = new CancellationTokenSource();
    const { textDocument, connection } = this;
    const outline = connection.sendRequest<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      { textDocument },
      source.token,
    );
    return { outline, cancel: () => source.cancel() };
  }

  foldingRanges(): Promise<FoldingRange[]> {
    return this.request('textDocument/foldingRange');
  }

  /** For the whole document if there is no range. `diagnostics` are what the client shows there. */
  codeActions(range: Range = WHOLE, only?: string[], diagnostics: readonly Diagnostic[] = []): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', { range, context: { diagnostics, ...(only && { only }) } });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** In full, or as the changes since an earlier result. */
  semanticTokens(previousResultId?: string): Promise<SemanticTokens | SemanticTokensDelta> {
    return previousResultId === undefined
      ? this.request('textDocument/semanticTokens/full')
      : this.request('textDocument/semanticTokens/full/delta', { previousResultId });
  }

  semanticTokensIn(range: Range): Promise<SemanticTokens> {
    return this.request('textDocument/semanticTokens/range', { range });
  }

  changeSettings(): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  completion(position: Position, context: CompletionContext = { triggerKind: 1 }): Promise<CompletionList> {
    return this.request('textDocument/completion', { position, context });
  }

  newArticle(position: Position): Promise<NewArticle | null> {
    return this.request(NEW_ARTICLE, { position });
  }

  wrap(range: Range): Promise<Wrap | null> {
    return this.request(WRAP, { range });
  }

  summary(): Promise<Summary | null> {
    return this.request(SUMMARY);
  }

  place(position: Position): Promise<Place | null> {
    return this.request(PLACE, { position });
  }

  neighbour(position: Position, unit: NeighbourParams['unit'], way: NeighbourParams['way']): Promise<Position | null> {
    return this.request(NEIGHBOUR, { position, unit, way });
  }

  copy(what: CopyParams['what'], ...ranges: Range[]): Promise<string[]> {
    return this.request(COPY, { ranges, what });
  }

  /**
   * Everything pushed so far. Messages keep their order, so an answer comes after everything that was pushed before it.
   */
  async pushes(): Promise<readonly PublishDiagnosticsParams[]> {
    await this.summary();
    return this.pushed;
  }

  /** Resolves with the next diagnostics that are pushed, from now on. */
  nextPush(): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      this.receive = resolve;
    });
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Sends a request about the document. */
  request<R>(method: string, params?: object): Promise<R> {
    return this.connection.sendRequest(method, { textDocument: this.textDocument, ...params });
  }
}
