/**
 * `npm run fuzz -- --soak MINUTES`: the built server works at full speed, and its resources must not grow: its
 * heap after a garbage collection, its listeners, its open handles.
 */
import fs from 'node:fs';
import { corpus, edits } from '../bench/corpora/corpus';
import { Server } from './server';

/** What the server's process reports about itself; see soakServer.ts. */
export interface Probe {
  /** Bytes in use after a full garbage collection. */
  readonly heap: number;
  readonly listeners: number;
  readonly resources: number;
}

const SAMPLES = 12;

/** Runs for some minutes and returns one line for each sample. Throws if something has grown since the warm-up. */
export async function soak(minutes: number): Promise<string> {
  const server = await Server.start('test/fuzz/soakServer.ts', ['--expose-gc']);
  const lines: string[] = [];
  const probes: Probe[] = [];
  let edited = 0;
  const began = Date.now();
  try {
    for (let sample = 1; sample <= SAMPLES; sample++) {
      const end = began + (sample * minutes * 60_000) / SAMPLES;
      while (Date.now() < end) edited += await work(server, edited);
      const probe = (await server.request<Probe>('fuzz/probe', {})) as Probe;
      probes.push(probe);
      const seconds = Math.round((Date.now() - began) / 1000);
      lines.push(
        `| ${seconds} s | ${edited.toLocaleString('en')} | ${(probe.heap / 1e6).toFixed(1)} MB | ${probe.listeners} | ${probe.resources} |`,
      );
    }
  } finally {
    server.kill();
  }
  const table = ['| after | edits | heap | listeners | resources |', '| --- | --- | --- | --- | --- |', ...lines].join(
    '\n',
  );
  fs.mkdirSync('dist/fuzz', { recursive: true });
  fs.writeFileSync('dist/fuzz/soak.md', `${table}\n`);
  const grown = growth(probes);
  if (grown) throw new Error(`${grown}\n${table}`);
  return table;
}

/** What is greater in the second half than it ever was in the first half after the warm-up, if anything. */
function growth(probes: readonly Probe[]): string | undefined {
  const warm = probes.slice(2, SAMPLES / 2);
  const last = probes.slice(SAMPLES / 2);
  for (const name of ['heap', 'listeners', 'resources'] as const) {
    const allowed = Math.max(...warm.map((probe) => probe[name])) * (name === 'heap' ? 1.1 : 1);
    if (Math.min(...last.map((probe) => probe[name])) > allowed) return `The ${name} of the server grow.`;
  }
  return undefined;
}

/** Opens documents, edits each of them, makes all requests of an editor, and closes them. Returns the number of edits. */
async function work(server: Server, round: number): Promise<number> {
  const document = corpus('article', 100_000);
  const uri = `file:///soak/${round % 10}.txt`;
  const textDocument = { uri };
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'article', version: 1, text: document.text },
  });
  let version = 1;
  for (const { range, text } of edits(document)) {
    version++;
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    await server.request('textDocument/diagnostic', { textDocument });
    if (version % 10 === 0) {
      for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full']) {
        await server.request(`textDocument/${method}`, { textDocument });
      }
      await server.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
      await server.request('textDocument/completion', { textDocument, position: range.start });
    }
    if (version > 100) break;
  }
  server.notify('textDocument/didClose', { textDocument });
  return version - 1;
}
