/**
 * One engine, one verdict: for a generated corpus, the command line, the index of files that are not open, and the
 * editor, both when it asks for problems and when they are published to it, find the same.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assert } from 'chai';
import fc from 'fast-check';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver/node';
import { HEAD_LENGTH, looksLikeArticle } from '../../server/src/core/detection';
import { SEVERITIES } from '../../server/src/core/rules';
import { decode } from '../../server/src/corpus/verdict/checkFile';
import { listFiles } from '../../server/src/disk/listFiles';
import { readWanted } from '../../server/src/disk/readFile';
import { folder, run } from './cli/commandLine';
import { articleText, realisticArticle, realisticDocument } from './core/articles';
import { MISSPELLINGS } from './core/damages';
import { PULLS } from './lsp/client';
import { serverInProcess } from './lsp/inProcess';

/** A third of them are damaged. */
const FILES = 750;
const SEED = 20240409;
/** An answer that has not come by then does not come, in milliseconds. */
const PATIENCE = 20_000 + FILES * 20;

/** One damage to a file's text or bytes. */
type Damage = (text: string, which: number) => string | Buffer;

const MARKER = /(?:[A-Z]-)+[TD]\./g;
const onMarker =
  (change: (marker: string) => string): Damage =>
  (text, which) => {
    const markers = [...text.matchAll(MARKER)];
    const { 0: marker, index } = markers[which % markers.length] as RegExpExecArray;
    return text.slice(0, index) + change(marker) + text.slice(index + marker.length);
  };

const DAMAGES: readonly Damage[] = [
  ...Object.values(MISSPELLINGS).map(onMarker),
  onMarker(() => ''),
  onMarker((marker) => `${marker} stray ${marker}`),
  onMarker((marker) => marker.replace('.', '.\r\nx\n')),
  (text) => text.replace(/\d{4}-\d\d-\d\d/, '2024-02-30'),
  (text) => text.replace(/\d{4}-\d\d-\d\d/, '9 April 2024'),
  (text) => text.replace(/D-A-T-E-S.*?E-N-D\. {2}/s, ''),
  (text) => text.replace(/ T-E-X-T-E-N-D\./, '\u200b T-E-X-T-E-N-D.'),
  (text) => text.replaceAll('  ', ''),
  (text) => `\ufeff${text}`,
  (text) => `${text}\r\n\n`,
  (text) => Buffer.from(text.replace(/(?<=T-E-X-T-S-T-A-R-T\. )/, 'caf\u00e9 '), 'latin1'),
  (text) => {
    const [before = '', after = ''] = text.split('T-I-T-L-E-S-T-A-R-T. ');
    const latin1 = Buffer.from(`T-I-T-L-E-S-T-A-R-T. Montr\u00e9al, Qu\u00e9bec ${after}`, 'latin1');
    return Buffer.concat([Buffer.from(`${before.replace('F-N-S-T-A-R-T. ', 'F-N-S-T-A-R-T. \ufffd')}`), latin1]);
  },
  (text) => text + text,
  () => articleText(['7', '2024-04-09', 'A twin', 'The same text in several files.']),
];

function corpus(): Record<string, string | Buffer> {
  // Most files of a corpus hold one article.
  const documents = fc.oneof({ weight: 9, arbitrary: realisticArticle }, { weight: 1, arbitrary: realisticDocument });
  const texts = fc.sample(documents, { seed: SEED, numRuns: FILES });
  const files: Record<string, string | Buffer> = {};
  for (const [index, text] of texts.entries()) {
    const damage = DAMAGES[(index / 3) % DAMAGES.length];
    files[`${index % 7}/lf_${index}.txt`] = damage ? damage(text, index * 7) : text;
  }
  // Longer than the pieces in which the command line reads.
  const long = Array.from({ length: 400 }, (_, index) => {
    const text = articleText([
      `${200_000 + index}`,
      '2024-04-09',
      'Talks',
      `${index} days of talks. `.repeat(40).trim(),
    ]);
    return index % 40 === 0 ? onMarker((marker) => marker.slice(1))(text, index / 10) : text;
  });
  files['long.txt'] = long.join('');
  files['notes.txt'] = 'No article.';
  return files;
}

interface Verdict {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly range: Range;
}

