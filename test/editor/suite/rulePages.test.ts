import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, problems, replace, until } from './editor';

describe('rule pages', () => {
  afterEach(closeAll);

  it('open as previews from the codes of problems', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', '2024-02-30');
    const [diagnostic] = await problems(editor.document, ['invalid-date']);
    const code = diagnostic?.code;
    assert(typeof code === 'object', 'The code carries a link.');
    const { target } = code;
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /^# invalid-date\n/);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('vscode.open', target);
    await preview(target);
  });

  it('open from the command', async () => {
    await openArticle('seed.txt');
    await vscode.commands.executeCommand('article.showRule', 'field-order');
    await preview(vscode.Uri.parse('article-rules:/field-order.md'));
  });

  it('are the only files that can be read in this way', async () => {
    await openArticle('seed.txt');
    for (const path of ['/../../package.json', '/nothing.md', '/sub/field-order.md']) {
      const uri = vscode.Uri.from({ scheme: 'article-rules', path });
      const read = await vscode.workspace.fs.readFile(uri).then(
        () => 'read',
        (error: vscode.FileSystemError) => error.code,
      );
      assert.equal(read, 'FileNotFound', path);
    }
  });
});

/** Waits until a page is the active tab, as a Markdown preview. */
function preview(page: vscode.Uri): Promise<vscode.TabInputCustom> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return (
      input instanceof vscode.TabInputCustom &&
      input.uri.toString() === page.toString() &&
      input.viewType === 'vscode.markdown.preview.editor' &&
      input
    );
  });
}
