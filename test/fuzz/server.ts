/** The built language server in its own process, over standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { articleText } from '../server/core/articles';
import { bundleOf } from './build';

const TEXT = articleText(['1986', '2024-04-09', 'Truce in sight', 'Talks go on.']);

export class Server {
  errors = '';
  private asked = 0;
  private readonly waiting = new Map<string, (answer: unknown) => void>();

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    child.stdin?.on('error', () => {}); // The server has ended; its exit code shows that.
    if (child.stdout) new StreamMessageReader(child.stdout).listen((message) => this.receive(message));
    child.once('close', () => {
      for (const resolve of this.waiting.values()) resolve(undefined);
    });
  }

  /**
   * `module` is a path from the project's root, `options` are options of Node, `env` is added to the environment, and
   * `folders` are the URIs of the workspace folders.
   */
  static async start(
    module = 'server/src/node.ts',
    options: readonly string[] = [],
    { env = {}, folders = [] }: { env?: NodeJS.ProcessEnv; folders?: readonly string[] } = {},
  ): Promise<Server> {
    const program = [...options, '--unhandled-rejections=strict', await bundleOf(module), '--stdio'];
    const server = new Server(spawn(process.execPath, program, { env: { ...process.env, ...env } }));
    await server.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders.map((uri) => ({ uri, name: 'fuzz' })),
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    server.notify('initialized', {});
    return server;
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  send(message: string): void {
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  }

  notify(method: string, params: object): void {
    this.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  /** The answer; undefined if the server ends first. */
  request<R>(method: string, params: object): Promise<R | undefined> {
    if (this.hasEnded) return Promise.resolve(undefined);
    const id = `own ${++this.asked}`;
    this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return new Promise((resolve) => this.waiting.set(id, (answer) => resolve(answer as R | undefined)));
  }

  /** Whether the server still answers correctly about an undamaged document. */
  async answers(number: number): Promise<boolean> {
    const uri = `file:///well/${number}.txt`;
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text: TEXT } });
    const found = await this.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
    this.notify('textDocument/didClose', { textDocument: { uri } });
    this.waiting.clear();
    return found?.length === 1;
  }

  /** Shuts the server down like a client, and waits until it has ended. */
  async end(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    if (this.hasEnded) return;
    await this.request('shutdown', {});
    this.notify('exit', {});
    await closed;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private receive(message: Message): void {
    const { id, method, result } = message as { id?: string; method?: string; result?: unknown };
    if (method === undefined) {
      this.waiting.get(String(id))?.(result);
      this.waiting.delete(String(id));
    }
    if (method !== undefined && id !== undefined) this.send(JSON.stringify({ jsonrpc: '2.0', id, result: null }));
  }
}
