/** Whatever a client sends, the server as it is shipped goes on, and answers what makes sense. */
import { type ChildProcess, spawn } from 'node:child_process';
import fc from 'fast-check';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { COPY, NEIGHBOUR, PIECE_AT, PLACE, POSITION_OF, READ_FIELDS, SUMMARY } from '../../../server/src/protocol';
import { pick, seeded } from '../../bench/random';
import { articleText, markerSoup } from '../../server/core/articles';
import { bundleOf } from '../build';
import { type Campaign, Failure } from '../campaign';

export const protocol: Campaign = {
  name: 'protocol',
  unit: 'messages',
  holds: 'Whatever messages a client sends, the server neither ends nor fails unseen, and still answers',
  short: 2_000,
  round: 10_000,
  full: 100_000,
  run: async (seed, count) => {
    const server = await Server.start();
    try {
      const sent = await mutatedMessages(server, seed, count);
      if (server.errors !== '') throw new Failure(`It wrote to standard error: ${server.errors}`, undefined);
      return sent;
    } finally {
      server.kill();
    }
  },
};

/** After so many mutated messages the server is asked something that it can answer. */
const PACE = 100;

async function mutatedMessages(server: Server, seed: number, count: number): Promise<number> {
  const random = seeded(seed);
  const soups = fc.sample(markerSoup, { seed, numRuns: 50 });
  let recent: string[] = [];
  for (let sent = 1; sent <= count; sent++) {
    const message = mutatedMessage(random, sent, pick(random, soups));
    recent.push(message);
    server.send(message);
    if (sent % PACE > 0 && sent < count) continue;
    if (!(await server.answers(sent))) {
      throw new Failure(`No answer any more (exit code ${server.exitCode}). ${server.errors}`, recent);
    }
    recent = [];
  }
  return count;
}

const FILE = 'file:///fuzz/article.txt';
const textDocument = { uri: FILE };
const position = { line: 0, character: 30 };
const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 80 } };

/** What a well-behaved client sends, by method; `initialize` and `exit` are left out, for they may end the server. */
const MESSAGES: readonly [method: string, params: object][] = [
  ['textDocument/didOpen', { textDocument: { uri: FILE, languageId: 'article', version: 1, text: '' } }],
  ['textDocument/didChange', { textDocument: { uri: FILE, version: 2 }, contentChanges: [{ range, text: 'x' }] }],
  ['textDocument/didChange', { textDocument: { uri: FILE, version: 3 }, contentChanges: [{ text: 'x' }] }],
  ['textDocument/didSave', { textDocument }],
  ['textDocument/didClose', { textDocument }],
  ['textDocument/diagnostic', { textDocument, previousResultId: '1.1' }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/hover', { textDocument, position }],
  ['textDocument/completion', { textDocument, position, context: { triggerKind: 2, triggerCharacter: '-' } }],
  ['textDocument/definition', { textDocument, position }],
  ['textDocument/documentHighlight', { textDocument, position }],
  ['textDocument/selectionRange', { textDocument, positions: [position] }],
  ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } }],
  ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/rangeFormatting', { textDocument, range, options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/semanticTokens/full', { textDocument }],
  ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1.1' }],
  ['textDocument/semanticTokens/range', { textDocument, range }],
  ['workspace/didChangeConfiguration', { settings: {} }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///fuzz/.articlerc.json', type: 2 }] }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///fuzz', name: 'fuzz' }], removed: [] } }],
  ['$/cancelRequest', { id: 7 }],
  ['$/setTrace', { value: 'verbose' }],
  [SUMMARY, { textDocument }],
  [PLACE, { textDocument, position }],
  [NEIGHBOUR, { textDocument, position, unit: 'article', way: 'next' }],
  [COPY, { textDocument, ranges: [range], what: 'text' }],
  [PIECE_AT, { textDocument, position }],
  [POSITION_OF, { textDocument, place: { piece: 1, offset: 2 } }],
  [READ_FIELDS, { uri: 'file:///fuzz/none.txt' }],
];

/** What no client should send in the place of a value. */
const ODD: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308, '', 'x', [], {}, [[]], [null], '\ud800', 'file:///a%'],
  ...['x'.repeat(10_000), 'article-fields:/a.txt?file', 'untitled:Untitled-1', '__proto__', { start: null }],
  ...[FILE, position, range, 'T-E-X-T-S-T-A-R-T.', Array.from({ length: 100 }, () => position)],
];

/** A message with something wrong in it, as JSON or what is nearly that. */
function mutatedMessage(random: () => number, id: number, text: string): string {
  const [method, params] = structuredClone(pick(random, MESSAGES));
  if ('textDocument' in params && random() < 0.5) Object.assign(params.textDocument as object, { text });
  const isNotification = method.startsWith('textDocument/did') || method.startsWith('workspace/did');
  const message = { jsonrpc: '2.0', ...(isNotification ? {} : { id }), method, params };
  const mutations = Math.floor(random() * 3);
  for (let i = 0; i < mutations; i++) mutate(message, random);
  const json = JSON.stringify(message);
  // One in fifty is no JSON, or that of something else; the process must be told to end by nobody.
  if (random() < 0.98) return json.replace(/"(exit|shutdown|initialize)"/g, '"x"');
  return pick(random, [json.slice(0, -1), '', '[]', 'null', '{}', `[${json}]`, '{"jsonrpc":"2.0","id":1,"result":1}']);
}

/** Puts something odd in the place of one value, or removes it. */
function mutate(value: object, random: () => number): void {
  const keys = Object.keys(value);
  if (keys.length === 0) return;
  const key = pick(random, keys);
  const inner: unknown = Reflect.get(value, key);
  if (typeof inner === 'object' && inner !== null && random() < 0.8) mutate(inner, random);
  else if (random() < 0.2) Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, structuredClone(pick(random, ODD)));
}

const TEXT = articleText(['1986', '2024-04-09', 'Truce in sight', 'Talks go on.']);

/** The language server in a process of its own, over standard input and output. */
export class Server {
  errors = '';
  private asked = 0;
  private readonly waiting = new Map<string, (answer: unknown) => void>();

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    child.stdin?.on('error', () => {}); // It has ended, which its exit code says.
    if (child.stdout) new StreamMessageReader(child.stdout).listen((message) => this.receive(message));
    child.once('close', () => {
      for (const resolve of this.waiting.values()) resolve(undefined);
    });
  }

  /** `module` is a path from the project's root, `options` are those of Node. */
  static async start(module = 'server/src/node.ts', options: readonly string[] = []): Promise<Server> {
    const server = new Server(
      spawn(process.execPath, [...options, '--unhandled-rejections=strict', await bundleOf(module), '--stdio']),
    );
    await server.request('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { diagnostic: {} } },
    });
    server.notify('initialized', {});
    return server;
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  send(message: string): void {
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
  }

  notify(method: string, params: object): void {
    this.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  /** The answer; undefined when the server ends before. */
  request<R>(method: string, params: object): Promise<R | undefined> {
    const id = `own ${++this.asked}`;
    this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return new Promise((resolve) => this.waiting.set(id, (answer) => resolve(answer as R | undefined)));
  }

  /** Whether the server still says the right thing of a document that nobody has spoilt. */
  async answers(number: number): Promise<boolean> {
    const uri = `file:///well/${number}.txt`;
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text: TEXT } });
    const found = await this.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
    this.notify('textDocument/didClose', { textDocument: { uri } });
    this.waiting.clear();
    return found?.length === 1;
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
