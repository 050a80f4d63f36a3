import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

const LONG = 'Talks about a truce go on in Cairo, the envoy said on Tuesday, but no date is set while aid waits.';

const FILES = {
  'a.txt': article('1', { date: '2023-12-31' }) + article('2', { date: '2024-02-30' }),
  'b.txt': article('3', { date: '2024-02-01' }) + article('3', { date: '2024-02-02', text: 'One two three.' }),
  'c.txt': article('4', { date: '2024-02-03', text: LONG }) + article('5', { date: '2024-02-03', text: `${LONG} So.` }),
  'notes.txt': 'Notes.',
};

describe('article-format stats', () => {
  it('counts articles, words, days, months, problems and what is repeated', async () => {
    const cwd = folder(FILES);
    const { code, stdout } = await run(['stats', '--json', '--near-duplicates', '.'], cwd);
    assert.equal(code, 0);
    assert.deepInclude(JSON.parse(stdout), {
      files: 3,
      leftAlone: 1,
      articles: 6,
      words: 52,
      first: '2023-12-31',
      last: '2024-02-03',
      undated: 1,
      months: { '2023-12': 1, '2024-01': 0, '2024-02': 4 },
      wordsOfArticle: { min: 2, median: 2.5, max: 22 },
      sameNumber: { groups: 1, articles: 2 },
      nearlySameText: { groups: 1, articles: 2 },
      problems: { 'duplicate-number': 2, 'near-duplicate': 2, 'invalid-date': 1 },
    });
    const text = (await run(['stats', '.'], cwd)).stdout;
    assert.include(text, '  2024-01  0\n  2024-02  4  ████████████████████████████████████████\n');
    assert.include(text, 'dates        2023-12-31 to 2024-02-03; 1 without a valid date\n');
    assert.include(text, 'same number  1 group with 2 articles\n');
    assert.notInclude(text, 'near');
  });

  it('writes a page with charts, never over an article', async () => {
    const cwd = folder(FILES);
    const { code, stdout } = await run(['stats', '--html', 'report.html', '.'], cwd);
    assert.equal(stdout, 'The report is in report.html.\n');
    assert.equal(code, 0);
    const page = fs.readFileSync(path.join(cwd, 'report.html'), 'utf8');
    assert.include(page, 'The corpus has 6 articles in 3 files.');
    assert.include(page, '<tr><td>duplicate-number</td><td>2</td><td>0</td><td>2</td><td>0</td><td>0</td></tr>');
    const [listed = ''] = /<h2>Articles compared with each other.*?<\/section>/s.exec(page) ?? [];
    assert.include(listed, '2 problems were found by comparing articles with each other.');
    assert.match(listed, /<tr><td>3<\/td><td>b\.txt<\/td><td>Another article[^<]+<\/td><\/tr>/);
    for (const jobs of ['1', '2'])
      assert.equal((await run(['stats', '--html', '-', '--jobs', jobs, '.'], cwd)).stdout, page, jobs);
    const refused = await run(['stats', '--html', 'a.txt', '.'], cwd);
    assert.include(
      refused.stderr,
      'a.txt holds articles, and a report would replace them. Name another file with --html.',
    );
    assert.equal(refused.code, 2);
    assert.equal(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8'), FILES['a.txt']);
  });
});
