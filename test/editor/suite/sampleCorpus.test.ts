/** *Open Sample Corpus* makes a new folder, and touches nothing that exists. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { bytes, workspaceFile } from './editor';
import { answering } from './person';

const { commands, extensions, workspace } = vscode;

describe('the sample corpus', () => {
  const parent = workspaceFile('chosen-for-samples');
  const names = async (folder: vscode.Uri) => (await workspace.fs.readDirectory(folder)).map(([name]) => name).sort();

  /** Opens the samples as the walkthrough does, because `vscode.openFolder` would end the tests. */
  const openSamples = (chosen: vscode.Uri | undefined) =>
    answering({ showOpenDialog: () => chosen && [chosen] }, () =>
      commands.executeCommand<{ openFolder: vscode.Uri } | undefined>('article.openSampleCorpus', 'walkthrough'),
    );

  before(() => workspace.fs.createDirectory(parent));
  after(() => workspace.fs.delete(parent, { recursive: true }));

  it('is copied, byte for byte, to a new folder, which is opened', async () => {
    const opened = await openSamples(parent);
    assert.equal(opened?.openFolder.path, `${parent.path}/article-samples`);
    assert.deepEqual(await names(parent), ['article-samples']);
    const original = extensions.getExtension('article-format.article-format')?.extensionUri as vscode.Uri;
    for (const file of ['README.md', '2024-02/article_101.txt', '2024-04/article_112.txt']) {
      const source = await workspace.fs.readFile(vscode.Uri.joinPath(original, 'sample-corpus', file));
      assert.equal(await bytes(`chosen-for-samples/article-samples/${file}`), new TextDecoder().decode(source), file);
    }
    const files = ['2024-02', '2024-03', '2024-04'].map((month) =>
      names(workspaceFile(`chosen-for-samples/article-samples/${month}`)),
    );
    assert.lengthOf((await Promise.all(files)).flat(), 12);
  });

  it('gets a folder of another name if there is one already', async () => {
    const changed = new TextEncoder().encode('changed');
    await workspace.fs.writeFile(workspaceFile('chosen-for-samples/article-samples/README.md'), changed);
    const opened = await openSamples(parent);
    assert.equal(opened?.openFolder.path, `${parent.path}/article-samples-2`);
    assert.equal(await bytes('chosen-for-samples/article-samples/README.md'), 'changed');
  });

  it('is not copied where a folder cannot be written', async () => {
    const messages: unknown[] = [];
    const say = (message: unknown) => messages.push(message);
    const pages = vscode.Uri.from({ scheme: 'article-rules', path: '/' });
    await answering({ showInformationMessage: say }, () => openSamples(pages));
    assert.deepEqual(messages, ['This folder is read-only. Choose another one.']);
  });

  it('is not copied when no folder is chosen', async () => {
    assert.isUndefined(await openSamples(undefined));
    assert.deepEqual(await names(parent), ['article-samples', 'article-samples-2']);
  });
});
