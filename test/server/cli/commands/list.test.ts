import { assert } from 'chai';
import { article, articleWith, folder, run } from '../commandLine';

const FILES = {
  'news/a.txt': article('1', { date: '2023-10-07', title: 'Truce in Gaza' }) + article('2', { date: '2024-02-30' }),
  'news/b.txt': article('3', { title: 'A  tab\tand 日本' }),
  'news/notes.txt': 'Notes.',
};

describe('article-format list', () => {
  it('lists articles as a table, with what is left out', async () => {
    const { code, stdout, stderr } = await run(['list', '--where', 'date != 2024-01-01', 'news'], folder(FILES));
    assert.equal(
      stdout,
      `number  date        words  file        title
1       2023-10-07      2  news/a.txt  Truce in Gaza
3       2024-04-09      2  news/b.txt  A  tab␉and 日本
`,
    );
    assert.equal(
      stderr,
      `article-format: 1 article has no valid date, and matches no comparison of dates. To find them: date = none
article-format: 1 file left alone, no articles: news/notes.txt. It holds no marker of a field.
`,
    );
    assert.equal(code, 0);
  });

  it('lists files that are not UTF-8 as well, and reports each once', async () => {
    const latin1 = article('2', { title: 'T\xedtulo' }) + article('3', { title: 'Raz\xe3o' });
    const cwd = folder({ 'a.txt': article('1'), 'b.txt': Buffer.from(latin1, 'latin1') });
    const { code, stdout, stderr } = await run(['list', '--where', 'number >= 1', 'a.txt', 'b.txt'], cwd);
    assert.match(stdout, /^1 .* A truce\n2 .* T\ufffdtulo\n3 .* Raz\ufffdo\n$/m);
    assert.match(stderr, /^article-format: b\.txt: It is not UTF-8: byte ED \(hexadecimal\) at offset \d+ [^\n]*\n$/);
    const offset = Number(/offset (\d+)/.exec(stderr)?.[1]);
    assert.equal(latin1[offset], '\xed');
    assert.equal(code, 2);
    const piped = await run(['list', '-'], cwd, Buffer.from(article('1').repeat(10_000) + latin1, 'latin1'));
    assert.include(
      piped.stderr,
      `-: It is not UTF-8: byte ED (hexadecimal) at offset ${article('1').length * 10_000 + offset} `,
    );
  });

  it('gives the names of files, which every other command takes', async () => {
    const cwd = folder({ ...FILES, 'news/line\nbreak.txt': article('2') });
    const { stdout } = await run(
      ['list', '--where', 'rule = duplicate-number', '--format', 'files', '-0', 'news'],
      cwd,
    );
    assert.equal(stdout, 'news/a.txt\0news/line\nbreak.txt\0');
    const { stdout: report } = await run(['check', '--format', 'jsonl', '--files-from', '-'], cwd, stdout);
    assert.sameMembers(
      report.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).code])),
      ['duplicate-number', 'duplicate-number', 'invalid-date'],
    );
    const lines = await run(['list', '--format', 'files', 'news'], cwd);
    assert.equal(lines.stdout, 'news/a.txt\nnews/b.txt\n');
    assert.include(lines.stderr, 'news/line␊break.txt: Its name has a line break');
    assert.equal(lines.code, 2);
  });

  it('lists rows in JSON Lines with verbatim values, user-defined fields and problems', async () => {
    const cwd = folder({
      '.articlerc.json': '{ "additionalFields": ["B-Y-L-I-N-E"] }',
      'a.txt': articleWith('1', { 'B-Y-L-I-N-E': ' Ann' }),
      'b.txt': article('1').replaceAll('\n', '\r\n'),
    });
    const { stdout } = await run(['list', '--where', 'problems > 0 && byline = Ann', '--format', 'jsonl', '.'], cwd);
    assert.deepEqual(JSON.parse(stdout), {
      number: '1',
      date: '2024-04-09',
      title: 'A truce',
      words: 2,
      file: 'a.txt',
      byline: ' Ann',
      index: 1,
      problems: ['duplicate-number'],
    });
  });

  it('underlines the place of an error in the query', async () => {
    const { code, stdout, stderr } = await run(['list', '--where', 'words > 1 && titel ~ x', '.'], folder(FILES));
    assert.deepEqual(
      { code, stdout, stderr },
      {
        code: 2,
        stdout: '',
        stderr: `article-format: --where: There is no field “titel”. Did you mean “title”?
  words > 1 && titel ~ x
               ^^^^^
`,
      },
    );
  });
});

describe('a call that finds no articles', () => {
  const NOTHING =
    'article-format: No articles were found. In a folder, they are looked for in files whose names end in';
  const SAMPLE = ['sample', '-n', '1', '--seed', '1', '-o', 'out'];

  for (const [call, code] of [
    [['list'], 0],
    [['list', '--where', 'words > 0'], 0],
    [['stats'], 0],
    [['stats', '--json'], 0],
    [SAMPLE, 2],
  ] as const) {
    it(`says so: ${call.join(' ')}`, async () => {
      const cwd = folder({ 'empty/notes.md': '' });
      const said = await run([...call, 'empty'], cwd);
      assert.equal(said.code, code);
      assert.include(said.stderr, NOTHING);
      assert.notInclude(said.stdout, 'No problems');
      const left = await run([...call, 'left'], folder({ 'left/notes.txt': 'Notes.' }));
      assert.equal(left.code, code);
      assert.include(left.stderr, 'article-format: No articles were found in 1 file.\n');
    });
  }

  it('is not one that chooses none', async () => {
    for (const call of [['list'], SAMPLE]) {
      const cwd = folder({ 'corpus/a.txt': article('1') });
      const { stderr } = await run([...call, '--where', 'words > 99', 'corpus'], cwd);
      assert.equal(stderr.split('\n')[0], 'article-format: No article matches.', call[0]);
    }
  });
});
