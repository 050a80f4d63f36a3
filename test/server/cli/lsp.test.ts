import { spawn } from 'node:child_process';
import { assert } from 'chai';
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { BIN } from './commandLine';

describe('article-format lsp', () => {
  it('speaks LSP over standard input and output', async () => {
    const child = spawn(process.execPath, [BIN, 'lsp', '--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    assert.isOk(capabilities.hoverProvider);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(code, 0);
    connection.dispose();
  });
});
