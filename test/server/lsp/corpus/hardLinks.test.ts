/** A file with several names is one article in the editor, too: one name counts, as on the command line. On a real disk. */
import fs from 'node:fs';
import path from 'node:path';
import { assert } from 'chai';
import { CopyRuns } from '../../../../server/src/disk/copies/copyRuns';
import { listFiles } from '../../../../server/src/disk/listFiles';
import { readWanted } from '../../../../server/src/disk/readFile';
import { replaceFile } from '../../../../server/src/disk/writing/replaceFile';
import type { Host } from '../../../../server/src/lsp/host';
import {
  EXPORT,
  type ExportAnswer,
  FIX_FILES,
  FIX_RUNS,
  type FixFilesParams,
  PREVIEW_FIXES,
  type PreviewFixesAnswer,
  RESTORE_FILES,
  type WrittenFiles,
} from '../../../../server/src/protocol';
import { folder, run } from '../../cli/commandLine';
import { article, BAD_DAY } from '../../core/articles';
import { CorpusClient, FOLDER, uriOf } from '../corpusClient';

const DAMAGED = article(1).replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

interface Workspace {
  readonly client: CorpusClient;
  readonly root: string;
}

/** A client whose folder is on disk, with further names of files. `isReversed` is the order in which the disk lists. */
async function connect(
  files: Record<string, string>,
  names: Record<string, string>,
  { isReversed = false } = {},
): Promise<Workspace> {
  const root = folder(files);
  const onDisk = (uri: string) => path.join(root, decodeURIComponent(uri.slice(FOLDER.length)));
  for (const [name, file] of Object.entries(names)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.linkSync(path.join(root, file), path.join(root, name));
  }
  const copies = folder({});
  const runs = () => new CopyRuns(copies);
  const host: Host = {
    readFile: (uri, isWanted) => readWanted(onDisk(uri), isWanted),
    listFiles: async function* (uri, walk) {
      const all: string[] = [];
      for await (const portion of listFiles(onDisk(uri), walk)) all.push(...portion);
      all.sort();
      yield isReversed ? all.reverse() : all;
    },
    replaceFile: async (uri, content, expected, others = []) => {
      await replaceFile(onDisk(uri), content, expected, others.map(onDisk));
      return true;
    },
    copies: {
      begin: async (from) => {
        const kept = await runs().begin({ command: 'fix', folder: from, from });
        return (...file) => kept.keep(...file);
      },
      list: () => runs().list(),
    },
  };
  const texts = Object.entries({ ...files, ...names }).map(([name, text]) => [name, files[text] ?? text]);
  return { client: await CorpusClient.connect(Object.fromEntries(texts), {}, undefined, host), root };
}

const remark = (first: string) => `This is another name of ${first}. The file is read once.`;
const preview = ({ client }: Workspace, ...open: string[]) =>
  client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: open.map(uriOf) });
const fix = ({ client }: Workspace, { files }: PreviewFixesAnswer, ...open: string[]) =>
  client.request<WrittenFiles>(FIX_FILES, {
    ...{ files, copies: 'file:///copies', open: open.map(uriOf) },
  } satisfies FixFilesParams);

