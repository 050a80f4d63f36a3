import { assert } from 'chai';
import { article, folder, run } from '../commandLine';

describe('article-format stats', () => {
  it('counts articles, words, days, months and problems', async () => {
    const cwd = folder({
      'a.txt': article('1', { date: '2023-12-31' }) + article('2', { date: '2024-02-30' }),
      'b.txt': article('3', { date: '2024-01-01' }) + article('3', { date: '2024-01-02', text: 'One two three.' }),
    });
    const { code, stdout } = await run(['stats', '--json', '.'], cwd);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      files: 2,
      articles: 4,
      words: 9,
      first: '2023-12-31',
      last: '2024-01-02',
      months: { '2023-12': 1, '2024-01': 2 },
      problems: { 'duplicate-number': 2, 'invalid-date': 1 },
    });
    const text = (await run(['stats', '.'], cwd)).stdout;
    assert.include(text, '  2024-01  2  ████████████████████████████████████████\n');
    assert.include(text, 'dates     2023-12-31 to 2024-01-02');
  });
});
