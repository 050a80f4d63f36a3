import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { lock } from '../../../../server/src/cli/commands/lock';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { article, folder, run } from '../commandLine';

/** Of the article with the number 1, as sha256sum gives it. */
const DIGEST = '4a8823ed87125b082c5886d5e3a047ccfce460329351d9622d82de34a5f44734';

describe('article-format lock and verify', () => {
  it('name exactly a corpus, and how it has changed', async () => {
    const cwd = folder({
      'data/corpus/a.txt': article('1'),
      'data/corpus/b/c.txt': article('2'),
      'data/corpus/d.txt': article('3'),
      'data/corpus/e.txt': article('4'),
      'data/corpus/notes.txt': 'Notes.',
      'paper/draft.md': 'A draft.',
    });
    const locked = await run(['lock', '-o', '../paper/corpus.lock', '.'], path.join(cwd, 'data'));
    assert.match(locked.stdout, /^4 files locked in \.\.\/paper\/corpus\.lock\. sha256 of all: [0-9a-f]{64}\n$/);
    assert.include(locked.stderr, '1 file left alone, no articles: corpus/notes.txt');
    const text = fs.readFileSync(path.join(cwd, 'paper/corpus.lock'), 'utf8');
    assert.include(text, `${DIGEST}  ../data/corpus/a.txt\n`);
    const same = await run(['verify', 'paper/corpus.lock'], cwd);
    assert.match(same.stdout, /^4 files as in paper\/corpus\.lock\. sha256 of all: [0-9a-f]{64}\n$/);
    assert.equal(same.code, 0, same.stderr);

    fs.appendFileSync(path.join(cwd, 'data/corpus/a.txt'), '\n');
    fs.rmSync(path.join(cwd, 'data/corpus/b'), { recursive: true });
    fs.writeFileSync(path.join(cwd, 'data/corpus/d.txt'), 'Notes.');
    fs.writeFileSync(path.join(cwd, 'data/corpus/f.txt'), article('5'));
    const changed = await run(['verify', 'corpus.lock'], path.join(cwd, 'paper'));
    assert.equal(
      changed.stdout,
      `changed  ../data/corpus/a.txt
missing  ../data/corpus/b/c.txt
changed  ../data/corpus/d.txt
new      ../data/corpus/f.txt
2 changed, 1 missing, 1 new; corpus.lock has 4 files.
`,
    );
    assert.equal(changed.code, 1, changed.stderr);

    fs.writeFileSync(path.join(cwd, 'paper/corpus.lock'), text.replace('/a.txt', '/g.txt'));
    const damaged = await run(['verify', 'paper/corpus.lock'], cwd);
    assert.include(damaged.stderr, 'paper/corpus.lock: This lock was changed after it was written');
    assert.equal(damaged.code, 2);
  });

  it('lock all files or nothing, and replace no article', async () => {
    const cwd = folder({ 'corpus/a.txt': article('1'), 'empty/notes.txt': 'Notes.' });
    fs.symlinkSync('nowhere.txt', path.join(cwd, 'corpus/link.txt'));
    const corpus = path.join(cwd, 'corpus');
    const output = path.join(cwd, 'corpus.lock');
    const before = process.exitCode;
    for (const [paths, options, reason] of [
      [[corpus], { output }, 'No lock was written, because it would not have all files.'],
      [
        [path.join(cwd, 'empty')],
        { output },
        'No articles were found. In a folder, they are looked for in files whose names end in .txt or .article. No lock was written.',
      ],
      [['-'], { output }, 'Only files can be locked, and not standard input.'],
      [[], { output, folders: true, filesFrom: '-' }, 'Name the folders on the command line'],
      [[corpus], { output: path.join(corpus, 'a.txt') }, 'a lock would replace them'],
    ] as const) {
      const error = await lock(paths, options).then(
        () => undefined,
        (thrown) => thrown,
      );
      assert.instanceOf(error, UsageError);
      assert.include(error.message, reason);
    }
    process.exitCode = before;
    assert.isFalse(fs.existsSync(output));
    assert.equal(fs.readFileSync(path.join(corpus, 'a.txt'), 'utf8'), article('1'));
  });
});
