import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import {
  createProtocolConnection,
  ErrorCodes,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { root } from '../../../../scripts/generate/index';
import { articleText } from '../../core/articles';
import { BIN, folder } from '../commandLine';

const NOTHING = { processId: null, rootUri: null, capabilities: {} };

describe('article-format lsp', () => {
  it('speaks LSP over standard input and output', async () => {
    const { connection, ended } = start();
    const { capabilities, serverInfo } = await connection.sendRequest<InitializeResult>('initialize', NOTHING);
    assert.isOk(capabilities.hoverProvider);
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.deepEqual(serverInfo, { name: 'article-format', version });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
  });

  it('loads nothing but what answers initialize, because whoever opens an editor waits for that', () => {
    const list = "process.on('exit', () => require('fs').writeSync(2, Object.keys(require.cache).join('\\n')))";
    const program = ['--require', path.join(folder({ 'list.cjs': list }), 'list.cjs'), BIN, 'lsp', '--stdio'];
    const { stderr } = spawnSync(process.execPath, program, { input: '', encoding: 'utf8' });
    assert.sameMembers(
      stderr
        .trim()
        .split('\n')
        .filter((file) => file.startsWith(root))
        .map((file) => path.relative(root, file)),
      ['dist/cli.js', 'dist/cli/serverCall.js', 'dist/server/node.js', 'dist/server/library.js'],
    );
  });

  it('refuses messages that come too early, twice or too late', async () => {
    const { connection, ended } = start();
    const code = (method: string) =>
      connection.sendRequest(method, NOTHING).catch((error: { code: number }) => error.code);
    assert.equal(await code('textDocument/hover'), ErrorCodes.ServerNotInitialized);
    assert.equal(await code('shutdown'), ErrorCodes.ServerNotInitialized);
    assert.isObject(await code('initialize'));
    assert.equal(await code('initialize'), ErrorCodes.InvalidRequest);
    assert.isNull(await code('shutdown'));
    assert.equal(await code('textDocument/hover'), ErrorCodes.InvalidRequest);
    assert.equal(await code('shutdown'), ErrorCodes.InvalidRequest);
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
  });

  it('ends when the process that --clientProcessId names has ended', async () => {
    const gone = spawn(process.execPath, ['--version']);
    await new Promise((resolve) => gone.once('close', resolve));
    const { ended } = start(`--clientProcessId=${gone.pid}`);
    assert.equal(await ended, 1);
  });

  it('ends, and says why, if a message counts characters in place of bytes', () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'سلام' });
    const input = `Content-Length: ${body.length}\r\n\r\n${body}`;
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'lsp', '--stdio'], { input, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /where the header of a message should be\. .* bytes \(not characters\)/);
  });

  it('does not look for settings beside a document on another machine', async () => {
    const { connection, ended } = start();
    const shown: unknown[] = [];
    connection.onNotification('window/showMessage', (message) => {
      shown.push(message);
    });
    await connection.sendRequest('initialize', NOTHING);
    const textDocument = { uri: 'file://server/share/a%2Fb/a.txt', languageId: 'article', version: 1 };
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, text: articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']) },
    });
    assert.deepEqual(
      await connection.sendRequest('textDocument/codeAction', {
        ...{ textDocument, context: { diagnostics: [] } },
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      }),
      [],
    );
    assert.isEmpty(shown);
    await connection.sendNotification('exit');
    assert.equal(await ended, 1);
  });
});

/** `ended` is the exit code. */
function start(...more: string[]): { connection: ProtocolConnection; ended: Promise<unknown> } {
  const child = spawn(process.execPath, [BIN, 'lsp', '--stdio', ...more]);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const ended = new Promise((resolve) => child.once('close', resolve)).finally(() => connection.dispose());
  return { connection, ended };
}
