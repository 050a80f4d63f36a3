import { assert } from 'chai';
import type { ClientCapabilities, CompletionContext, CompletionItem, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { articleText } from '../../core/articles';
import { Client, PULLS } from '../client';

const HEALTHY = articleText(['1986', '2024-04-09', 'Truce', 'Talks failed.']);
const SNIPPETS: ClientCapabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
const now = () => new Date(2026, 10, 22);

/** The completions that a client is offered at the cursor `$0`. */
async function offered(
  textWithCursor: string,
  capabilities = PULLS,
  context?: CompletionContext,
  quietInProse = false,
) {
  const client = await Client.connect(capabilities, { quietInProse }, { now });
  const text = textWithCursor.replace('$0', '');
  await client.open(text);
  const place = TextDocument.create('file:///a', 'article', 1, text).positionAt(textWithCursor.indexOf('$0'));
  const { items } = await client.completion(place, context);
  return { text, items };
}

async function labels(...parameters: Parameters<typeof offered>): Promise<string[]> {
  return (await offered(...parameters)).items.map(({ label }) => label);
}

function applied(text: string, item: CompletionItem | undefined): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'article', 1, text), [item?.textEdit as TextEdit]);
}

describe('completion', () => {
  const withoutTitle = HEALTHY.replace('T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.', 't-i$0');

  it('replaces what was typed by a snippet, if the client supports snippets', async () => {
    const { text, items } = await offered(withoutTitle, SNIPPETS);
    assert.equal(applied(text, items[0]), HEALTHY.replace('Truce', '$1'));
    assert.deepInclude(items[0], { filterText: 't-i-T-L-E-S-T-A-R-T.', insertTextFormat: 2, insertTextMode: 1 });
  });

  it('replaces it by plain text otherwise', async () => {
    const { text, items } = await offered(withoutTitle);
    assert.equal(applied(text, items[0]), HEALTHY.replace('Truce', ''));
    assert.equal(items[0]?.insertTextFormat, 1);
  });

  it('proposes the number and the date of a new article', async () => {
    const { text, items } = await offered(`${HEALTHY}$0`, SNIPPETS);
    assert.equal(applied(text, items[0]), HEALTHY + articleText([`$\{1:1987}`, `$\{2:2026-11-22}`, '$3', '$4']));
  });

  it('answers a full stop only after a START', async () => {
    const stop: CompletionContext = { triggerKind: 2, triggerCharacter: '.' };
    assert.deepEqual(await labels('T-I-T-L-E-S-T-A-R-T.$0', PULLS, stop), ['T-I-T-L-E-E-N-D.']);
    assert.deepEqual(await labels('T-I-T-L-E-S-T-A-R-T. No.$0', PULLS, stop), []);
    assert.deepEqual(await labels(HEALTHY.replace('T-I-T-L-E-S-T-A-R-T.', '$&$0'), PULLS, stop), []);
  });

  it('answers a hyphen only when it may belong to a marker or a date', async () => {
    const hyphen: CompletionContext = { triggerKind: 2, triggerCharacter: '-' };
    assert.deepEqual(await labels('T-I-T-L-E-S-T-A-R-T. Why T-$0', PULLS, hyphen), ['T-I-T-L-E-E-N-D.']);
    assert.deepEqual(await labels('T-I-T-L-E-S-T-A-R-T. Why -$0', PULLS, hyphen), []);
    assert.deepEqual(await labels('D-A-T-E-S-T-A-R-T. 2026-$0', PULLS, hyphen), ['2026-11-22']);
  });

  it('offers nothing after a word of prose, unless the user asks', async () => {
    const open = 'T-I-T-L-E-S-T-A-R-T. Truce$0';
    assert.deepEqual(await labels(open), []);
    assert.deepEqual(await labels(open, PULLS, { triggerKind: 1 }, true), ['T-I-T-L-E-E-N-D.']);
    assert.deepEqual(await labels(open, PULLS, { triggerKind: 3 }, true), []);
  });

  it('offers a first article in an empty file', async () => {
    const { text, items } = await offered('$0');
    assert.equal(applied(text, items[0]), articleText(['1', '2026-11-22', '', '']));
  });
});
