import { assert } from 'chai';
import type { ClientCapabilities, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { articleText } from '../core/articles';
import { Client, PULLS } from './client';
import { CAPABILITIES, CorpusClient } from './corpusClient';

const BAD_DATE = articleText(['1986', '2024-02-30', 'Truce', 'Talks failed.']);
const OFF = { rules: { 'invalid-date': 'off' } };
const HINT = { rules: { 'invalid-date': 'hint' } };
const PUSHED: ClientCapabilities = { workspace: { configuration: true } };

/** A client that announces that it can be asked for settings, and answers only after `answer` is called. */
async function slowClient(capabilities: ClientCapabilities, settings: unknown) {
  const client = await Client.connect(capabilities);
  let answer = () => {};
  client.settings = settings;
  client.answersSettings = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { client, answer };
}

function severities({ diagnostics }: PublishDiagnosticsParams) {
  return diagnostics.map(({ severity }) => Number(severity));
}

describe('settings that a client does not send when it is asked', () => {
  it('are the defaults after two seconds, for what it was asked then and for all that it is asked later', async () => {
    const capabilities = { ...PULLS, workspace: { ...PULLS.workspace, ...PUSHED.workspace } };
    const { client } = await slowClient(capabilities, OFF);
    await client.open(BAD_DATE);
    assert.lengthOf(await client.diagnostics(), 1);
    await client.changeSettings();
    const since = performance.now();
    assert.lengthOf(await client.diagnostics(), 1);
    assert.isBelow(performance.now() - since, 1000, 'The client is not waited for again.');
  });

  it('come into force when it sends them', async () => {
    const { client, answer } = await slowClient(PUSHED, HINT);
    const first = client.nextPush();
    await client.open(BAD_DATE);
    assert.deepEqual(severities(await first), [1]);
    const second = client.nextPush();
    answer();
    assert.deepEqual(severities(await second), [4]);
  });

  it('may be pushed instead', async () => {
    const { client } = await slowClient(PUSHED, OFF);
    const first = client.nextPush();
    await client.notify('workspace/didChangeConfiguration', { settings: { article: HINT } });
    await client.open(BAD_DATE);
    assert.deepEqual(severities(await first), [4]);
  });

  it('do not keep the server from checking all files', async () => {
    const client = await CorpusClient.connect({ 'a.txt': BAD_DATE }, {}, CAPABILITIES);
    client.answersSettings = false;
    await client.check();
    await client.until({ 'a.txt': ['invalid-date'] });
  });
});