/** In a form that can be compared. */
function shown(verdicts: readonly Verdict[]): string[] {
  const place = ({ start, end }: Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;
  return verdicts.map(({ file, code, severity, range }) => `${file} ${place(range)} ${severity} ${code}`).sort();
}

/** Names only what differs. */
function same(found: readonly string[], expected: readonly string[]): void {
  const without = (these: readonly string[], others: readonly string[]) => {
    const set = new Set(others);
    return these.filter((one) => !set.has(one));
  };
  assert.deepEqual([without(found, expected), without(expected, found), found.length], [[], [], expected.length]);
}

/** An editor with a folder, as its diagnostics go. */
class Editor {
  /** What was published for each file, as `shown` has it. */
  private readonly published = new Map<string, readonly string[]>();
  private count = 0;
  private look = () => {};

  private constructor(
    private readonly connection: ProtocolConnection,
    private readonly root: string,
  ) {}

  static async open(root: string, capabilities: ClientCapabilities): Promise<Editor> {
    const connection = serverInProcess({
      readFile: (uri, isWanted) => readWanted(fileURLToPath(uri), isWanted),
      listFiles: (folder, walk) => listFiles(fileURLToPath(folder), walk),
    });
    const editor = new Editor(connection, root);
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      editor.count += diagnostics.length - (editor.published.get(uri)?.length ?? 0);
      editor.published.set(uri, shown(editor.verdicts(uri, diagnostics)));
      editor.look();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    const workspaceFolders = [{ uri: pathToFileURL(root).href, name: 'corpus' }];
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  /** Resolves when this is what was published. */
  async untilTold(expected: readonly string[]): Promise<void> {
    const all = () => [...this.published.values()].flat().sort();
    const wanted = expected.join('\n');
    const came = new Promise<boolean>((resolve) => {
      const deadline = setTimeout(() => resolve(false), PATIENCE);
      this.look = () => {
        if (this.count !== expected.length || all().join('\n') !== wanted) return;
        clearTimeout(deadline);
        resolve(true);
      };
      this.look();
    });
    if (!(await came)) same(all(), expected);
  }

  /** Opens a document as VS Code does, which makes line ends alike. */
  async show(file: string): Promise<void> {
    const text = decode(fs.readFileSync(path.join(this.root, file)));
    const lineEnd = (text.match(/\r\n/g)?.length ?? 0) > (text.match(/\n/g)?.length ?? 0) / 2 ? '\r\n' : '\n';
    const textDocument = { uri: this.uriOf(file), languageId: 'article', version: 1 };
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, text: text.replaceAll(/\r\n?|\n/g, lineEnd) },
    });
  }

  async pull(file: string): Promise<Verdict[]> {
    const textDocument = { uri: this.uriOf(file) };
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    return report.kind === 'full' ? this.verdicts(textDocument.uri, report.items) : [];
  }

  private uriOf(file: string): string {
    return pathToFileURL(path.join(this.root, file)).href;
  }

  private verdicts(uri: string, diagnostics: readonly Diagnostic[]): Verdict[] {
    const file = path.relative(this.root, fileURLToPath(uri)).replaceAll(path.sep, '/');
    return diagnostics.map(({ code, severity, range }) => ({
      ...{ file, range, code: String(code) },
      severity: SEVERITIES[(severity ?? 1) - 1] ?? '',
    }));
  }
}

describe(`a corpus of ${FILES} files`, function () {
  this.timeout(PATIENCE * 3);
  let root: string;
  /** What the command line finds. */
  let verdicts: readonly Verdict[];
  let expected: readonly string[];
  /** Files that an editor takes for articles. */
  let files: readonly string[];

  before(async () => {
    const content = corpus();
    root = folder(content);
    const { stdout } = await run(['check', '--format', 'jsonl', '.'], root);
    verdicts = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expected = shown(verdicts);
    files = Object.keys(content).filter((file) => {
      const text = content[file] ?? '';
      return looksLikeArticle(decode(Buffer.from(text as string)).slice(0, HEAD_LENGTH));
    });
  });

  it('has findings of the text, of the bytes and across files', () => {
    const codes = new Set(verdicts.map(({ code }) => code));
    assert.includeMembers([...codes], ['misspelled-marker', 'missing-field', 'invalid-date', 'duplicate-text']);
    assert.includeMembers([...codes], ['not-utf-8', 'byte-order-mark', 'mixed-line-endings', 'duplicate-number']);
    assert.isAtLeast(new Set(verdicts.map(({ file }) => file)).size, FILES / 4);
  });

  it('has the same findings in the index of files that are not open, and in an editor that asks for them', async () => {
    const editor = await Editor.open(root, PULLS);
    await editor.untilTold(expected);
    const found: Verdict[] = [];
    for (const file of files) {
      await editor.show(file);
      found.push(...(await editor.pull(file)));
    }
    same(shown(found), expected);
    await editor.untilTold([]); // They are in the answers now.
  });

  it('has the same findings in an editor to which they are published', async () => {
    const editor = await Editor.open(root, {});
    for (const file of files) await editor.show(file);
    await editor.untilTold(expected);
  });
});