describe('a file with several names in the workspace', () => {
  if (process.platform === 'win32') return;

  const bad = article(1, BAD_DAY);

  for (const isReversed of [false, true]) {
    const order = isReversed ? 'last name first' : 'first name first';
    it(`is one article, under its first name, when the disk lists the ${order}`, async () => {
      const { client } = await connect({ 'a/m.txt': bad, 'z.txt': article(2) }, { 'a.txt': 'a/m.txt' }, { isReversed });
      await client.untilTotals(({ files, isChecking }) => files === 2 && !isChecking);
      await client.until({ 'a/m.txt': ['invalid-date'] });
    });

    it(`is one article whichever name is open, when the disk lists the ${order}`, async () => {
      const { client } = await connect({ 'a.txt': bad, 'z.txt': article(2) }, { 'b.txt': 'a.txt' }, { isReversed });
      await client.show('b.txt');
      const both = { 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] };
      await client.untilTotals(({ files, isChecking }) => files === 2 && !isChecking);
      await client.until(both);
      await client.edit('b.txt', `${bad} `);
      await client.show('a.txt');
      await client.until(both);
      await client.close('b.txt');
      await client.until({ 'a.txt': ['invalid-date'] });
    });
  }

  for (const isOpen of [false, true]) {
    it(`counts under its next name when the first one is deleted, ${isOpen ? 'open' : 'closed'}`, async () => {
      const { client, root } = await connect({ 'in/a.txt': bad, 'z.txt': bad }, { 'in/b.txt': 'in/a.txt' });
      const codes = ['duplicate-number', 'invalid-date'];
      await client.until({ 'in/a.txt': codes, 'z.txt': codes });
      if (isOpen) {
        await client.show('in/b.txt');
        await client.until({ 'in/a.txt': codes, 'in/b.txt': ['invalid-date'], 'z.txt': codes });
      }
      fs.rmSync(path.join(root, 'in/a.txt'));
      await client.remove('in/a.txt');
      await client.until({ 'in/b.txt': codes, 'z.txt': codes });
    });
  }

  it('may get another name, and lose it', async () => {
    const workspace = await connect({ 'b.txt': bad }, {});
    const { client, root } = workspace;
    await client.until({ 'b.txt': ['invalid-date'] });
    for (const name of ['c.txt', 'a.txt']) {
      fs.linkSync(path.join(root, 'b.txt'), path.join(root, name));
      const first = name === 'a.txt' ? 'a.txt' : 'b.txt';
      const named = client.untilLogged(remark(first));
      await client.write(name, bad);
      await named;
      await client.until({ [first]: ['invalid-date'] });
      fs.rmSync(path.join(root, name));
      await client.remove(name);
      await client.until({ 'b.txt': ['invalid-date'] });
    }
    fs.linkSync(path.join(root, 'b.txt'), path.join(root, 'a.txt'));
    await client.write('a.txt', bad);
    await client.until({ 'a.txt': ['invalid-date'] });
    fs.rmSync(path.join(root, 'b.txt'));
    fs.writeFileSync(path.join(root, 'b.txt'), article(2, BAD_DAY));
    await client.write('b.txt', article(2, BAD_DAY));
    await client.until({ 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] });
  });

  it('is no twin of itself any more when an open file becomes another name', async () => {
    const { client, root } = await connect({ 'a.txt': bad, 'b.txt': bad }, {});
    const codes = ['duplicate-number', 'invalid-date'];
    await client.until({ 'a.txt': codes, 'b.txt': codes });
    await client.show('b.txt');
    await client.until({ 'a.txt': codes, 'b.txt': codes });
    fs.rmSync(path.join(root, 'b.txt'));
    fs.linkSync(path.join(root, 'a.txt'), path.join(root, 'b.txt'));
    await client.write('b.txt', bad);
    await client.until({ 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] });
  });

  it('is no twin of an open file that it is another name of, when the name that counts comes later', async () => {
    const { client, root } = await connect({ 'b.txt': bad }, {});
    await client.show('b.txt');
    await client.edit('b.txt', bad.replace('Talks', 'More talks'));
    fs.linkSync(path.join(root, 'b.txt'), path.join(root, 'a.txt'));
    const named = client.untilLogged(remark('a.txt'));
    await client.write('a.txt', bad);
    await named;
    await client.until({ 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] });
    await client.edit('b.txt', bad);
    assert.deepEqual(client.problems(), { 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] });
    await client.untilTotals(({ files, articles }) => files === 1 && articles === 1);
  });

  it('counts under a name that belongs to the corpus, whatever the settings say', async () => {
    const { client, root } = await connect({ 'a.txt': bad }, { 'b.txt': 'a.txt' });
    await client.until({ 'a.txt': ['invalid-date'] });
    await client.change({ article: { corpus: { exclude: ['a.txt'] } } });
    await client.until({ 'b.txt': ['invalid-date'] });
    await client.show('a.txt');
    await client.until({ 'a.txt': ['invalid-date'], 'b.txt': ['invalid-date'] });
    await client.close('a.txt');
    fs.writeFileSync(path.join(root, 'c.txt'), article(2, BAD_DAY));
    await client.write('c.txt', article(2, BAD_DAY)); // It is read after the file that was closed.
    await client.until({ 'b.txt': ['invalid-date'], 'c.txt': ['invalid-date'] });
    const { left } = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [] });
    assert.isEmpty(left);
    await client.change({});
    await client.until({ 'a.txt': ['invalid-date'], 'c.txt': ['invalid-date'] });
  });

  it('is fixed under all its names, and restored', async () => {
    const workspace = await connect({ 'a.txt': DAMAGED }, { 'b.txt': 'a.txt', 'sub/c.txt': 'a.txt' });
    const { client, root } = workspace;
    const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
    const answer = await preview(workspace);
    assert.deepEqual(
      answer.files.map(({ uri, isOpen }) => [uri, isOpen]),
      [[uriOf('a.txt'), false]],
    );
    const others = ['b.txt', 'sub/c.txt'];
    assert.sameDeepMembers(
      [...answer.left],
      others.map((name) => ({ uri: uriOf(name), reason: remark('a.txt') })),
    );
    assert.deepEqual(await fix(workspace, answer), { written: [uriOf('a.txt')], left: [] });
    for (const name of ['a.txt', ...others]) assert.equal(read(name), article(1));
    assert.equal(new Set(['a.txt', ...others].map((name) => fs.statSync(path.join(root, name)).ino)).size, 1);
    const [done] = await client.request<readonly { name: string }[]>(FIX_RUNS, { copies: 'file:///copies' });
    const params = { copies: 'file:///copies', run: done?.name ?? '', unsaved: [] };
    await client.request(PREVIEW_FIXES, { open: [] });
    assert.deepEqual(await client.request(RESTORE_FILES, params), { written: [uriOf('a.txt')], left: [] });
    for (const name of ['a.txt', ...others]) assert.equal(read(name), DAMAGED);
  });

  it('is not fixed on disk while an editor shows it under another name, and never in both', async () => {
    const workspace = await connect({ 'a.txt': DAMAGED }, { 'b.txt': 'a.txt' });
    await workspace.client.show('b.txt');
    const answer = await preview(workspace, 'b.txt');
    assert.isEmpty(answer.files);
    const reason = 'It is open in an editor under another name, b.txt. Close that editor first.';
    assert.deepInclude(answer.left, { uri: uriOf('a.txt'), reason });
    assert.deepInclude(answer.left, { uri: uriOf('b.txt'), reason: remark('a.txt') });
    const closed = await preview(workspace);
    assert.deepEqual((await fix(workspace, closed, 'b.txt')).left, [{ uri: uriOf('a.txt'), reason }]);
    assert.equal(fs.readFileSync(path.join(workspace.root, 'a.txt'), 'utf8'), DAMAGED);
  });

  it('is one row of a table, under its first name', async () => {
    const { client } = await connect({ 'b.txt': bad }, { 'a.txt': 'b.txt', 'c.txt': 'b.txt' });
    const params = { form: 'jsonl', forSpreadsheets: false, target: uriOf('t.jsonl'), unsaved: [] as string[] };
    const answer = await client.request<ExportAnswer>(EXPORT, params);
    assert.equal(answer.articles, 1);
    assert.include(answer.content?.join('') ?? '', '"file":"a.txt"');
    const others = ['b.txt', 'c.txt'].map((name) => ({ uri: uriOf(name), reason: remark('a.txt') }));
    assert.deepEqual(answer.left, others);
    for (const name of ['a.txt', 'b.txt']) await client.show(name);
    const unsaved = await client.request<ExportAnswer>(EXPORT, { ...params, unsaved: ['a.txt', 'b.txt'].map(uriOf) });
    const reason = `${remark('a.txt')} Its unsaved changes in an editor are not exported either.`;
    assert.deepEqual(unsaved.left, [{ uri: uriOf('b.txt'), reason }, ...others.slice(1)]);
    assert.deepEqual([unsaved.articles, unsaved.unsaved], [1, [uriOf('a.txt')]]);
  });

  it('is what it is on the command line', async () => {
    const files: Record<string, string> = {};
    const names: Record<string, string> = {};
    for (let index = 0; index < 60; index++) {
      const name = `${index % 3 === 0 ? '' : `${index % 5}/`}${(index * 37) % 100}.txt`;
      files[name] = index % 4 === 0 ? article(index, BAD_DAY) : article(index % 50);
      for (let other = 0; other < index % 3; other++) {
        names[`${(index * 7) % 6}${other === 1 ? '.x' : ''}/n${(index * 53 + other) % 100}-${index}.txt`] = name;
      }
    }
    const { client, root } = await connect(files, names);
    const { stdout, stderr } = await run(['check', '--format', 'jsonl', '.'], root);
    const expected: Record<string, string[]> = {};
    for (const line of stdout.split('\n').filter(Boolean)) {
      const { file, code } = JSON.parse(line) as { file: string; code: string };
      expected[file] = [...(expected[file] ?? []), code].sort();
    }
    assert.isAbove(Object.keys(expected).length, 20);
    await client.until(expected);
    const { left } = await preview({ client, root });
    const said = left.map(({ uri, reason }) => `article-format: ${uri.slice(uriOf('').length)}: ${reason}`);
    assert.sameMembers(
      said,
      stderr.split('\n').filter((line) => line.includes('another name')),
    );
    assert.lengthOf(said, Object.keys(names).length);
  });
});
