import { assert } from 'chai';
import fc from 'fast-check';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { anyDocument, anyEdit, articleText } from '../../core/articles';
import { Client, PULLS } from '../client';
import { applyDelta } from '../tokensDelta';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);

describe('semantic tokens of a document', () => {
  it('are in lines and columns, with the names of the legend', async () => {
    const client = await Client.connect(PULLS, { knowsTokens: true });
    await client.open(`🕊️${HEALTHY}\r\n${HEALTHY.replace('2024-04-09', '2024-02-30')}`);
    const { data } = (await client.semanticTokens()) as SemanticTokens;
    const tokens = decoded(client, data);
    assert.deepEqual(tokens.slice(0, 3), [
      { line: 0, character: 4, length: 14, type: 'article-marker', modifier: 'start' },
      { line: 0, character: 19, length: 4, type: 'article-f-n', modifier: undefined },
      { line: 0, character: 24, length: 10, type: 'article-marker', modifier: 'end' },
    ]);
    assert.deepInclude(tokens, { line: 1, character: 52, length: 10, type: 'article-date', modifier: 'invalid' });
  });

  it('have types that any theme knows, for a client that does not know the own ones', async () => {
    const client = await Client.connect();
    await client.open(HEALTHY);
    const types = decoded(client, ((await client.semanticTokens()) as SemanticTokens).data).map(({ type }) => type);
    const values = ['number', 'number', 'string'].flatMap((type) => ['keyword', type, 'keyword']);
    assert.deepEqual(types, [...values, 'keyword', 'keyword']);
  });

  it('of a range are those of the document that are in it', async () => {
    const client = await Client.connect();
    const text = `${HEALTHY.replaceAll('. ', '.\n')}\n`.repeat(3);
    await client.open(text);
    const whole = decoded(client, ((await client.semanticTokens()) as SemanticTokens).data);
    const range = { start: { line: 14, character: 0 }, end: { line: 16, character: 999 } };
    const part = decoded(client, (await client.semanticTokensIn(range)).data);
    assert.deepEqual(
      part,
      whole.filter(({ line }) => line >= 14 && line <= 16),
    );
    assert.isNotEmpty(part);
  });

  it('are updated by edits that turn the old tokens into the new ones', async () => {
    const client = await Client.connect();
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), async (initial, edits) => {
        const document = TextDocument.create('', '', 0, initial);
        await client.open(initial);
        let { resultId, data } = (await client.semanticTokens()) as SemanticTokens;
        for (const { at, length, text } of edits) {
          const start = Math.floor(at * document.getText().length);
          const end = start + Math.floor(length * document.getText().length);
          const range = { start: document.positionAt(start), end: document.positionAt(end) };
          TextDocument.update(document, [{ range, text }], 0);
          await client.change({ range, text });
          const delta = (await client.semanticTokens(resultId)) as SemanticTokensDelta;
          assert.notProperty(delta, 'data');
          ({ resultId } = delta);
          data = applyDelta(data, delta);
        }
        const { data: fresh } = (await client.semanticTokens()) as SemanticTokens;
        assert.deepEqual(data, fresh);
        await client.close();
      }),
      { numRuns: 200 },
    );
  });

  it('are sent in full if the client has a result that is not the last one', async () => {
    const client = await Client.connect();
    await client.open(HEALTHY);
    const first = await client.semanticTokens();
    await client.change({ text: HEALTHY.repeat(2) });
    const second = await client.semanticTokens();
    for (const known of [first.resultId, 'made up']) {
      assert.deepEqual(((await client.semanticTokens(known)) as SemanticTokens).data, (second as SemanticTokens).data);
    }
  });

  it('have no edits when nothing has changed', async () => {
    const client = await Client.connect();
    await client.open(HEALTHY);
    const { resultId } = await client.semanticTokens();
    assert.deepEqual(await client.semanticTokens(resultId), { resultId: resultId as string, edits: [] });
  });

  it('are requested again when settings change, by a client that supports that', async () => {
    const unknown = HEALTHY.replace('  T-E-X-T-S', '  B-Y-L-I-N-E-S-T-A-R-T. Ruiz B-Y-L-I-N-E-E-N-D.  T-E-X-T-S');
    const client = await Client.connect({
      workspace: { configuration: true, semanticTokens: { refreshSupport: true } },
    });
    client.settings = {};
    await client.open(unknown);
    const modifiers = async () => {
      const { data } = (await client.semanticTokens()) as SemanticTokens;
      return decoded(client, data).filter(({ length }) => length === 22 || length === 18);
    };
    assert.deepInclude((await modifiers())[1], { modifier: 'unknown' });
    client.settings = { additionalFields: ['B-Y-L-I-N-E'] };
    await client.changeSettings();
    await client.tokensRefreshed;
    assert.deepInclude((await modifiers())[1], { modifier: 'start' });
  });

  it('are empty if the document is not open', async () => {
    const client = await Client.connect();
    assert.deepEqual(await client.semanticTokens(), { data: [] });
    assert.deepEqual(await client.semanticTokens('1.1'), { data: [] });
  });
});

function decoded({ initialized }: Client, data: readonly number[]) {
  const { legend } = initialized.capabilities.semanticTokensProvider ?? {};
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines, characters, length, type, modifiers] = data.slice(index * 5, index * 5 + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const modifier = modifiers === 0 ? undefined : legend?.tokenModifiers[Math.log2(modifiers)];
    return { line, character, length, type: legend?.tokenTypes[type], modifier };
  });
}
