import { assert } from 'chai';
import * as vscode from 'vscode';
import { bytes, closeAll, openArticle, problems, replace, until, workspaceFile } from './editor';

const TITLE = 'Can US pressure deliver Israel-Hamas truce in Gaza?';

/** Opens a file of the workspace as fields, from its own editor. */
async function openAsFields(name: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('article.openAsFields', workspaceFile(name));
  return shown((uri) => uri.scheme === 'article-fields' && uri.path.endsWith(`/${name}`));
}

/** The active editor, once it shows the wanted document. */
function shown(isWanted: (uri: vscode.Uri) => boolean): Promise<vscode.TextEditor> {
  return until(vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor && isWanted(editor.document.uri) && editor;
  });
}

function write(name: string, text: string | Uint8Array): Thenable<void> {
  const content = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return vscode.workspace.fs.writeFile(workspaceFile(name), content);
}

describe('the fields view', () => {
  afterEach(closeAll);

  it('shows each marker and each value on a line of its own', async () => {
    const { document } = await openAsFields('fields.txt');
    assert.equal(document.languageId, 'article');
    assert.equal(document.lineCount, 13);
    assert.deepEqual(
      [5, 6, 7, 8].map((line) => document.lineAt(line).text),
      ['D-A-T-E-E-N-D.', 'T-I-T-L-E-S-T-A-R-T.', TITLE, 'T-I-T-L-E-E-N-D.'],
    );
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.includeDeepMembers(
      folds.map(({ start, end }) => [start, end]),
      [
        [1, 11],
        [6, 8],
      ],
    );
  });

  it('saves an edited value, and keeps every other byte of the file', async () => {
    const before = await bytes('fields.txt');
    const editor = await openAsFields('fields.txt');
    await replace(editor, TITLE, 'A truce, at last');
    assert.isTrue(await editor.document.save());
    assert.equal(await bytes('fields.txt'), before.replace(TITLE, 'A truce, at last'));
    await vscode.commands.executeCommand('undo');
    assert.isTrue(await editor.document.save());
    assert.equal(await bytes('fields.txt'), before);
  });

  it('opens the file and the view again with the cursor at the same place of the same value', async () => {
    const file = await openArticle('fields.txt');
    const place = file.document.positionAt(file.document.getText().indexOf('Hamas truce'));
    file.selection = new vscode.Selection(place, place);
    const view = await openAsFields('fields.txt');
    const wanted = new vscode.Position(7, TITLE.indexOf('Hamas truce'));
    await until(vscode.window.onDidChangeTextEditorSelection, () => view.selection.active.isEqual(wanted));
    await vscode.commands.executeCommand('article.openAsFile');
    const back = await shown((uri) => uri.toString() === file.document.uri.toString());
    await until(vscode.window.onDidChangeTextEditorSelection, () => back.selection.active.isEqual(place));
  });

  it('shows the problems while it is open; then the file shows them again', async () => {
    await write('fields-broken.txt', (await bytes('seed.txt')).replace(' T-I-T-L-E-E-N-D.', ''));
    const { document: file } = await openArticle('fields-broken.txt');
    await problems(file, ['unmatched-start']);
    const { document: view } = await openAsFields('fields-broken.txt');
    const [problem] = await problems(view, ['unmatched-start']);
    assert.equal(view.getText(problem?.range), 'T-I-T-L-E-S-T-A-R-T.');
    await problems(file, []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await problems(file, ['unmatched-start']);
  });

  it('repairs a lost marker in the file with a fix in the view', async () => {
    const healthy = await bytes('seed.txt');
    await write('fields-fixed.txt', healthy.replace(' T-I-T-L-E-E-N-D.', ''));
    const { document } = await openAsFields('fields-fixed.txt');
    await problems(document, ['unmatched-start']);
    await vscode.commands.executeCommand('article.fixAll');
    await problems(document, []);
    assert.isTrue(await document.save());
    assert.equal(await bytes('fields-fixed.txt'), healthy);
  });

  it('keeps a byte order mark and the line ends of the file', async () => {
    const seed = await bytes('seed.txt');
    const odd = `\ufeff${seed.replace('truce between', 'truce\r\nbetween')}`;
    await write('fields-mark.txt', odd);
    const editor = await openAsFields('fields-mark.txt');
    await replace(editor, TITLE, 'A truce');
    assert.isTrue(await editor.document.save());
    const saved = await vscode.workspace.fs.readFile(workspaceFile('fields-mark.txt'));
    assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(saved), odd.replace(TITLE, 'A truce'));
  });

  it('does not overwrite a file that has changed meanwhile', async () => {
    const seed = await bytes('seed.txt');
    await write('fields-changed.txt', seed);
    const editor = await openAsFields('fields-changed.txt');
    await replace(editor, TITLE, 'Mine');
    const theirs = seed.replace(TITLE, 'Somebody else’s title');
    await write('fields-changed.txt', theirs);
    assert.isFalse(await editor.document.save());
    assert.isTrue(editor.document.isDirty);
    assert.include(editor.document.getText(), 'Mine');
    assert.equal(await bytes('fields-changed.txt'), theirs);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.include(editor.document.getText(), 'Somebody else’s title');
  });

  it('follows the file while nothing is edited', async () => {
    const seed = await bytes('seed.txt');
    await write('fields-followed.txt', seed);
    const { document } = await openAsFields('fields-followed.txt');
    await write('fields-followed.txt', seed.replace(TITLE, 'News'));
    await until(vscode.workspace.onDidChangeTextDocument, () => document.lineAt(7).text === 'News');
  });

  it('is read-only if an editor would not keep the bytes', async () => {
    const seed = await bytes('seed.txt');
    const files = {
      'fields-mixed.txt': seed.replace('truce between', 'truce\r\nbetween').replace('Weeks of', 'Weeks\nof'),
      'fields-return.txt': seed.replace('truce between', 'truce\rbetween'),
      'fields-latin1.txt': Uint8Array.from([...new TextEncoder().encode(seed), 0xe9]),
    };
    for (const [name, content] of Object.entries(files)) {
      await write(name, content);
      const { document } = await openAsFields(name);
      const { permissions } = await vscode.workspace.fs.stat(document.uri);
      assert.equal(permissions, vscode.FilePermission.Readonly, name);
      await closeAll();
    }
    assert.isUndefined((await vscode.workspace.fs.stat(workspaceFile('seed.txt'))).permissions);
  });
});
