import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import { keepCopy } from '../../../../../server/src/disk/copies/copies';
import { CopyRuns } from '../../../../../server/src/disk/copies/copyRuns';
import type { Copies } from '../../../../../server/src/lsp/files';
import {
  type BeforeAndAfter,
  COMPARE_FIXES,
  FIX_FILES,
  FIX_RUNS,
  type FixFilesParams,
  type FixRun,
  type OpenEditors,
  PREVIEW_FIXES,
  type PreviewFixesAnswer,
  type PreviewFixesParams,
  RESTORE_FILES,
  type RestoreFilesParams,
  type WrittenFiles,
} from '../../../../../server/src/protocol';
import { temporaryFolder } from '../../../../temporary';
import { article, WRECK } from '../../../core/articles';
import { CorpusClient, uriOf } from '../../corpusClient';

const damaged = (number: number) => article(number).replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');

describe('fixing the corpus', () => {
  const temporary = temporaryFolder();
  const copies = pathToFileURL(path.join(temporary, 'copies')).href;
  const onDisk: Copies = {
    begin: async (folder) => {
      const run = await new CopyRuns(place()).begin({ command: 'fix', folder, from: folder });
      return (...file) => run.keep(...file);
    },
    list: () => new CopyRuns(place()).list(),
  };
  let runs = 0;
  const place = () => path.join(temporary, String(runs));
  beforeEach(() => runs++);

  const connect = (files: Record<string, string>) => CorpusClient.connect(files, {}, undefined, { copies: onDisk });
  const preview = (client: CorpusClient, ...open: string[]) =>
    client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: open.map(uriOf) } satisfies OpenEditors);
  const fix = (client: CorpusClient, { files }: PreviewFixesAnswer, ...open: string[]) =>
    client.request<WrittenFiles>(FIX_FILES, { files, copies, open: open.map(uriOf) } satisfies FixFilesParams);
  const listed = (client: CorpusClient) => client.request<readonly FixRun[]>(FIX_RUNS, { copies });
  const restore = async (client: CorpusClient, ...unsaved: string[]) => {
    const [run] = await listed(client);
    const params = { copies, run: run?.name ?? '', unsaved: unsaved.map(uriOf) };
    return client.request<WrittenFiles>(RESTORE_FILES, params satisfies RestoreFilesParams);
  };
  const text = (client: CorpusClient, name: string) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(client.disk.get(name));

  it('names the articles whose fixes would change a value, and fixes the others', async () => {
    const client = await connect({ 'a.txt': damaged(1) + WRECK + damaged(2) });
    const left = [
      {
        uri: uriOf('a.txt'),
        reason: 'Article 2 was left alone, because its fixes would change a value. Correct it by hand.',
      },
    ];
    const answer = await preview(client);
    assert.deepEqual(answer.left, left);
    const { written, left: leftAgain } = await fix(client, answer);
    assert.deepEqual([written, leftAgain], [[uriOf('a.txt')], left]);
    assert.equal(text(client, 'a.txt'), article(1) + WRECK + article(2));
  });

  it('previews exactly the files that can be fixed, with counts and both texts', async () => {
    const client = await connect({
      'a.txt': article(1),
      'b.txt': damaged(2) + damaged(3),
      'c.txt': article(4, '2024-02-30'),
      'd.txt': `\ufeff${damaged(5)}`,
    });
    const { files, left } = await preview(client);
    assert.deepEqual(
      files.map(({ uri, problems, isOpen }) => [uri, problems, isOpen]),
      [
        [uriOf('b.txt'), 2, false],
        [uriOf('d.txt'), 1, false],
      ],
    );
    assert.isEmpty(left);
    const shown = await client.request<BeforeAndAfter>(COMPARE_FIXES, { uri: uriOf('d.txt'), open: [] });
    assert.include(shown.before, '\nTruce 5\n·T-I-T-L-E-E-N-D··\n');
    assert.include(shown.after, '\nTruce 5\n·T-I-T-L-E-E-N-D.··\n');
    assert.equal(text(client, 'b.txt'), damaged(2) + damaged(3));
  });

  it('previews one file only, also if a row shows its fields view', async () => {
    const client = await connect({ 'a.txt': damaged(1), 'b.txt': damaged(2), 'c.txt': damaged(3) + WRECK });
    const previewOf = (only: string) =>
      client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [], only } satisfies PreviewFixesParams);
    const answer = await previewOf(uriOf('b.txt'));
    assert.deepEqual([answer.files.map(({ uri }) => uri), answer.left], [[uriOf('b.txt')], []]);
    const view = uriOf('a.txt').replace('file://', 'article-fields:').concat('?file');
    assert.deepEqual((await previewOf(view)).files[0]?.uri, uriOf('a.txt'));
    assert.deepEqual((await previewOf(uriOf('none.txt'))).files, []);
    await fix(client, answer);
    assert.deepEqual(
      ['a.txt', 'b.txt'].map((name) => text(client, name)),
      [damaged(1), article(2)],
    );
  });

  it('corrects the dates of one form, and nothing else, also if the rule about them is off', async () => {
    const files = {
      'a.txt': article(1, '04/07/2023'),
      'b.txt': damaged(2),
      'c.txt': article(3, '4 July 2023') + article(4, '05/07/2023'),
      'd.txt': article(5, '06/07/2023'),
    };
    const settings = { article: { rules: { 'invalid-date': 'off' } } };
    const client = await CorpusClient.connect(files, settings, undefined, { copies: onDisk });
    await client.show('d.txt');
    const wanted = { open: [uriOf('d.txt')], dateForm: 'D/M/YYYY' };
    const { files: found, left } = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, wanted);
    assert.deepEqual(
      found.map(({ uri, problems }) => [uri, problems]),
      ['a.txt', 'c.txt', 'd.txt'].map((name) => [uriOf(name), 1]),
    );
    assert.lengthOf(left, 1);
    assert.match(left[0]?.reason ?? '', /^The date of article 1 was left alone, /);
    const compared = await client.request<BeforeAndAfter>(COMPARE_FIXES, { uri: uriOf('a.txt'), ...wanted });
    assert.include(compared.after, '\n2023-07-04\n');
    await client.request<WrittenFiles>(FIX_FILES, { files: found, copies, ...wanted });
    assert.deepEqual(
      ['a.txt', 'b.txt', 'c.txt'].map((name) => text(client, name)),
      [article(1, '2023-07-04'), files['b.txt'], article(3, '4 July 2023') + article(4, '2023-07-05')],
    );
    assert.equal(client.textOf('d.txt'), article(5, '2023-07-06'));
  });

  it('names a file that is open as another language only if it has such dates', async () => {
    const client = await connect({ 'a.txt': article(1, '04/07/2023'), 'b.txt': article(2) });
    const open = ['a.txt', 'b.txt'].map(uriOf);
    const { files, left } = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open, dateForm: 'D/M/YYYY' });
    assert.isEmpty(files);
    assert.deepEqual(
      left.map(({ uri }) => uri),
      [uriOf('a.txt')],
    );
    assert.match(left[0]?.reason ?? '', /^It is open in an editor, and its language there is not Article\./);
  });

  it('says what is wrong with a form of dates that is none', async () => {
    const client = await connect({ 'a.txt': article(1, '04/07/2023') });
    const answer = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open: [], dateForm: 'day/month' });
    assert.match(answer.refused ?? '', /^In the form day\/month, . has no meaning\./);
  });

  it('fixes files that are not open on disk, and their problems go', async () => {
    const client = await connect({ 'a.txt': article(1), 'b.txt': damaged(2), 'c.txt': `\ufeff${damaged(3)}` });
    const { written, left } = await fix(client, await preview(client));
    assert.deepEqual([written, left], [[uriOf('b.txt'), uriOf('c.txt')], []]);
    assert.equal(text(client, 'b.txt'), article(2));
    assert.equal(text(client, 'c.txt'), `\ufeff${article(3)}`);
    await client.until({ 'c.txt': ['byte-order-mark'] });
  });

  it('edits the documents of open files, and does not write the files', async () => {
    const client = await connect({ 'a.txt': damaged(1) });
    await client.show('a.txt');
    const answer = await preview(client, 'a.txt');
    assert.isTrue(answer.files[0]?.isOpen);
    assert.deepEqual((await fix(client, answer, 'a.txt')).written, [uriOf('a.txt')]);
    assert.equal(client.textOf('a.txt'), article(1));
    assert.equal(text(client, 'a.txt'), damaged(1));
  });

  it('writes the file of a document that is still open but has no tab', async () => {
    const client = await connect({ 'a.txt': damaged(1) });
    await client.show('a.txt');
    await fix(client, await preview(client));
    assert.equal(text(client, 'a.txt'), article(1));
  });

  it('leaves files alone that have changed since the preview, on disk or in an editor', async () => {
    const client = await connect({ 'a.txt': damaged(1), 'b.txt': damaged(2), 'c.txt': damaged(3) });
    await client.show('b.txt');
    const answer = await preview(client, 'b.txt');
    await client.write('a.txt', damaged(10));
    await client.edit('b.txt', damaged(20));
    const { written, left } = await fix(client, answer, 'b.txt');
    assert.deepEqual(written, [uriOf('c.txt')]);
    const reason = 'It has changed since the preview. Open the preview again.';
    assert.deepEqual(left, [
      { uri: uriOf('a.txt'), reason },
      { uri: uriOf('b.txt'), reason },
    ]);
    assert.equal(text(client, 'a.txt'), damaged(10));
    assert.equal(client.textOf('b.txt'), damaged(20));
  });

  it('restores what an earlier version of the extension fixed, and lists the latest run first', async () => {
    const client = await connect({ 'a.txt': article(1), 'b.txt': damaged(2) });
    const [before, after] = [damaged(1), article(1)].map((content) => new TextEncoder().encode(content));
    const time = Date.now() - 60_000;
    const folder = path.join(place(), String(time));
    fs.mkdirSync(folder, { recursive: true });
    await keepCopy(folder, uriOf('a.txt'), before as Uint8Array, after as Uint8Array);
    await fix(client, await preview(client));
    const [latest, first] = await listed(client);
    assert.deepInclude(latest, { files: 1 });
    assert.deepEqual(first, { name: String(time), time, files: 1 });
    const params = { copies, run: first?.name ?? '', unsaved: [] };
    assert.deepEqual((await client.request<WrittenFiles>(RESTORE_FILES, params)).written, [uriOf('a.txt')]);
    assert.equal(text(client, 'a.txt'), damaged(1));
  });

  it('lists, and never writes, a file that is not UTF-8, or is open in another language or as a fields view', async () => {
    const client = await connect({ 'a.txt': damaged(1), 'b.txt': damaged(2), 'c.txt': damaged(3) });
    client.disk.set('a.txt', Buffer.from(damaged(1).replace('Talks', 'T\u00e4lks'), 'latin1'));
    const view = uriOf('c.txt').replace('file://', 'article-fields:').concat('?file');
    const open = [uriOf('b.txt'), view];
    const { files, left } = await client.request<PreviewFixesAnswer>(PREVIEW_FIXES, { open });
    assert.isEmpty(files);
    assert.deepEqual(
      left.map(({ reason }) => reason.slice(0, 40)),
      [
        'It is not UTF-8: byte E4 (hexadecimal) a',
        'It is open in an editor, and its languag',
        'Its fields view has unsaved changes. Sav',
      ],
    );
  });

  it('lists files that cannot be read', async () => {
    const client = await connect({ 'a.txt': damaged(1), 'b.txt': damaged(2) });
    client.unreadable.set('a.txt', 'You have no permission for this.');
    const { files, left } = await preview(client);
    assert.deepEqual(
      files.map(({ uri }) => uri),
      [uriOf('b.txt')],
    );
    assert.deepEqual(left, [{ uri: uriOf('a.txt'), reason: 'You have no permission for this.' }]);
  });

  it('does not change a file outside the workspace to which a link leads', async () => {
    const liesIn = async (uri: string) => uri !== uriOf('a.txt');
    const files = { 'a.txt': damaged(1), 'b.txt': damaged(2) };
    const client = await CorpusClient.connect(files, {}, undefined, { copies: onDisk, liesIn });
    const answer = await preview(client);
    assert.deepEqual(answer.left, [
      { uri: uriOf('a.txt'), reason: 'It is a link to a file outside the workspace. Open that file to fix it.' },
    ]);
    assert.deepEqual((await fix(client, answer)).written, [uriOf('b.txt')]);
  });

  it('goes on when one file cannot be written, and says why', async () => {
    const refuse = async (uri: string) => {
      if (uri === uriOf('a.txt')) throw new Error('EACCES: permission denied');
      return true;
    };
    const files = { 'a.txt': damaged(1), 'b.txt': damaged(2) };
    const client = await CorpusClient.connect(files, {}, undefined, { copies: onDisk, replaceFile: refuse });
    const { written, left } = await fix(client, await preview(client));
    assert.deepEqual(written, [uriOf('b.txt')]);
    assert.deepEqual(left, [{ uri: uriOf('a.txt'), reason: 'EACCES: permission denied' }]);
  });

  it('covers only open files if files cannot be written, and says so', async () => {
    const files = { 'a.txt': damaged(1), 'b.txt': damaged(2) };
    const client = await CorpusClient.connect(files, {}, undefined);
    await client.show('b.txt');
    const answer = await preview(client, 'b.txt');
    assert.isFalse(answer.writesClosed);
    assert.deepEqual(
      answer.files.map(({ uri }) => uri),
      [uriOf('b.txt')],
    );
  });

  it('restores the bytes of files, unless they have changed since or have unsaved changes', async () => {
    const before = { 'a.txt': damaged(1), 'b.txt': damaged(2), 'c.txt': `\ufeff${damaged(3)}` };
    const client = await connect(before);
    await fix(client, await preview(client));
    await client.write('a.txt', article(10));
    const { written, left } = await restore(client, 'b.txt');
    assert.deepEqual(written, [uriOf('c.txt')]);
    assert.deepEqual(left, [
      { uri: uriOf('a.txt'), reason: 'It has changed since it was fixed.' },
      { uri: uriOf('b.txt'), reason: 'It has unsaved changes in an editor. Discard them first.' },
    ]);
    assert.equal(text(client, 'c.txt'), before['c.txt']);
    assert.deepEqual((await restore(client)).written, [uriOf('b.txt')]);
    assert.equal(text(client, 'b.txt'), before['b.txt']);
    assert.deepEqual(await restore(client), { written: [], left: left.slice(0, 1) });
  });

  it('reports its progress, and stops when it is cancelled', async () => {
    const names = Array.from({ length: 20 }, (_, index) => [`${index}.txt`, damaged(index)]);
    const client = await connect(Object.fromEntries(names));
    const answer = await preview(client);
    assert.deepEqual(
      answer.files.map(({ uri }) => uri),
      names.map(([name]) => uriOf(name as string)), // 9 before 10, as in the view.
    );
    const reports: string[] = [];
    const cancellation = client.onProgress('fixing', ({ message }) => {
      if (message) reports.push(message);
      if (reports.length === 5) cancellation.cancel();
    });
    const params = { files: answer.files, copies, open: [], workDoneToken: 'fixing' };
    const { written } = await client.request<WrittenFiles>(FIX_FILES, params, cancellation.token);
    assert.equal(reports[1], '1 of 20 files');
    assert.isAtLeast(written.length, 4);
    assert.isBelow(written.length, 20);
    for (const uri of written) assert.equal(text(client, uri.slice(uriOf('').length)).match(/E-N-D /), null);
  });
});
