import { assert } from 'chai';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, PULLS } from './client';

const HEALTHY =
  ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';

/** The text after an action's edit. */
function applied(text: string, action: CodeAction | undefined): string {
  const [edits] = Object.values(action?.edit?.changes ?? {});
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'article', 1, text), edits ?? []);
}

async function opened(text: string, options = {}): Promise<Client> {
  const client = await Client.connect(PULLS, options);
  await client.open(text);
  return client;
}

describe('code actions', () => {
  it('restore a lost marker, and say that this is the way', async () => {
    const text = HEALTHY.replace('T-I-T-L-E-E-N-D.', '');
    const client = await opened(text);
    const [{ range } = assert.fail()] = await client.diagnostics();
    const [action] = await client.codeActions(range);
    assert.equal(action?.title, 'Insert T-I-T-L-E-E-N-D.');
    assert.isTrue(action?.isPreferred);
    assert.deepEqual(
      action?.diagnostics?.map(({ code }) => code),
      ['unmatched-start'],
    );
    assert.equal(applied(text, action), HEALTHY);
  });

  it('offer both readings of an ambiguous date, and prefer none', async () => {
    const client = await opened(HEALTHY.replace('2024-04-09', '04/05/2024'));
    const [{ range } = assert.fail()] = await client.diagnostics();
    const actions = await client.codeActions(range);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${title} ${isPreferred}`),
      ['Write 2024-05-04 (4 May 2024) false', 'Write 2024-04-05 (5 April 2024) false'],
    );
  });

  it('fix all safe problems of the file at once, and nothing else', async () => {
    const text = HEALTHY.replaceAll('T-E-X-T', 'T–E–X–T').replace('2024-04-09', '9 April 2024');
    const client = await opened(text);
    const [action] = await client.codeActions(undefined, ['source.fixAll']);
    assert.equal(action?.kind, 'source.fixAll.article');
    assert.equal(applied(text, action), HEALTHY.replace('2024-04-09', '9 April 2024'));
    assert.deepEqual(await (await opened(HEALTHY)).codeActions(undefined, ['source.fixAll']), []);
  });

  it('fix all problems of one kind', async () => {
    const text = HEALTHY.replaceAll('-S-T-A-R-T.', '-S-T-A-R-T').repeat(2);
    const client = await opened(text);
    const [{ range } = assert.fail()] = await client.diagnostics();
    const action = (await client.codeActions(range)).find(({ title }) => title.startsWith('Fix all'));
    assert.equal(action?.title, 'Fix all misspelled-marker in this file');
    assert.equal(applied(text, action), HEALTHY.repeat(2));
  });

  it('change settings only through a client that can', async () => {
    const text = HEALTHY.replace('  T-E-X-T', '  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D.  T-E-X-T');
    const client = await opened(text, { knowsCommands: true });
    const [{ range } = assert.fail()] = await client.diagnostics();
    assert.deepEqual(
      (await client.codeActions(range)).map(({ command }) => command?.arguments?.slice(1)),
      [
        ['settings', 'S-O-U-R-C-E'],
        ['file', 'S-O-U-R-C-E'],
        ['settings', 'unknown-field'],
        ['file', 'unknown-field'],
      ],
    );
    assert.deepEqual(await (await opened(text)).codeActions(range), []);
  });
});

describe('settings and files', () => {
  const files = (content: Record<string, string | Uint8Array>) => ({
    readFile: async (uri: string) => {
      const found = content[uri];
      return typeof found === 'string' ? new TextEncoder().encode(found) : found;
    },
  });
  const bad = HEALTHY.replace('2024-04-09', '9 April');

  it('take severities from the nearest settings file, comments and all', async () => {
    const client = await Client.connect(
      PULLS,
      {},
      files({ 'file:///.articlerc.json': '{ // ours\n "rules": { "invalid-date": "hint" } }' }),
    );
    await client.open(bad);
    assert.deepEqual(
      (await client.diagnostics()).map(({ code, severity }) => `${code} ${severity}`),
      ['invalid-date 4'],
    );
    assert.equal((await client.summary())?.settingsFile, 'file:///.articlerc.json');
  });

  it('report what only the bytes show', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(HEALTHY), 0xe9, 0x0d, 0x0a, 0x0a]);
    const client = await Client.connect(PULLS, {}, files({ 'file:///article.txt': bytes }));
    await client.open(`${HEALTHY}\n\n`);
    const found = await client.diagnostics();
    assert.sameMembers(
      found.map(({ code }) => code),
      ['not-utf-8', 'byte-order-mark', 'mixed-line-endings'],
    );
    const invalid = found.find(({ code }) => code === 'not-utf-8');
    assert.equal(invalid?.range.start.character, HEALTHY.length);
    assert.include(invalid?.message, `at offset ${HEALTHY.length + 3}`);
  });

  it('take dates after today for what they are', async () => {
    const now = () => new Date(2024, 3, 8);
    const client = await Client.connect(PULLS, {}, { now });
    await client.open(HEALTHY);
    assert.deepEqual(
      (await client.diagnostics()).map(({ code }) => code),
      ['future-date'],
    );
  });
});
