import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import {
  type ClientCapabilities,
  type Command,
  type CompletionClientCapabilities,
  CompletionItemKind,
  type Diagnostic,
  type DocumentSymbolClientCapabilities,
  type Hover,
  type MarkupKind,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CorpusMatches, FIND_ARTICLES, NEXT_DAMAGED } from '../../../server/src/protocol';
import { articleText } from '../core/articles';
import { Client } from './client';
import { CAPABILITIES, CorpusClient, FOLDER } from './corpusClient';

const HEALTHY = articleText(['2001', '2024-04-09', 'Rain', 'It rains in the north today.']);
const BAD_DATE = articleText(['1986', '2024-02-30', 'Truce', 'Talks failed.']);

describe('clients of other editors', () => {
  for (const [name, workspace] of Object.entries({
    'a root URI': { rootUri: FOLDER },
    'a root path': { rootPath: fileURLToPath(FOLDER) },
    'a root and no folders': { rootUri: FOLDER, workspaceFolders: null },
    'a folder that ends in a slash': { workspaceFolders: [{ uri: `${FOLDER}/`, name: '' }] },
  })) {
    it(`have a corpus that is found by ${name}`, async () => {
      const files = { 'sub/a.txt': BAD_DATE, '.articlerc.json': '{ "rules": { "invalid-date": "hint" } }' };
      const client = await CorpusClient.connect(files, {}, CAPABILITIES, {}, workspace);
      await client.until({ 'sub/a.txt': ['invalid-date'] });
      assert.equal(client.diagnostics('sub/a.txt')[0]?.severity, 4);
    });
  }

  it('may spell a folder in another way when they remove it or add it again', async () => {
    const client = await CorpusClient.connect({ 'a.txt': BAD_DATE });
    await client.until({ 'a.txt': ['invalid-date'] });
    const slash = { uri: `${FOLDER}/`, name: 'corpus' };
    await client.changeFolders([slash, { uri: FOLDER.replace('corpus', '%63orpus'), name: 'corpus' }], []);
    await client.request(NEXT_DAMAGED, {}); // Its answer comes after all files have been read.
    const { matches } = await client.request<CorpusMatches>(FIND_ARTICLES, { query: '' });
    assert.deepEqual(
      matches.map(({ file }) => file),
      ['a.txt'],
      'With two folders, it would have the name of its folder.',
    );
    await client.changeFolders([], [slash]);
    await client.until({});
  });

  it('may change folders without having announced that they have any', async () => {
    const client = await CorpusClient.connect({ 'a.txt': BAD_DATE }, {}, {}, {}, { rootUri: FOLDER });
    await client.until({ 'a.txt': ['invalid-date'] });
    await client.changeFolders([], [{ uri: FOLDER, name: 'corpus' }]);
    await client.until({});
  });

  it('may refuse to show progress', async () => {
    const capabilities = { ...CAPABILITIES, window: { workDoneProgress: true } };
    const client = await CorpusClient.connect({ 'a.txt': BAD_DATE }, {}, capabilities);
    await client.until({ 'a.txt': ['invalid-date'] });
  });

  it('may not answer whether they show progress', async () => {
    const capabilities = { ...CAPABILITIES, window: { workDoneProgress: true } };
    const client = await CorpusClient.connect({ 'a.txt': BAD_DATE }, {}, capabilities);
    client.answersProgress = false;
    await client.until({ 'a.txt': ['invalid-date'] });
  });

  for (const [folder, uri] of [
    ['file:///news%20(2024)', 'file:///news%20%282024%29/sub/a.txt'],
    ['file:///news (2024)', 'file:///news%20(2024)/sub/a.txt'],
    ['file:///C:/news', 'file:///c%3A/news/sub/a.txt'],
  ] as const) {
    it(`may spell the URIs of folders and files differently: ${folder}, ${uri}`, async () => {
      const readFile = async (file: string) =>
        /\/news[^/]*\/\.articlerc\.json$/.test(file)
          ? new TextEncoder().encode('{ "rules": { "invalid-date": "off" } }')
          : undefined;
      const workspaceFolders = [{ uri: folder, name: '' }];
      const client = await Client.connect(undefined, {}, { readFile }, { workspaceFolders });
      client.textDocument.uri = uri;
      await client.open(BAD_DATE);
      assert.deepEqual(await client.diagnostics(), []);
    });
  }

  for (const uri of ['file:////server/share/a.txt', 'untitled:Untitled-1', 'C:\\news\\a.txt', '']) {
    it(`may name a document oddly: ${uri}`, async () => {
      const client = await Client.connect();
      client.textDocument.uri = uri;
      await client.open(BAD_DATE);
      assert.lengthOf(await client.diagnostics(), 1);
    });
  }

  it('may open a document twice: closed once, it is closed', async () => {
    const client = await Client.connect({});
    await client.open(BAD_DATE);
    await client.open(BAD_DATE);
    await client.close();
    assert.isEmpty((await client.pushes()).at(-1)?.diagnostics);
  });

  it('may not support Markdown', async () => {
    const hover = async (contentFormat?: MarkupKind[]) => {
      const client = await Client.connect({ textDocument: { hover: { ...(contentFormat && { contentFormat }) } } });
      await client.open(BAD_DATE);
      const position = { line: 0, character: 17 };
      return (await client.request<Hover>('textDocument/hover', { position })).contents;
    };
    assert.deepEqual(await hover(['plaintext']), { kind: 'plaintext', value: '1986 · 2024-02-30\n\nTruce\n\n2 words' });
    for (const formats of [undefined, ['plaintext', 'markdown'] as MarkupKind[]]) {
      assert.deepInclude(await hover(formats), { kind: 'markdown' });
    }
  });

  it('may push settings instead of being asked', async () => {
    const client = await Client.connect({});
    await client.open(BAD_DATE);
    const severitiesNow = async () =>
      (await client.pushes()).at(-1)?.diagnostics.map(({ severity }) => Number(severity));
    assert.deepEqual(await severitiesNow(), [1]);
    for (const [settings, severities] of [
      [{ article: { rules: { 'invalid-date': 'hint' } } }, [4]],
      [{ article: 'x' }, [1]],
      [{ article: { rules: { 'invalid-date': 'off' } } }, []],
      [null, [1]],
      [[], [1]],
    ]) {
      await client.notify('workspace/didChangeConfiguration', { settings });
      assert.deepEqual(await severitiesNow(), severities as number[]);
    }
  });

  for (const [name, workspace, isRefreshed] of [
    ['diagnostics', { diagnostics: { refreshSupport: true } }, true],
    ['diagnostic, as Helix does', { diagnostic: { refreshSupport: true } }, true],
    ['neither', {}, false],
  ] as const) {
    it(`may pull, and name what can be refreshed ${name}: each problem comes by one way only`, async () => {
      const files = { 'a.txt': BAD_DATE, 'b.txt': BAD_DATE.replace('1986', '1987') };
      const capabilities = {
        textDocument: { diagnostic: {}, publishDiagnostics: {} },
        workspace,
      } as ClientCapabilities;
      const client = await CorpusClient.connect(files, {}, capabilities, {}, { rootUri: FOLDER });
      assert.equal(client.isOfferedPull, isRefreshed);
      await client.show('a.txt');
      await client.until({
        'a.txt': ['duplicate-text', 'invalid-date'],
        'b.txt': ['duplicate-text', 'invalid-date'],
      });
      await client.show('b.txt');
      await client.edit('b.txt', HEALTHY);
      await client.until({ 'a.txt': ['invalid-date'] });
    });
  }

  it('may only pull: they are offered it, and are not asked to do it again', async () => {
    const client = await Client.connect({ textDocument: { diagnostic: {} } });
    await client.open(BAD_DATE);
    assert.lengthOf(await client.diagnostics(), 1);
    await client.changeSettings();
    assert.lengthOf(await client.diagnostics(), 1);
    assert.deepEqual(await client.pushes(), []);
    assert.equal(client.refreshes, 0);
  });

  it('may write null for abilities that they do not have, or give no list where there should be one', async () => {
    const none = { codeAction: null, hover: null, completion: null, documentSymbol: null, diagnostic: null };
    const noLists = {
      codeAction: { codeActionLiteralSupport: {}, dataSupport: true, resolveSupport: {} },
      documentSymbol: { symbolKind: { valueSet: 1 } },
    };
    for (const capabilities of [
      { general: null, textDocument: null, workspace: null, window: null },
      { general: { positionEncodings: null }, textDocument: none, workspace: { workspaceEdit: null } },
      { general: { positionEncodings: 'utf-8' }, textDocument: noLists },
    ]) {
      const client = await Client.connect(capabilities as unknown as ClientCapabilities);
      await client.open(BAD_DATE);
      assert.deepEqual(
        (await client.pushes()).map(({ diagnostics }) => diagnostics.length),
        [1],
      );
      assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
    }
  });

  for (const version of [undefined, null]) {
    it(`may give documents no version (${version}), and their edits count`, async () => {
      const client = await Client.connect({});
      const { uri } = client.textDocument;
      const textDocument = { uri, languageId: 'article', version, text: HEALTHY };
      await client.notify('textDocument/didOpen', { textDocument });
      const changed = { textDocument: { uri, version }, contentChanges: [{ text: BAD_DATE }] };
      await client.notify('textDocument/didChange', changed);
      assert.lengthOf((await client.pushes()).at(-1)?.diagnostics ?? [], 1);
      assert.isEmpty(client.messages);
    });
  }

  it('get each push once, also when other files are checked after it', async () => {
    const client = await CorpusClient.connect({ 'a.txt': HEALTHY, 'b.txt': BAD_DATE }, {}, {}, {}, { rootUri: FOLDER });
    await client.show('a.txt');
    await client.until({ 'b.txt': ['invalid-date'] });
    await client.edit('a.txt', BAD_DATE.replace('1986', '1987'));
    await client.until({
      'a.txt': ['duplicate-text', 'invalid-date'],
      'b.txt': ['duplicate-text', 'invalid-date'],
    });
    await client.change({});
    await client.request('textDocument/hover', {
      textDocument: { uri: `${FOLDER}/a.txt` },
      position: { line: 0, character: 0 },
    });
    assert.deepEqual(client.repeated, []);
  });

  it('are offered the fix of all safe problems without asking for its kind, unless they have a command for it', async () => {
    const titles = async (knowsCommands: boolean) => {
      const client = await Client.connect(undefined, { knowsCommands });
      await client.open(BAD_DATE.replace('T-I-T-L-E-E', 'T–I-T-L-E-E'));
      return (await client.codeActions()).map(({ title }) => title);
    };
    assert.include(await titles(false), 'Fix all safe problems');
    assert.notInclude(await titles(true), 'Fix all safe problems');
  });

  it('get only the safe fix of a problem that they name, if they may apply all that they get', async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } };
    const fixesOf = async (ability: object) => {
      const client = await Client.connect({
        textDocument: { diagnostic: {}, codeAction: { ...codeAction, ...ability } },
        workspace: { diagnostics: { refreshSupport: true } },
      });
      await client.open(BAD_DATE.replace('2024-02-30', '9/4/2024').replace('T-I-T-L-E-E', 'T–I-T-L-E-E'));
      const problems = await client.diagnostics();
      const titles = async (...named: Diagnostic[]) =>
        (await client.codeActions(undefined, undefined, named)).map(({ title }) => title);
      return { all: await titles(), each: await Promise.all(problems.map((problem) => titles(problem))) };
    };
    const { all, each } = await fixesOf({});
    assert.includeMembers(all, [
      'Write 2024-04-09 (9 April 2024)',
      'Write 2024-09-04 (4 September 2024)',
      'Write T-I-T-L-E-E-N-D.',
      'Fix all safe problems',
    ]);
    assert.deepEqual(each, [[], ['Write T-I-T-L-E-E-N-D.']], 'nobody knows which of the two days it is');
    assert.deepEqual((await fixesOf({ isPreferredSupport: true })).each, [all, all]);
  });

  it('get a flat outline, if they know no other', async () => {
    const outline = async (documentSymbol: DocumentSymbolClientCapabilities) => {
      const client = await Client.connect({ textDocument: { documentSymbol } });
      await client.open(BAD_DATE);
      return client.documentSymbols();
    };
    const flat = (await outline({})) as unknown as SymbolInformation[];
    assert.deepEqual(
      flat.map(({ name, containerName = '' }) => [name, containerName]),
      [['1986 · Truce', ''], ...['F-N', 'DATE', 'TITLE', 'TEXT'].map((name) => [name, '1986 · Truce'])],
    );
    assert.deepEqual(flat[0]?.location.range, {
      start: { line: 0, character: 1 },
      end: { line: 0, character: BAD_DATE.trimEnd().length },
    });
    assert.lengthOf(await outline({ hierarchicalDocumentSymbolSupport: true }), 1);
  });

  it('get kinds of symbols and completions that are in the first version of LSP, unless they list others', async () => {
    const kinds = async (
      documentSymbol: DocumentSymbolClientCapabilities,
      completion: CompletionClientCapabilities,
    ) => {
      const client = await Client.connect({ textDocument: { documentSymbol, completion } });
      const text = BAD_DATE.replace('2024-02-30', '');
      await client.open(text);
      const { items } = await client.completion({ line: 0, character: text.indexOf('D-A-T-E-E-N-D.') - 1 });
      const symbols = (await client.documentSymbols()).map(({ kind }) => kind);
      return [...symbols, ...items.map(({ kind }) => Number(kind))];
    };
    assert.isAtMost(Math.max(...(await kinds({}, {}))), 18);
    const all = { valueSet: [CompletionItemKind.Constant] };
    assert.includeMembers(await kinds({ symbolKind: { valueSet: [SymbolKind.Object] } }, { completionItemKind: all }), [
      SymbolKind.Object,
      CompletionItemKind.Constant,
    ]);
  });

  describe('that know no code actions', () => {
    const KNOWS_COMMANDS: ClientCapabilities = { textDocument: { codeAction: {} }, workspace: { applyEdit: true } };
    const MISSPELLED = BAD_DATE.replace('T-I-T-L-E-E', 'T–I-T-L-E-E');

    async function fixOf(client: Client): Promise<Command> {
      const commands = (await client.codeActions()) as unknown as Command[];
      return commands.find(({ title }) => title === 'Write T-I-T-L-E-E-N-D.') ?? assert.fail(JSON.stringify(commands));
    }

    it('get commands, which the server executes', async () => {
      const client = await Client.connect(KNOWS_COMMANDS);
      assert.deepInclude(client.initialized.capabilities, { codeActionProvider: true });
      await client.open(MISSPELLED);
      const fix = await fixOf(client);
      assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, [fix.command]);
      await client.execute(fix);
      const [{ edit } = assert.fail()] = client.edits;
      const edits = edit.changes?.[client.textDocument.uri] ?? [];
      const document = TextDocument.create('', '', 0, MISSPELLED);
      assert.equal(TextDocument.applyEdits(document, edits), BAD_DATE);
    });

    it('hear why nothing has changed', async () => {
      const client = await Client.connect(KNOWS_COMMANDS);
      const failureOf = (fix: Command) => client.execute(fix).catch(({ message }) => message);
      await client.open(MISSPELLED);
      const fix = await fixOf(client);
      client.editResult = { applied: false, failureReason: 'The file is read-only.' };
      assert.equal(await failureOf(fix), 'The file is read-only.');
      await client.change({ text: ` ${MISSPELLED}` });
      assert.equal(await failureOf(fix), 'The document has changed.');
      assert.equal(await failureOf({ title: '', command: 'x' }), 'There is no command x.');
      assert.lengthOf(client.edits, 1);
    });

    it('get none without the ability to apply edits', async () => {
      const client = await Client.connect({});
      assert.notProperty(client.initialized.capabilities, 'codeActionProvider');
      assert.notProperty(client.initialized.capabilities, 'executeCommandProvider');
    });
  });

  it('have selection ranges that grow at each step, up to a document of one line', async () => {
    const client = await Client.connect();
    await client.open(HEALTHY);
    const positions = [{ line: 0, character: 17 }];
    const [first] = await client.request<SelectionRange[]>('textDocument/selectionRange', { positions });
    const ranges: string[] = [];
    for (let step = first; step; step = step.parent) ranges.push(JSON.stringify(step.range));
    assert.deepEqual(ranges, [...new Set(ranges)]);
    assert.isAtLeast(ranges.length, 3);
  });

  it('may request actions of the empty kind, which includes all kinds', async () => {
    const client = await Client.connect();
    await client.open(BAD_DATE.replace('T-I-T-L-E-E', 'T–I-T-L-E-E'));
    const titles = async (only: string) => (await client.codeActions(undefined, [only])).map(({ title }) => title);
    assert.deepEqual(await titles(''), [...(await titles('quickfix')), ...(await titles('source'))]);
  });
});
