import { assert } from 'chai';
import { ErrorCodes } from 'vscode-languageserver/node';
import { articleText } from '../../core/articles';
import { Client } from '../client';
import { CorpusClient } from '../corpusClient';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);
const PLACE = { line: 0, character: 0 };

describe('messages with wrong parameters', () => {
  for (const [method, params, must] of [
    ['textDocument/hover', { textDocument: null }, 'textDocument with a uri'],
    ['textDocument/hover', {}, 'position with line and character, as numbers'],
    ['textDocument/hover', { position: { line: '0', character: 0 } }, 'position with line and character, as numbers'],
    ['textDocument/completion', { position: PLACE, textDocument: [] }, 'textDocument with a uri'],
    ['textDocument/rangeFormatting', { range: { start: PLACE } }, 'range with start and end, as positions'],
    ['textDocument/codeAction', { range: { start: PLACE, end: PLACE } }, 'context, an object'],
    ['textDocument/selectionRange', { positions: [PLACE, 7] }, 'positions, a list of positions'],
    ['textDocument/semanticTokens/full/delta', {}, 'previousResultId, a text'],
    ['codeAction/resolve', {}, 'title, a text'],
    ['workspace/symbol', { query: null }, 'query, a text'],
  ] as const) {
    it(`are refused in plain words: ${method} ${JSON.stringify(params)}`, async () => {
      const client = await Client.connect();
      await client.open(HEALTHY);
      const error = await client.request(method, params).catch(({ code, message }) => ({ code, message }));
      const message = `The parameters of ${method} are wrong: they must have ${must}.`;
      assert.deepEqual(error, { code: ErrorCodes.InvalidParams, message });
      assert.isEmpty(client.messages, 'No failure of the server itself is shown.');
    });
  }

  it('leave an open document as it was, and are logged if nobody waits for an answer', async () => {
    const client = await CorpusClient.connect({ 'a.txt': HEALTHY });
    const logged = client.untilLogged('must have contentChanges, a list of changes.');
    const textDocument = { uri: 'file:///corpus/a.txt', version: 2 };
    await client.show('a.txt');
    await client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range: null }] });
    await logged;
    assert.deepEqual(await client.request('article/summary', { textDocument }), { articles: 1, words: 2 });
  });

  it('leave the workspace folders as they were', async () => {
    const client = await CorpusClient.connect({ 'a.txt': HEALTHY.replace('04-09', '02-30') });
    for (const event of [undefined, {}, { added: [null], removed: [] }, { added: [], removed: [null] }]) {
      const logged = client.untilLogged('must have event with added and removed, lists of folders.');
      await client.notify('workspace/didChangeWorkspaceFolders', { event });
      await logged;
    }
    await client.check();
    await client.until({ 'a.txt': ['invalid-date'] });
    assert.isEmpty(client.warnings);
  });

  it('do not begin a session', async () => {
    const wrong = { rootUri: 7 } as unknown as { rootUri: string };
    const error = await Client.connect({}, {}, {}, wrong).catch(({ message }) => message);
    assert.equal(error, 'The parameters of initialize are wrong: they must have rootUri, a text or null.');
  });
});
