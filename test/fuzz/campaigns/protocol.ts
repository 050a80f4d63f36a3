/** Whatever a client sends, the built server keeps running and answers valid requests. */
import fc from 'fast-check';
import { COPY, NEIGHBOUR, PLACE, SUMMARY } from '../../../server/src/protocol/documents';
import { PIECE_AT, POSITION_OF, READ_FIELDS } from '../../../server/src/protocol/fieldsView';
import { pick, seeded } from '../../random';
import { markerSoup } from '../../server/core/articles';
import { type Campaign, Failure } from '../campaign';
import { Server } from '../server';

export const protocol: Campaign = {
  name: 'protocol',
  unit: 'messages',
  holds: 'Whatever messages a client sends, the server does not end, reports each failure, and still answers',
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

/** After this many mutated messages, the server gets a question that it can answer. */
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
      throw new Failure(`The server does not answer (exit code ${server.exitCode}). ${server.errors}`, recent);
    }
    recent = [];
  }
  return count;
}

const FILE = 'file:///fuzz/article.txt';
const textDocument = { uri: FILE };
const position = { line: 0, character: 30 };
const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 80 } };

/** The messages of a correct client, by method; without `initialize` and `exit`, which may end the server. */
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
  ['codeAction/resolve', { title: 'Fix all safe problems', data: { uri: textDocument.uri, version: 1, code: 'a' } }],
  ['workspace/executeCommand', { command: 'article.applyEdit', arguments: [{ uri: FILE, revision: 1, edit: {} }] }],
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

/** Values that no client should send. */
const ODD: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308, '', 'x', [], {}, [[]], [null], '\ud800', 'file:///a%'],
  ...['x'.repeat(10_000), 'article-fields:/a.txt?file', 'untitled:Untitled-1', '__proto__', { start: null }],
  ...[FILE, position, range, 'T-E-X-T-S-T-A-R-T.', Array.from({ length: 100 }, () => position)],
];

/** A message with an error in it, as JSON or almost JSON. */
function mutatedMessage(random: () => number, id: number, text: string): string {
  const [method, params] = structuredClone(pick(random, MESSAGES));
  if ('textDocument' in params && random() < 0.5) Object.assign(params.textDocument as object, { text });
  const isNotification = method.startsWith('textDocument/did') || method.startsWith('workspace/did');
  const message = { jsonrpc: '2.0', ...(isNotification ? {} : { id }), method, params };
  const mutations = Math.floor(random() * 3);
  for (let i = 0; i < mutations; i++) mutate(message, random);
  const json = JSON.stringify(message);
  // One message in fifty is broken JSON or other JSON. It must not ask the process to end.
  if (random() < 0.98) return json.replace(/"(exit|shutdown|initialize)"/g, '"x"');
  return pick(random, [json.slice(0, -1), '', '[]', 'null', '{}', `[${json}]`, '{"jsonrpc":"2.0","id":1,"result":1}']);
}

/** Replaces one value by an odd one, or removes it. */
function mutate(value: object, random: () => number): void {
  const keys = Object.keys(value);
  if (keys.length === 0) return;
  const key = pick(random, keys);
  const inner: unknown = Reflect.get(value, key);
  if (typeof inner === 'object' && inner !== null && random() < 0.8) mutate(inner, random);
  else if (random() < 0.2) Reflect.deleteProperty(value, key);
  else Reflect.set(value, key, structuredClone(pick(random, ODD)));
}
