import { assert } from 'chai';
import {
  CORPUS_ROWS,
  CORPUS_ROWS_TO,
  type CorpusMatches,
  type CorpusRowPlace,
  type CorpusRows,
  type CorpusTotals,
  EXPORT,
  type ExportAnswer,
  type ExportParams,
  FILTER_ARTICLES,
  FIND_ARTICLES,
  FIND_NEAR_TEXTS,
  type FilterAnswer,
  MOST_ROWS,
  NEW_ARTICLE,
  NEXT_DAMAGED,
  type NewArticle,
  type NextDamaged,
  OVERVIEW,
  type Overview,
  PREVIEW_FIXES,
  type PreviewFixesAnswer,
} from '../../../../server/src/protocol';
import { article, BAD_DAY } from '../../core/articles';
import { CorpusClient, latch, uriOf } from '../corpusClient';

const place = article(1, BAD_DAY).indexOf(BAD_DAY);

const problems = (client: CorpusClient) =>
  client.request<CorpusRows>(CORPUS_ROWS, { grouping: 'problem', order: 'ascending', path: [], from: 0, to: 10 });

const totals = (expected: Partial<CorpusTotals>) => (sent: CorpusTotals) =>
  Object.entries(expected).every(([name, value]) => sent[name as keyof CorpusTotals] === value);

