import { assert } from 'chai';
import { type ClientCapabilities, type CodeAction, LSPErrorCodes, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX_DATES, FIX_DOCUMENT } from '../../../../server/src/protocol';
import { WRECK } from '../../core/articles';
import { Client, PULLS, RESOLVES } from '../client';

const HEALTHY =
  ' F-N-S-T-A-R-T. 1986 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. Truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks. T-E-X-T-E-N-D. ';

/** The text after the edit of an action. */
function applied(text: string, action: CodeAction | undefined): string {
  const [edits] = Object.values(action?.edit?.changes ?? {});
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'article', 1, text), edits ?? []);
}

async function opened(text: string, options = {}, capabilities = PULLS, workspace = {}): Promise<Client> {
  const client = await Client.connect(capabilities, options, {}, workspace);
  await client.open(text);
  return client;
}

describe('code actions', () => {
  it('restore a lost marker, as the preferred action', async () => {
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

  it('offer to correct all dates of the same form, where the client has the command', async () => {
    const titles = async (date: string, workspace: object = { rootUri: 'file:///' }) => {
      const client = await opened(HEALTHY.replace('2024-04-09', date), { knowsCommands: true }, PULLS, workspace);
      const [{ range } = assert.fail()] = await client.diagnostics();
      const actions = await client.codeActions(range);
      return actions.flatMap(({ command }) => (command?.command === FIX_DATES ? [command] : []));
    };
    const title = (form: string) => `Correct all dates of the form ${form} in the corpus…`;
    const commandFor = (form: string) => ({ title: title(form), command: FIX_DATES, arguments: [form] });
    assert.deepEqual(await titles('04/05/2024'), ['D/M/YYYY', 'M/D/YYYY'].map(commandFor));
    assert.deepEqual(await titles('25.4.2024'), [commandFor('D.M.YYYY')]);
    assert.isEmpty(await titles('April 9, 2024'));
    assert.isEmpty(await titles('04/05/2024', {}), 'the file is of no corpus');
  });

  it('fix all safe problems of a file at once, and nothing else', async () => {
    const text = HEALTHY.replaceAll('T-E-X-T', 'T–E–X–T').replace('2024-04-09', '9 April 2024');
    const client = await opened(text);
    const [action] = await client.codeActions(undefined, ['source.fixAll']);
    assert.equal(action?.kind, 'source.fixAll.article');
    assert.equal(applied(text, action), HEALTHY.replace('2024-04-09', '9 April 2024'));
    assert.deepEqual(await (await opened(HEALTHY)).codeActions(undefined, ['source.fixAll']), []);
  });

  it('leave alone the articles whose fixes would change a value, also where a command asks', async () => {
    const damaged = HEALTHY.replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
    const [text, fixed] = [damaged + WRECK + damaged, HEALTHY + WRECK + HEALTHY];
    const client = await opened(text);
    const [action] = await client.codeActions(undefined, ['source.fixAll']);
    assert.equal(applied(text, action), fixed);
    const edits = await client.request<TextEdit[]>(FIX_DOCUMENT);
    assert.equal(TextDocument.applyEdits(TextDocument.create('file:///a', 'article', 1, text), edits), fixed);
  });

  it('are given to a command as edits for the document as it is now, or as none if nothing is safe to fix', async () => {
    const text = HEALTHY.replaceAll('T-E-X-T', 'T–E–X–T').replace('2024-04-09', '9 April 2024');
    const client = await opened(text);
    const { uri } = client.textDocument;
    const edits = await client.request<TextEdit[]>(FIX_DOCUMENT);
    assert.equal(
      applied(text, { title: '', edit: { changes: { [uri]: edits } } }),
      HEALTHY.replace('2024-04-09', '9 April 2024'),
    );
    assert.deepEqual(await (await opened(HEALTHY)).request(FIX_DOCUMENT), []);
    await client.close();
    assert.isNull(await client.request(FIX_DOCUMENT));
  });

  it('fix all problems of one kind', async () => {
    const text = HEALTHY.replaceAll('-S-T-A-R-T.', '-S-T-A-R-T').repeat(2);
    const client = await opened(text);
    const [{ range } = assert.fail()] = await client.diagnostics();
    const action = (await client.codeActions(range)).find(({ title }) => title.startsWith('Fix all'));
    assert.equal(action?.title, 'Fix all misspelled-marker in this file');
    assert.equal(applied(text, action), HEALTHY.repeat(2));
  });

  it('that fix many places get their edits when they are chosen, if the client requests them then', async () => {
    const text = HEALTHY.replaceAll('-S-T-A-R-T.', '-S-T-A-R-T').repeat(2);
    const client = await opened(text, {}, RESOLVES);
    assert.nestedPropertyVal(client.initialized, 'capabilities.codeActionProvider.resolveProvider', true);
    const [{ range } = assert.fail()] = await client.diagnostics();
    const [single, ofRule] = await client.codeActions(range);
    assert.isDefined(single?.edit, 'what one place takes is there at once');
    const [ofAll] = await client.codeActions(undefined, ['source.fixAll']);
    for (const action of [ofRule ?? assert.fail(), ofAll ?? assert.fail()]) {
      assert.isUndefined(action.edit);
      assert.equal(applied(text, await client.resolve(action)), HEALTHY.repeat(2));
    }
    assert.deepEqual(await (await opened(HEALTHY, {}, RESOLVES)).codeActions(undefined, ['source.fixAll']), []);
  });

  it('in a very long article are checked when they are chosen', async () => {
    const text = HEALTHY.replace('Talks.', 'Talks have failed. '.repeat(10_000)).replace('T-I-T-L-E-E-N-D.', '');
    const client = await opened(text, {}, RESOLVES);
    const [{ range } = assert.fail()] = await client.diagnostics();
    const [action = assert.fail()] = await client.codeActions(range);
    assert.isUndefined(action.edit);
    assert.isTrue(action.isPreferred);
    const eager = await (await opened(text)).codeActions(range);
    assert.deepEqual((await client.resolve(action)).edit, eager[0]?.edit);
    assert.isDefined(eager[0]?.edit);
  });

  const refusal = (client: Client, action: CodeAction) =>
    client.resolve(action).then(
      () => assert.fail(),
      ({ code }: { code: number }) => code,
    );

  it('are refused if the document has changed since they were offered', async () => {
    const client = await opened(HEALTHY.replaceAll('T-E-X-T', 'T–E–X–T'), {}, RESOLVES);
    const [action = assert.fail()] = await client.codeActions(undefined, ['source.fixAll']);
    await client.change({ text: `${HEALTHY} ` });
    assert.equal(await refusal(client, action), LSPErrorCodes.ContentModified);
  });

  it('for all problems are refused if nothing is left that changes no other value', async () => {
    const client = await opened('Big T-I-T-L-E-S-T-A-R-T. T-I-T-L-E-E-N-D. A AT-I-T-L-E-E-N-D.', {}, RESOLVES);
    const [action = assert.fail()] = await client.codeActions(undefined, ['source.fixAll']);
    assert.equal(await refusal(client, action), LSPErrorCodes.RequestFailed);
  });

  it('have their edits in the order of the document', async () => {
    const client = await opened('\n<<<<<<< HEAD\nF-N-E-N-D.F-N-S-T-A-R-T.');
    const places = (await client.codeActions()).map(({ edit }) =>
      (edit?.changes?.[client.textDocument.uri] ?? []).map(
        ({ range: { start } }) => start.line * 1000 + start.character,
      ),
    );
    assert.isAbove(Math.max(...places.map(({ length }) => length)), 1);
    for (const each of places)
      assert.deepEqual(
        each,
        [...each].sort((a, b) => a - b),
      );
  });

  it('are refused if the settings have changed, because another problem may then be in their place', async () => {
    const client = await Client.connect({
      ...RESOLVES,
      workspace: { ...RESOLVES.workspace, configuration: true },
    });
    const talks = 'Talks have failed. '.repeat(10_000);
    await client.open(HEALTHY.replace('2024-04-09', '9 April').replace('Talks.', `${talks}\u200bTalks. T\u200balks.`));
    const actions = await client.codeActions();
    const [first, second] = actions.filter(({ title }) => title.startsWith('Remove'));
    assert.equal(first?.title, second?.title);
    client.settings = { rules: { 'invalid-date': 'off' } };
    await client.changeSettings();
    assert.equal(await refusal(client, first ?? assert.fail()), LSPErrorCodes.ContentModified);
  });

  it('are limited to the first of many problems, and to one for all of a kind', async () => {
    const client = await opened(HEALTHY.replaceAll('-S-T-A-R-T.', '-S-T-A-R-T').repeat(30));
    const titles = (await client.codeActions(undefined, ['quickfix'])).map(({ title }) => title);
    assert.lengthOf(titles, 101);
    assert.equal(titles.at(-1), 'Fix all misspelled-marker in this file');
  });

  it('change settings with commands of a client that has them', async () => {
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

  it('take severities from the nearest settings file, which may have comments', async () => {
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

  it('are changed in the settings file in force, and in none that has an error', async () => {
    const inSettingsFile = async (content: string) => {
      const client = await Client.connect(
        PULLS,
        { knowsCommands: true },
        files({ 'file:///.articlerc.json': content }),
      );
      await client.open(bad);
      const actions = await client.codeActions();
      const commands = actions.map(({ command }) => command?.arguments ?? []);
      return commands.filter(([, target]) => target === 'file').map(([, , ...rest]) => rest);
    };
    assert.deepEqual(await inSettingsFile('{}'), [['invalid-date', 'file:///.articlerc.json']]);
    assert.deepEqual(await inSettingsFile('{'), []);
  });

  const EDITS: ClientCapabilities = {
    ...PULLS,
    workspace: { ...PULLS.workspace, workspaceEdit: { documentChanges: true } },
  };
  const CREATES: ClientCapabilities = {
    ...PULLS,
    workspace: { ...PULLS.workspace, workspaceEdit: { resourceOperations: ['create'] } },
  };
  const settingsEdits = async (text: string, content: Record<string, string>, capabilities: ClientCapabilities) => {
    const client = await Client.connect(capabilities, {}, files(content), {
      workspaceFolders: [{ uri: 'file:///news', name: 'news' }],
    });
    client.textDocument.uri = 'file:///news/sub/a.txt';
    await client.open(text);
    const actions = await client.codeActions(undefined, ['quickfix']);
    return actions.filter(({ title }) => title.endsWith(' in .articlerc.json'));
  };
  const field = HEALTHY.replace('  T-E-X-T', '  S-O-U-R-C-E-S-T-A-R-T. BBC S-O-U-R-C-E-E-N-D.  T-E-X-T');

  it('are changed by an edit for a client without our commands', async () => {
    const own = '{ // ours\n  "rules": { "empty-field": "off" } }\n';
    const content = { 'file:///news/.articlerc.json': own };
    const actions = await settingsEdits(field, content, EDITS);
    assert.deepEqual(
      actions.map(({ title, edit }) => {
        const [change] = edit?.documentChanges ?? [];
        if (!change || !('edits' in change)) return assert.fail();
        assert.deepEqual(change.textDocument, { uri: 'file:///news/.articlerc.json', version: null });
        return [title, TextDocument.applyEdits(TextDocument.create('', '', 1, own), change.edits as TextEdit[])];
      }),
      [
        [
          'Make S-O-U-R-C-E a known field in .articlerc.json',
          '{ // ours\n  "rules": { "empty-field": "off" },\n  "additionalFields": [\n    "S-O-U-R-C-E"\n  ] }\n',
        ],
        [
          'Switch unknown-field off in .articlerc.json',
          '{ // ours\n  "rules": { "empty-field": "off", "unknown-field": "off" } }\n',
        ],
      ],
    );
    const [plain] = await settingsEdits(field, content, PULLS);
    assert.deepEqual(Object.keys(plain?.edit?.changes ?? {}), ['file:///news/.articlerc.json']);
  });

  it('are changed as they are in the editor, if it has them open', async () => {
    const client = await Client.connect(EDITS, {}, files({ 'file:///.articlerc.json': '{}' }));
    const [uri, text] = ['file:///%2Earticlerc.json', '{ "rules": { "empty-field": "off" } }'];
    const textDocument = { uri, languageId: 'json', version: 7, text };
    await client.notify('textDocument/didOpen', { textDocument });
    await client.open(bad);
    const changeOf = async () => {
      const action = (await client.codeActions()).find(({ title }) => title.endsWith('off in .articlerc.json'));
      const [change] = action?.edit?.documentChanges ?? [];
      return change && 'edits' in change ? change : undefined;
    };
    const change = (await changeOf()) ?? assert.fail();
    assert.deepEqual(change.textDocument, { uri, version: 7 });
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(uri, 'json', 7, text), change.edits as TextEdit[]),
      '{ "rules": { "empty-field": "off", "invalid-date": "off" } }',
    );
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 8 },
      contentChanges: [{ text: '{' }],
    });
    assert.isUndefined(await changeOf());
  });

  it('are written to a new file in the workspace folder, if the client can create one', async () => {
    const [action] = await settingsEdits(bad, {}, CREATES);
    const uri = 'file:///news/.articlerc.json';
    const start = { line: 0, character: 0 };
    const newText = '{\n  "rules": {\n    "invalid-date": "off"\n  }\n}\n';
    assert.deepEqual(action?.edit?.documentChanges, [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ]);
    assert.isEmpty(await settingsEdits(bad, {}, EDITS));
  });

  it('are changed by no edit where the settings file has an error', async () => {
    assert.isEmpty(await settingsEdits(bad, { 'file:///news/.articlerc.json': '{' }, CREATES));
    assert.isEmpty(await settingsEdits(bad, { 'file:///news/sub/.articlerc.json': '{' }, CREATES));
  });

  it('report problems that only the bytes show', async () => {
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

  it('are changed for rules of the bytes and across files too, once for each rule at the cursor', async () => {
    const bytes = new TextEncoder().encode(`\ufeff${HEALTHY}`);
    const client = await Client.connect(PULLS, { knowsCommands: true }, files({ 'file:///article.txt': bytes }));
    await client.open(HEALTHY);
    const [ofBytes = assert.fail()] = await client.diagnostics();
    const across = { ...ofBytes, code: 'duplicate-number' };
    const ofOthers = { ...ofBytes, code: 'duplicate-text', source: 'spelling' };
    const ofArticle = { ...ofBytes, code: 'invalid-date' };
    const shown = [ofBytes, across, across, ofOthers, ofArticle];
    const actions = await client.codeActions(ofBytes.range, ['quickfix'], shown);
    assert.deepEqual(
      actions.map(({ title, diagnostics }) => [title, diagnostics?.map(({ code }) => code)]),
      ['byte-order-mark', 'duplicate-number'].flatMap((code) => [
        [`Switch ${code} off in the settings`, [code]],
        [`Switch ${code} off in .articlerc.json`, [code]],
      ]),
    );
    assert.isEmpty(await client.codeActions(ofBytes.range, ['source'], shown));
  });

  it('are not changed for a rule whose finding the problem of the bytes replaces', async () => {
    const bytes = Buffer.from(HEALTHY.replace('Talks', 'T\xe9lks'), 'latin1');
    const client = await Client.connect(PULLS, { knowsCommands: true }, files({ 'file:///article.txt': bytes }));
    await client.open(HEALTHY.replace('Talks', 'T\ufffdlks'));
    const [invalid = assert.fail(), ...others] = await client.diagnostics();
    assert.isEmpty(others);
    const actions = await client.codeActions(invalid.range, ['quickfix'], [invalid]);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Switch not-utf-8 off in the settings', 'Switch not-utf-8 off in .articlerc.json'],
    );
  });

  it('report dates after today', async () => {
    const now = () => new Date(2024, 3, 8);
    const client = await Client.connect(PULLS, {}, { now });
    await client.open(HEALTHY);
    assert.deepEqual(
      (await client.diagnostics()).map(({ code }) => code),
      ['future-date'],
    );
  });
});
