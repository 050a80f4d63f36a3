import { assert } from 'chai';
import type { SemanticTokens } from 'vscode-languageserver';
import { articleText } from '../core/articles';
import { Client } from './client';

/** More articles than are compared at once after an edit. Two of them have the same number. */
const TEXT = Array.from({ length: 260 }, (_, index) =>
  articleText([String(index === 250 ? 201 : index + 1), '2024-04-09', 'Truce', `Talks go on. ${index}`]),
).join('');

const NUMBER = 'F-N-S-T-A-R-T. 201 ';

describe('a long document', () => {
  it('keeps findings across articles in the right places while it is edited', async () => {
    const client = await Client.connect();
    await client.open(TEXT);
    assert.deepEqual(
      (await client.diagnostics()).map(({ code }) => code),
      ['duplicate-number', 'duplicate-number'],
    );
    await client.change({ range: rangeOf(0, 0), text: ' more' });
    const edited = ` more${TEXT}`;
    assert.deepEqual(await client.diagnostics(), await freshDiagnostics(edited));
  });

  it('drops the findings of an article that is gone', async () => {
    const client = await Client.connect();
    await client.open(TEXT);
    await client.diagnostics();
    const first = TEXT.indexOf(NUMBER);
    await client.change({ range: rangeOf(first, first + NUMBER.length), text: 'F-N-S-T-A-R-T. 999 ' });
    const places = (await client.diagnostics()).map(({ range }) => range.start.character);
    assert.deepEqual(places, [TEXT.lastIndexOf(NUMBER) + 'F-N-S-T-A-R-T. '.length]);
  });
});

describe('an answer that takes a long time', () => {
  const long = Array.from({ length: 8_000 }, (_, index) =>
    articleText([String(index), '2024-04-09', 'Truce', 'Talks.']),
  ).join('');
  let client: Client;

  beforeEach(async () => {
    client = await Client.connect();
    await client.open(long);
  });

  it('lets other requests through, and ends when it is cancelled', async () => {
    const { outline, cancel } = client.cancellableDocumentSymbols();
    const settled = outline.then(
      () => 'answered',
      (error: Error) => error.message,
    );
    const place = client.place({ line: 0, character: 0 });
    assert.equal(await Promise.race([settled, place.then(() => 'place')]), 'place');
    cancel();
    assert.equal(await settled, 'Cancelled.');
  });

  for (const method of ['documentSymbol', 'semanticTokens/full', 'formatting']) {
    it(`ends when an edit makes it obsolete: ${method}`, async () => {
      const answer = client.request(`textDocument/${method}`, { options: {} }).then(
        () => 'answered',
        (error: Error) => error.message,
      );
      await client.change({ range: rangeOf(0, 0), text: ' ' });
      assert.equal(await answer, 'The document has changed.');
    });
  }

  it('ends, too, when a client gives the edited document the same version', async () => {
    const answer = client.request('textDocument/documentSymbol', {}).catch((error: Error) => error.message);
    const contentChanges = [{ range: rangeOf(0, 0), text: ' ' }];
    await client.notify('textDocument/didChange', {
      textDocument: { ...client.textDocument, version: 1 },
      contentChanges,
    });
    assert.equal(await answer, 'The document has changed.');
  });

  it('does not disturb the semantic tokens that are requested after it', async () => {
    const { resultId } = await client.semanticTokens();
    await client.change({ range: rangeOf(0, 0), text: ' ' });
    const interrupted = client.semanticTokens(resultId).catch((error: Error) => error.message);
    await client.change({ range: rangeOf(0, 0), text: ' ' });
    assert.equal(await interrupted, 'The document has changed.');
    const { data } = (await client.semanticTokens(resultId)) as SemanticTokens;
    const fresh = await Client.connect();
    await fresh.open(`  ${long}`);
    assert.deepEqual(data, ((await fresh.semanticTokens()) as SemanticTokens).data);
  });
});

/** The semantic tokens from a server that has seen nothing but this text. */
async function freshDiagnostics(text: string) {
  const client = await Client.connect();
  await client.open(text);
  return client.diagnostics();
}

/** All is on one line. */
function rangeOf(start: number, end: number) {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}