describe('view of the corpus', () => {
  it('sends its totals when the check is over and after each change', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': article(2, BAD_DAY), 'c.txt': 'Notes.' });
    await client.untilTotals(totals({ files: 2, articles: 2, problems: 1, damaged: 1, isChecking: false }));
    await client.write('c.txt', article(1, BAD_DAY));
    await client.untilTotals(totals({ files: 3, articles: 3, problems: 4, damaged: 3 }));
    await client.show('c.txt');
    await client.edit('c.txt', article(3));
    await client.untilTotals(totals({ articles: 3, problems: 1, damaged: 1 }));
    assert.deepInclude((await problems(client)).rows[0], { name: 'invalid-date', problems: 1 });
    await client.edit('c.txt', article(3, BAD_DAY));
    await client.untilTotals(totals({ problems: 2 }));
    assert.deepInclude((await problems(client)).rows[0], { name: 'invalid-date', problems: 2 });
  });

  it('counts the closed files that are not articles, and names them in the overview', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b/notes.txt': 'Notes.', 'b.txt': '' });
    await client.untilTotals(totals({ files: 1, notArticles: 2, isChecking: false }));
    const { sections } = await client.request<Overview>(OVERVIEW, {});
    const html = sections.find(({ id }) => id === 'not-articles')?.html ?? '';
    assert.match(html, />b\/notes\.txt<.*>b\.txt</s, 'in the order of the command line');
    await client.write('b.txt', article(2));
    await client.untilTotals(totals({ files: 2, notArticles: 1 }));
    await client.show('b/notes.txt');
    await client.edit('b/notes.txt', article(3));
    await client.untilTotals(totals({ files: 3, notArticles: 0 }));
    await client.close('b/notes.txt');
    await client.untilTotals(totals({ files: 2, notArticles: 1 }));
    await client.write('c.txt', 'Notes.');
    await client.untilTotals(totals({ files: 2, notArticles: 2 }));
    await client.remove('b');
    await client.untilTotals(totals({ files: 2, notArticles: 1 }));
    await client.change({ article: { corpus: { exclude: ['c.txt'] } } });
    await client.untilTotals(totals({ files: 2, notArticles: 0, isChecking: false }));
  });

  it('reports changed rows only when rows have changed, and not when a file is only opened', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1, BAD_DAY), 'b.txt': article(2) });
    await client.untilTotals(totals({ files: 2, isChecking: false }));
    await client.write('b.txt', article(2, BAD_DAY));
    await client.untilTotals(totals({ problems: 2, rowsChanged: true }));
    await client.show('a.txt');
    await client.untilTotals(totals({ problems: 2, rowsChanged: false }));
    await client.edit('a.txt', article(3, BAD_DAY));
    await client.untilTotals(totals({ problems: 2, rowsChanged: true }));
    await client.edit('a.txt', `\n${article(3, BAD_DAY)}`);
    await client.untilNextTotals(totals({ problems: 2, rowsChanged: true }));
    await client.close('a.txt');
    await client.untilNextTotals(totals({ rowsChanged: true }));
  });

  it('sends its totals also if there are no files, or nothing is checked', async () => {
    const client = await CorpusClient.connect({ 'a.txt': 'Notes.' });
    await client.untilTotals(totals({ files: 0, isChecking: false }));
    await client.write('a.txt', article(1));
    await client.untilTotals(totals({ files: 1 }));
    await client.change({ article: { corpus: { check: 'openFiles' } } });
    await client.untilTotals(totals({ files: 0, isChecking: false }));
  });

  it('gives articles and problems of the same moment, even before it has sent its totals', async () => {
    const client = await CorpusClient.connect({});
    await client.untilTotals(totals({ files: 0, isChecking: false }));
    await client.write('a.txt', article(1, BAD_DAY));
    const found = () => client.request<CorpusMatches>(FIND_ARTICLES, { query: '' });
    for (let { matches } = await found(); matches.length === 0; ) ({ matches } = await found());
    const asked = { grouping: 'month', order: 'ascending', path: [], from: 0, to: 9 };
    const { rows } = await client.request<CorpusRows>(CORPUS_ROWS, asked);
    assert.deepInclude(rows[0], { articles: 1, problems: 1 });
  });

  it('says that files are being checked, without a break, until all have been read', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': article(2) });
    const overview = () => client.request<Overview>(OVERVIEW, {});
    let seen = await overview();
    while (seen.isChecking) seen = await overview();
    assert.include(seen.sections[0]?.html, '2 articles in 2 files');
  });

  it('gives the requested rows, up to a limit', async () => {
    const files = Array.from({ length: MOST_ROWS + 10 }, (_, i) => [`lf_${i}.txt`, article(i)] as const);
    const client = await CorpusClient.connect(Object.fromEntries(files));
    await client.untilTotals(totals({ articles: MOST_ROWS + 10, isChecking: false }));
    const path = ['2024-04', '2024-04-09'];
    const asked = { grouping: 'month', order: 'ascending', path };
    const some = await client.request<CorpusRows>(CORPUS_ROWS, { ...asked, from: 9, to: 11 });
    assert.deepEqual(
      some.rows.map(({ name, uri }) => [name, uri]),
      [9, 10].map((i) => [`lf_${i}.txt`, uriOf(`lf_${i}.txt`)]),
    );
    const all = await client.request<CorpusRows>(CORPUS_ROWS, { ...asked, from: 5, to: 1e9 });
    assert.deepEqual([all.rows.length, all.total], [MOST_ROWS, MOST_ROWS + 10]);
    const none = await client.request<CorpusRows>(CORPUS_ROWS, { ...asked, path: ['1999-01'], from: 0, to: 9 });
    assert.deepEqual(none, { rows: [], total: 0 });
  });

  it('finds the row of a place in a document, and none for a file outside the corpus', async () => {
    const client = await CorpusClient.connect({ 'a.txt': `${article(1)}\n${article(2)}`, 'notes.txt': 'Notes.' });
    await client.untilTotals(totals({ articles: 2, isChecking: false }));
    const to = (uri: string) =>
      client.request<CorpusRowPlace[] | null>(CORPUS_ROWS_TO, {
        ...{ grouping: 'month', order: 'ascending', uri, position: { line: 1, character: 9 } },
      });
    assert.deepInclude((await to(uriOf('a.txt')))?.at(-1)?.row.article, { number: '2', index: 1 });
    assert.deepEqual(await to(uriOf('a.txt')), await to('article-fields:/corpus/a.txt?file'));
    assert.isNull(await to(uriOf('notes.txt')));
  });

  it('shows only what a filter chooses, and says what it could not compare, and where a filter is wrong', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1, BAD_DAY), 'b.txt': article(2, '2024-04-09') });
    await client.untilTotals(totals({ articles: 2, isChecking: false }));
    const filter = (where: string) => client.request<FilterAnswer>(FILTER_ARTICLES, { where });
    const shown = async (where?: string) => {
      const asked = { grouping: 'file', order: 'ascending', path: [], from: 0, to: 9, ...(where && { where }) };
      return (await client.request<CorpusRows>(CORPUS_ROWS, asked)).rows.map(({ name }) => name);
    };
    assert.deepEqual(await filter('date > 2024-01-01'), { counts: { articles: 1, all: 2, undated: 1, unnumbered: 0 } });
    assert.deepEqual(await shown('date > 2024-01-01'), ['b.txt']);
    await client.write('a.txt', article(1, '2024-04-10'));
    await client.untilNextTotals(totals({ problems: 0 }));
    assert.deepEqual(await shown('date > 2024-01-01'), ['a.txt', 'b.txt']);
    assert.deepEqual(await shown('date > 2024-04-09'), ['a.txt']);
    assert.deepEqual(await shown(), ['a.txt', 'b.txt']);
    // A file that is opened becomes another object of the index, with the same content.
    await shown('date > 2024-04-09');
    await client.show('a.txt');
    const asked = { grouping: 'file', order: 'ascending', where: 'date > 2024-04-09' };
    const to = { ...asked, uri: uriOf('a.txt'), position: { line: 0, character: 9 } };
    assert.lengthOf((await client.request<CorpusRowPlace[] | null>(CORPUS_ROWS_TO, to)) ?? [], 1);
    assert.deepEqual(await filter('number > 1 && text ~ truce'), {
      error: {
        message: 'The editor keeps no texts of closed files. Ask for text with article-format list --where.',
        span: { start: 14, end: 18 },
      },
    });
  });

  it('finds articles, and says when there are more', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [`lf_${i}.txt`, article(i)] as const);
    const client = await CorpusClient.connect(Object.fromEntries(files));
    await client.untilTotals(totals({ articles: 300, isChecking: false }));
    const find = (query: string) => client.request<CorpusMatches>(FIND_ARTICLES, { query });
    const { matches, hasMore } = await find('truce');
    assert.deepEqual([matches.length, hasMore], [200, true]);
    assert.deepEqual((await find('truce 299')).matches, [
      {
        ...{ number: '299', date: '2024-04-09', title: 'Truce 299', file: 'lf_299.txt' },
        ...{ uri: uriOf('lf_299.txt'), position: { line: 0, character: 1 } },
      },
    ]);
    assert.deepEqual(await find('peace'), { matches: [], hasMore: false, isChecking: false, wasStopped: false });
  });

  it('names a file with its folder if there are several folders', async () => {
    const workspaceFolders = ['news', 'late'].map((name, index) => ({ uri: uriOf(`${index}`), name }));
    const files = { '0/a.txt': article(1), '1/a.txt': article(1) };
    const client = await CorpusClient.connect(files, {}, undefined, {}, { workspaceFolders });
    await client.untilTotals(({ isChecking }) => !isChecking);
    const params = { grouping: 'file', order: 'ascending', path: [], from: 0, to: 10 };
    const { rows } = await client.request<CorpusRows>(CORPUS_ROWS, params);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['late/a.txt', 'news/a.txt'],
    );
    assert.include(client.diagnostics('1/a.txt')[0]?.message, 'Another article, in news/a.txt, has the number 1');
  });

  it('gives a new article a number that no file uses', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': article(2), 'c.txt': article(4) });
    await client.untilTotals(({ isChecking }) => !isChecking);
    await client.show('a.txt');
    const textDocument = { uri: uriOf('a.txt') };
    const position = { line: 0, character: 9 };
    const added = await client.request<NewArticle>(NEW_ARTICLE, { textDocument, position });
    assert.include(added.snippet, `$\{1:3}`);
  });

  it('goes from one file with problems to the next, and from the last to the first, but never to the same file', async () => {
    const files = { 'lf_2.txt': article(2, BAD_DAY), 'lf_10.txt': article(10, BAD_DAY), 'lf_9.txt': article(9) };
    const client = await CorpusClient.connect(files);
    await client.untilTotals(totals({ damaged: 2, isChecking: false }));
    const next = async (path?: string) =>
      (await client.request<NextDamaged>(NEXT_DAMAGED, path ? { uri: uriOf(path) } : {})).place;
    const problem = (path: string, character = place) => ({ uri: uriOf(path), position: { line: 0, character } });
    assert.deepEqual(await next(), problem('lf_2.txt'));
    assert.deepEqual(await next('lf_2.txt'), problem('lf_10.txt', place + 1));
    assert.deepEqual(await next('lf_9.txt'), problem('lf_10.txt', place + 1));
    assert.deepEqual(await next('lf_10.txt'), problem('lf_2.txt'));
    assert.deepEqual(await next('elsewhere.txt'), problem('lf_2.txt'));
    await client.write('lf_10.txt', article(10));
    await client.untilTotals(totals({ damaged: 1 }));
    assert.isNull(await next('lf_2.txt'));
  });

  it('answers requests about all files only when all have been read', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [`lf_${i}.txt`, article(i, i === 299 ? BAD_DAY : undefined)]);
    const client = await CorpusClient.connect(Object.fromEntries(files));
    const early = client.request<CorpusMatches>(FIND_ARTICLES, { query: 'truce 299' });
    const next = client.request<NextDamaged>(NEXT_DAMAGED, {});
    const steps = client.request<CorpusRowPlace[] | null>(CORPUS_ROWS_TO, {
      ...{ grouping: 'file', order: 'ascending' },
      ...{ uri: uriOf('lf_299.txt'), position: { line: 0, character: 0 } },
    });
    assert.deepEqual(await early, { matches: [], hasMore: false, isChecking: true, wasStopped: false });
    assert.equal((await next).place?.uri, uriOf('lf_299.txt'));
    assert.equal((await steps)?.at(-1)?.row.name, 'lf_299.txt');
  });

  it('answers them also when the check is stopped', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1) });
    const next = client.request<NextDamaged>(NEXT_DAMAGED, {});
    await client.check(false);
    assert.deepEqual(await next, { place: null, wasStopped: true });
  });

  it('says that a check was stopped before all files were read, until all have been', async () => {
    const [begun, begin] = latch();
    const [allowed, go] = latch();
    const readFile = async (uri: string) => {
      if (uri === uriOf('b.txt')) {
        begin();
        await allowed;
      }
      return client.disk.get(uri.slice(uriOf('').length));
    };
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': article(2) }, {}, undefined, {
      readFile,
    });
    await begun;
    await client.check(false);
    await client.untilTotals(({ isChecking, wasStopped }) => !isChecking && wasStopped);
    assert.isTrue((await client.request<Overview>(OVERVIEW, {})).wasStopped);
    assert.isTrue((await client.request<CorpusMatches>(FIND_ARTICLES, { query: 'b' })).wasStopped);
    const next = client.request<NextDamaged>(NEXT_DAMAGED, {});
    go();
    assert.deepEqual(await next, { place: null, wasStopped: true });
    // What must miss no file has all read after all.
    await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] });
    assert.isFalse((await client.request<Overview>(OVERVIEW, {})).wasStopped);
    await client.untilTotals(({ articles, isChecking, wasStopped }) => articles === 2 && !isChecking && !wasStopped);
    await client.check(false);
    assert.isFalse((await client.request<Overview>(OVERVIEW, {})).wasStopped);
  });

  it('previews nothing if the check that a preview has begun again is stopped, and says so', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1) });
    await client.check(false);
    const preview = client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] });
    const near = client.request<number | null>(FIND_NEAR_TEXTS, {});
    await client.check(false);
    assert.isTrue((await preview).wasStopped);
    assert.isNull(await near);
    assert.isFalse((await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] })).wasStopped);
  });

  it('does not begin a check that was stopped before it began', async () => {
    const read: string[] = [];
    const readFile = async (uri: string) => {
      read.push(uri);
      return client.disk.get(uri.slice(uriOf('').length));
    };
    const client = await CorpusClient.connect({ 'a.txt': article(1) }, {}, undefined, { readFile });
    await client.check(false);
    assert.isTrue((await client.request<NextDamaged>(NEXT_DAMAGED, {})).wasStopped);
    assert.isEmpty(read);
  });

  it('knows which files there are also if the check was stopped before it began', async () => {
    const client = await CorpusClient.connect({ 'a.txt': article(1), 'b.txt': article(2) });
    await client.check(false);
    const target = uriOf('all.jsonl');
    const params = { form: 'jsonl', forSpreadsheets: false, target, unsaved: [] } satisfies ExportParams;
    assert.equal((await client.request<ExportAnswer>(EXPORT, params)).articles, 2);
    await client.show('a.txt');
    const place = { grouping: 'file', order: 'ascending', uri: uriOf('a.txt'), position: { line: 0, character: 0 } };
    assert.isNotNull(await client.request<CorpusRowPlace[] | null>(CORPUS_ROWS_TO, place));
  });
});
