import { assert } from 'chai';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  EXPORT,
  type ExportAnswer,
  type ExportParams,
  PREVIEW_FIXES,
  type PreviewFixesAnswer,
} from '../../../../server/src/protocol';
import { article, articleText, BAD_DAY } from '../../core/articles';
import { CAPABILITIES, CorpusClient, latch, uriOf } from '../corpusClient';

describe('corpus', () => {
  it('shows the problems of files that are not open, and of no others', async () => {
    const client = await CorpusClient.connect({
      'a.txt': article(1),
      'b.txt': article(2, BAD_DAY),
      'sub/c.txt': article(3).replace('T-I-T-L-E-E-N-D.', ''),
      'notes.txt': 'Every article begins with F-N-S-T-A-R-T. and its number.',
      'bom.txt': `\ufeff${article(4)}`,
    });
    await client.until({ 'b.txt': ['invalid-date'], 'sub/c.txt': ['unmatched-start'], 'bom.txt': ['byte-order-mark'] });
    assert.deepEqual(client.diagnostics('b.txt')[0]?.range, {
      start: { line: 0, character: article(2, BAD_DAY).indexOf(BAD_DAY) },
      end: { line: 0, character: article(2, BAD_DAY).indexOf(BAD_DAY) + BAD_DAY.length },
    });
  });

  it('reports files that are not articles if the rules say so, as the command line does', async () => {
    const files = { 'a.txt': article(1), 'notes.txt': 'Notes.', 'empty.txt': ' \n', 'late.txt': ' '.repeat(20_000) };
    const client = await CorpusClient.connect(files, { article: { rules: { 'no-article': 'error' } } });
    await client.until({ 'notes.txt': ['no-article'] });
    await client.change({ article: { rules: { 'no-article': 'error', 'empty-file': 'warning' } } });
    await client.until({ 'notes.txt': ['no-article'], 'empty.txt': ['empty-file'], 'late.txt': ['empty-file'] });
    await client.write('notes.txt', article(2));
    await client.until({ 'empty.txt': ['empty-file'], 'late.txt': ['empty-file'] });
    await client.change({ article: { rules: {} } });
    await client.until({});
    await client.change({ article: { rules: { 'empty-file': 'warning' } } });
    await client.until({ 'empty.txt': ['empty-file'], 'late.txt': ['empty-file'] });
  });

  it('leaves other names of a file out of exports, and lists them', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1) }, {}, undefined, {
      listFiles: async function* (_folder, { isOtherName }) {
        isOtherName('b.txt', 'a.txt');
        yield ['a.txt'];
      },
    });
    const params: ExportParams = { form: 'jsonl', forSpreadsheets: false, target: uriOf('t.jsonl'), unsaved: [] };
    const { articles, left } = await client.request<ExportAnswer>(EXPORT, params);
    assert.equal(articles, 1);
    const reason = 'This is another name of a.txt. The file is read once.';
    assert.deepEqual(left, [{ uri: uriOf('b.txt'), reason }]);
  });

  it('compares a link that is open with no file that it leads to', async () => {
    const files = { 'a.txt': article(1, BAD_DAY), 'b.txt': article(1, BAD_DAY) };
    const client = await CorpusClient.connect(files, {}, undefined, {
      listFiles: async function* (_folder, { isOtherName }) {
        isOtherName('b.txt', 'a.txt');
        yield ['a.txt'];
      },
    });
    await client.show('b.txt');
    await client.until({ 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] });
    await client.untilTotals(({ files, isChecking }) => files === 1 && !isChecking);
    await client.edit('b.txt', `${article(1, BAD_DAY)} `);
    await client.close('b.txt');
    await client.until({ 'a.txt': ['invalid-date'] });
    const { files: fixable } = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [uriOf('b.txt')] });
    assert.notInclude(
      fixable.map(({ uri }) => uri),
      uriOf('b.txt'),
    );
  });

  it('gives the verdict on an edit while files are still being read, and stops reading when asked to', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`${index}.txt`, article(index, BAD_DAY)]),
    );
    const [begun, begin] = latch();
    const [allowed, go] = latch();
    const readFile = async (uri: string) => {
      if (uri === uriOf('7.txt') || !uri.endsWith('.txt')) return undefined;
      begin();
      await allowed;
      return client.disk.get(uri.slice(uriOf('').length));
    };
    const client = await CorpusClient.connect(files, {}, undefined, { readFile });
    await begun;
    await client.show('7.txt');
    await client.edit('7.txt', article(7).replace('T-I-T-L-E-E-N-D.', ''));
    assert.deepEqual(client.problems(), { '7.txt': ['unmatched-start'] });
    const cancellation = new CancellationTokenSource();
    const waiting = client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] }, cancellation.token);
    cancellation.cancel();
    assert.isEmpty((await waiting).files);
    go();
    const all = Object.keys(files).map((name) => [name, ['invalid-date']]);
    await client.until({ ...Object.fromEntries(all), '7.txt': ['unmatched-start'] });
  });

  it('reports that a check is over when the user cancels it, even while a file is being read', async () => {
    const [begun, begin] = latch();
    const readFile = () => {
      begin();
      return new Promise<undefined>(() => {}); // Never resolves.
    };
    const abilities = { ...CAPABILITIES, window: { workDoneProgress: true } };
    const client = await CorpusClient.connect({ 'a.txt': article(1) }, {}, abilities, { readFile });
    await begun;
    await client.cancelCheck();
    await client.untilTotals(({ isChecking }) => !isChecking);
  });

  it('finds an article number that two files share, and points to the other file', async () => {
    const client = await CorpusClient.connect({
      'a.txt': article(7),
      'b.txt': `\n${articleText(['7', BAD_DAY, 'x', 'y'])}`,
    });
    await client.until({ 'a.txt': ['duplicate-number'], 'b.txt': ['duplicate-number', 'invalid-date'] });
    const [found] = client.diagnostics('a.txt');
    assert.equal(
      found?.message,
      'Another article, in b.txt, has the number 7 too. Correct the number, or keep only one of the articles.',
    );
    assert.deepEqual(found?.relatedInformation?.[0]?.location, {
      uri: uriOf('b.txt'),
      range: { start: { line: 1, character: 16 }, end: { line: 1, character: 17 } },
    });
  });

  it('keeps the number of problems constant while a file is opened, edited, edited back and closed', async () => {
    const client = await CorpusClient.connect({
      'a.txt': article(1, BAD_DAY),
      'b.txt': article(2, BAD_DAY),
      'c.txt': article(1),
    });
    const all = {
      'a.txt': ['duplicate-number', 'invalid-date'],
      'b.txt': ['invalid-date'],
      'c.txt': ['duplicate-number'],
    };
    await client.until(all);
    await client.show('a.txt');
    assert.deepEqual(client.problems(), all);
    await client.edit('a.txt', `${article(1, BAD_DAY)} `);
    assert.deepEqual(client.problems(), all);
    await client.edit('a.txt', article(1, BAD_DAY));
    assert.deepEqual(client.problems(), all);
    await client.close('a.txt');
    await client.until(all);
  });

  it('shows the problems of a document whose tab is closed, as it is, and of one that has not been shown yet', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1, BAD_DAY), 'b.txt': article(2) });
    await client.until({ 'a.txt': ['invalid-date'] });
    await client.show('a.txt');
    await client.hide('a.txt');
    await client.until({ 'a.txt': ['invalid-date'] });
    await client.show('b.txt');
    await client.edit('b.txt', article(1));
    await client.until({ 'a.txt': ['duplicate-number', 'invalid-date'], 'b.txt': ['duplicate-number'] });
    await client.edit('a.txt', article(3));
    await client.until({});
  });

  it('follows typing: when a shared number is changed, the other file’s problem goes, and comes back if nothing is saved', async () => {
    const client = await CorpusClient.connect({
      'a.txt': article(1),
      'b.txt': articleText(['1', '2024-04-09', 'x', 'y']),
    });
    const both = { 'a.txt': ['duplicate-number'], 'b.txt': ['duplicate-number'] };
    await client.until(both);
    await client.show('a.txt');
    await client.edit('a.txt', article(2));
    await client.until({});
    await client.show('b.txt');
    await client.close('a.txt');
    await client.until(both);
  });

  it('follows the disk: a file is repaired, damaged, created and deleted, and a folder is deleted', async () => {
    const client = await CorpusClient.connect({
      'a.txt': article(1, BAD_DAY),
      'b.txt': article(2),
      'sub/c.txt': article(3, BAD_DAY),
    });
    await client.until({ 'a.txt': ['invalid-date'], 'sub/c.txt': ['invalid-date'] });
    await client.write('a.txt', article(1));
    await client.until({ 'sub/c.txt': ['invalid-date'] });
    await client.write('b.txt', article(2, BAD_DAY));
    await client.until({ 'b.txt': ['invalid-date'], 'sub/c.txt': ['invalid-date'] });
    await client.write('new.txt', article(4, BAD_DAY));
    await client.remove('sub');
    await client.until({ 'b.txt': ['invalid-date'], 'new.txt': ['invalid-date'] });
    await client.write('new.txt', 'no article any more');
    await client.until({ 'b.txt': ['invalid-date'] });
    await client.remove('b.txt');
    await client.until({});
  });

  for (const [where, host] of [
    ['on disk', {}],
    ['through the client', { readFile: () => undefined, listFiles: () => undefined }],
  ] as const) {
    it(`reports a file that cannot be read ${where}, until it can be read or is gone`, async () => {
      const files = { 'a.txt': article(1), 'b.txt': article(2), 'notes.md': '', 'notes.txt': 'Not read, too.' };
      const client = await CorpusClient.connect(files, {}, undefined, host);
      await client.untilTotals(({ articles }) => articles === 2);
      for (const name of ['b.txt', 'notes.md', 'notes.txt', 'no.txt'])
        client.unreadable.set(name, 'You have no permission for this.');
      await client.check();
      await client.until({ 'b.txt': ['unreadable-file'], 'notes.txt': ['unreadable-file'] });
      assert.deepInclude(client.diagnostics('b.txt')[0], {
        message: 'This file could not be read, and has not been checked. You have no permission for this.',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: 1,
      });
      await client.untilTotals(({ articles, damaged, problems }) => articles === 1 && damaged === 2 && problems === 2);
      client.unreadable.clear();
      await client.write('b.txt', article(2));
      await client.until({ 'notes.txt': ['unreadable-file'] });
      await client.check();
      await client.until({});
      client.unreadable.set('b.txt', 'The disk has failed at this.');
      await client.write('b.txt', article(2));
      await client.until({ 'b.txt': ['unreadable-file'] });
      client.unreadable.clear();
      await client.remove('b.txt');
      await client.until({});
    });
  }

  it('warns of folders that cannot be listed and of settings that cannot be read, once', async () => {
    const client = await CorpusClient.connect(
      { 'sub/a.txt': article(1, BAD_DAY), 'sub/.articlerc.json': '{}' },
      {},
      undefined,
      {
        listFiles: async function* (_folder, { cannotList }) {
          cannotList('closed', 'You have no permission for this.');
          yield ['sub/a.txt'];
        },
      },
    );
    client.unreadable.set('sub/.articlerc.json', 'You have no permission for this.');
    const shown = { 'sub/.articlerc.json': ['undefined'], 'sub/a.txt': ['invalid-date'] };
    await client.until(shown);
    await client.check();
    await client.untilTotals(({ isChecking }) => !isChecking);
    assert.include(client.diagnostics('sub/.articlerc.json')[0]?.message, 'You have no permission for this.');
    const left = [{ uri: uriOf('closed'), reason: 'You have no permission for this.' }];
    assert.deepEqual((await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] })).left, left);
    const params: ExportParams = { form: 'csv', forSpreadsheets: false, target: uriOf('all.csv'), unsaved: [] };
    assert.deepEqual((await client.request<ExportAnswer>(EXPORT, params)).left, left);
    assert.sameMembers(client.warnings, [
      'The folder closed cannot be listed, so no article in it is checked. You have no permission for this.',
      'sub/.articlerc.json has an error, so no setting in it is used. Open the file to see the error.',
    ]);
  });

  it('never reads what a setting or a .gitignore excludes, and removes the problems of what becomes excluded', async () => {
    const files = {
      'a.txt': article(1, BAD_DAY),
      'drafts/b.txt': article(2, BAD_DAY),
      'plain/c.txt': article(3, BAD_DAY),
      'ignored/d.txt': article(4, BAD_DAY),
      'ignored/kept.txt': article(5, BAD_DAY),
      'sub/.gitignore': 'e.txt\n',
      'sub/e.txt': article(6, BAD_DAY),
      'sub/f.txt': article(7, BAD_DAY),
      '.gitignore': 'ignored/*\n!ignored/kept.txt\n',
      'hidden/g.txt': article(8, BAD_DAY),
      'searched/h.txt': article(9, BAD_DAY),
      'i.text': article(10, BAD_DAY),
    };
    const settings = {
      article: { corpus: { exclude: ['**/drafts'] }, detectionExclude: ['plain/**'] },
      'files.exclude': { '**/hidden': true, '**/a.txt': { when: '$(basename).b' } },
      'search.exclude': { searched: true, 'sub/f.txt': false },
    };
    const client = await CorpusClient.connect(files, settings);
    const bad = ['invalid-date'];
    await client.until({ 'a.txt': bad, 'ignored/kept.txt': bad, 'sub/f.txt': bad });
    await client.change({
      ...settings,
      article: { corpus: { exclude: ['sub', 'ignored', '*.txt'], include: ['**/*.text'] } },
    });
    await client.until({ 'i.text': bad });
  });

  it('checks only open files if the settings say so, and each of them by itself', async () => {
    const files = { 'a.txt': article(1, BAD_DAY), 'b.txt': article(1, BAD_DAY) };
    const client = await CorpusClient.connect(files, { article: { corpus: { check: 'openFiles' } } });
    await client.show('a.txt');
    await client.until({ 'a.txt': ['invalid-date'] });
    await client.change({ article: { corpus: { check: 'workspace' } } });
    await client.until({
      'a.txt': ['duplicate-number', 'invalid-date'],
      'b.txt': ['duplicate-number', 'invalid-date'],
    });
    await client.change({ article: { corpus: { check: 'openFiles' } } });
    await client.until({ 'a.txt': ['invalid-date'] });
  });

  it('follows the settings of the rules', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1, BAD_DAY), 'sub/b.txt': article(1, BAD_DAY) });
    const bad = ['duplicate-number', 'invalid-date'];
    await client.until({ 'a.txt': bad, 'sub/b.txt': bad });
    await client.write('sub/.articlerc.json', '{ "rules": { "duplicate-number": "off" } }');
    await client.until({ 'a.txt': bad, 'sub/b.txt': ['invalid-date'] });
    await client.change({ article: { rules: { 'invalid-date': 'off' } } });
    await client.until({ 'a.txt': ['duplicate-number'] });
  });

  it('says how many problems of a file are not shown', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => article(i, BAD_DAY)).join('');
    const client = await CorpusClient.connect({ 'many.txt': many });
    await client.until({ 'many.txt': [...Array<string>(999).fill('invalid-date'), 'undefined'] });
    assert.equal(
      client.diagnostics('many.txt').at(-1)?.message,
      'This file has 201 more problems, which are shown when the problems before them are fixed.',
    );
  });

  it('finds articles by number, by words of the title in any order, and by date; an exact number comes first', async () => {
    const client = await CorpusClient.connect({
      'a.txt': articleText(['12', '2024-04-09', 'A truce in Gaza', 'One.']),
      'b.txt': articleText(['1', '2024-02-30', 'Talks of a truce', 'Two.']),
    });
    await client.until({ 'b.txt': ['invalid-date'] });
    const names = async (query: string) => (await client.workspaceSymbols(query)).map(({ name }) => name);
    assert.deepEqual(await names('1'), ['1 · Talks of a truce', '12 · A truce in Gaza']);
    assert.deepEqual(await names('GAZA truce'), ['12 · A truce in Gaza']);
    assert.deepEqual(await names('2024-02'), ['1 · Talks of a truce']);
    assert.deepEqual(await names('peace'), []);
  });
});
