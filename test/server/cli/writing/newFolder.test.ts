import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { UsageError } from '../../../../server/src/cli/output/faults';
import { requireNewFolder, writeFolder } from '../../../../server/src/cli/writing/newFolder';
import { article, folder, run } from '../commandLine';

describe('a new folder', () => {
  it('appears with all of its files, or not at all', async () => {
    const cwd = folder({});
    const out = path.join(cwd, 'out');
    const failing = writeFolder(out, async (made) => {
      await made.write('a.txt', 'a');
      throw new Error('no more');
    });
    assert.match(String(await failing.catch((error) => error)), /no more/);
    assert.deepEqual(fs.readdirSync(cwd), []);
    await writeFolder(out, async (made) => {
      await made.append('list', 'a\n');
      await made.write('in/a.txt', 'x');
      await made.append('list', 'b'.repeat(70_000));
      await made.append('list', '\n');
      assert.isFalse(fs.existsSync(out));
    });
    assert.deepEqual(fs.readdirSync(cwd), ['out']);
    assert.equal(fs.readFileSync(path.join(out, 'in/a.txt'), 'utf8'), 'x');
    assert.equal(fs.readFileSync(path.join(out, 'list'), 'utf8'), `a\n${'b'.repeat(70_000)}\n`);
  });

  it('never has a file of that name already', async () => {
    const cwd = folder({});
    const twice = writeFolder(path.join(cwd, 'out'), async (made) => {
      await made.write('a.txt', 'a');
      await made.write('a.txt', 'b');
    });
    assert.instanceOf(await twice.catch((error) => error), UsageError);
    assert.deepEqual(fs.readdirSync(cwd), []);
  });

  it('is refused where something is', () => {
    const cwd = folder({ 'full/a.txt': 'a', file: 'x' });
    fs.mkdirSync(path.join(cwd, 'empty'));
    for (const name of ['full', 'empty', 'file'])
      assert.throws(() => requireNewFolder(path.join(cwd, name)), /already exists/);
    for (const name of [undefined, '', '-']) assert.throws(() => requireNewFolder(name), /Name a new one/);
    requireNewFolder(path.join(cwd, 'new'));
  });
});

describe('export --for', () => {
  it('writes a folder, and names what is left out', async () => {
    const cwd = folder({
      'news/a.txt': article('1') + article('2').replace('T-I-T-L-E-E-N-D.', ''),
      'news/b.txt': article('3', { date: '9/4/24' }),
      'news/c.txt': article('4', { date: '9/4/24' }),
    });
    const { code, stderr } = await run(['export', '--for', 'corenlp', '-o', 'out', 'news'], cwd);
    assert.equal(code, 1);
    assert.equal(
      stderr,
      'article-format: 1 article left out: damage. Files: news/a.txt\n' +
        'article-format: 2 articles left out: no valid date. Files: news/b.txt, news/c.txt\n' +
        'out was written.\n',
    );
    assert.deepEqual(fs.readdirSync(path.join(cwd, 'out/documents')), ['a.xml']);
    const again = await run(['export', '--for', 'text', '-o', 'out', 'news'], cwd);
    assert.deepEqual([again.code, again.stderr.includes('out: It already exists')], [2, true]);
  });

  it('writes a file or standard output, and takes no suffix of another form', async () => {
    const cwd = folder({ 'a.txt': article('1') });
    const { code, stdout } = await run(['export', '--for', 'label-studio', 'a.txt'], cwd);
    assert.deepEqual([code, JSON.parse(stdout)[0].data.doc_id], [0, 'a']);
    const wrong = await run(['export', '--for', 'tif', '-o', 'a.jsonl', 'a.txt'], cwd);
    assert.deepEqual([wrong.code, fs.readdirSync(cwd)], [2, ['a.txt']]);
    assert.include(wrong.stderr, 'End the name in .csv.');
  });
});
