import { assert } from 'chai';
import * as vscode from 'vscode';
import { bytes, closeAll, openArticle, problems, replace, settings, until, workspaceFile } from './editor';

/** The quick fixes that VS Code offers for a problem. */
function fixesFor(document: vscode.TextDocument, { range }: vscode.Diagnostic): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  if (action?.edit) await vscode.workspace.applyEdit(action.edit);
  if (action?.command)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('fixes and settings', () => {
  const SETTINGS_FILE = workspaceFile('.articlerc.json');

  afterEach(async () => {
    await closeAll();
    await settings({ 'article.rules': undefined });
    await vscode.workspace.getConfiguration('article').update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(SETTINGS_FILE).then(undefined, () => {});
  });

  it('restore the original text after a marker was lost', async () => {
    const editor = await openArticle('seed.txt');
    const original = editor.document.getText();
    await replace(editor, 'T-I-T-L-E-E-N-D.', '');
    const [problem] = await problems(editor.document, ['unmatched-start']);
    const [action] = await fixesFor(editor.document, problem as vscode.Diagnostic);
    assert.isTrue(action?.isPreferred);
    await apply(action);
    assert.equal(editor.document.getText(), original);
    await problems(editor.document, []);
  });

  it('are applied on save if they are safe and the setting asks for it', async () => {
    const onSave = { 'editor.codeActionsOnSave': { 'source.fixAll.article': 'explicit' } };
    await vscode.workspace.getConfiguration().update('[article]', onSave, vscode.ConfigurationTarget.Global);
    const original = await bytes('fixed.txt');
    const editor = await openArticle('fixed.txt');
    await replace(editor, 'D-A-T-E-E-N-D.', 'D–A–T–E–E–N–D');
    await editor.document.save();
    assert.equal(await bytes('fixed.txt'), original);
    await vscode.workspace.getConfiguration().update('[article]', undefined, vscode.ConfigurationTarget.Global);
  });

  it('are applied by the command if they are safe', async () => {
    const editor = await openArticle('seed.txt');
    const original = editor.document.getText();
    await replace(editor, 'T-E-X-T-S-T-A-R-T.', 't-e-x-t-s-t-a-r-t,');
    await problems(editor.document, ['misspelled-marker']);
    await vscode.commands.executeCommand('article.fixAll');
    await until(vscode.workspace.onDidChangeTextDocument, () => editor.document.getText() === original);
  });

  it('come only from rules that are on', async () => {
    const editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', '9 April');
    await problems(editor.document, ['invalid-date']);
    await settings({ 'article.rules': { 'invalid-date': 'off' } });
    await problems(editor.document, []);
  });

  for (const [target, title] of [
    ['the settings', 'Switch invalid-date off in the settings'],
    ['the folder’s file', 'Switch invalid-date off in .articlerc.json'],
  ]) {
    it(`can switch a rule off in ${target}`, async () => {
      const editor = await openArticle('seed.txt');
      await replace(editor, '2024-04-09', '9 April');
      const [problem] = await problems(editor.document, ['invalid-date']);
      const actions = await fixesFor(editor.document, problem as vscode.Diagnostic);
      await apply(actions.find((action) => action.title === title));
      await problems(editor.document, []);
    });
  }

  it('can switch a rule off in the folder’s file while that has unsaved changes, which stay', async () => {
    await vscode.workspace.fs.writeFile(SETTINGS_FILE, new TextEncoder().encode('{}'));
    const file = await vscode.window.showTextDocument(SETTINGS_FILE);
    await replace(file, '{}', '{ "additionalFields": ["S-O-U-R-C-E"] }');
    const editor = await openArticle('seed.txt');
    await replace(editor, '2024-04-09', '9 April');
    const [problem] = await problems(editor.document, ['invalid-date']);
    const actions = await fixesFor(editor.document, problem as vscode.Diagnostic);
    await apply(actions.find(({ title }) => title === 'Switch invalid-date off in .articlerc.json'));
    const { document } = vscode.window.activeTextEditor ?? assert.fail();
    const settingsText = '{ "additionalFields": ["S-O-U-R-C-E"], "rules": { "invalid-date": "off" } }';
    assert.deepEqual([String(document.uri), document.getText()], [String(SETTINGS_FILE), settingsText]);
    assert.equal(await bytes('.articlerc.json'), '{}');
    assert.isTrue(await document.save());
    await problems(editor.document, []);
    await vscode.window.showTextDocument(editor.document);
  });

  it('show errors in the folder’s settings file until they are corrected', async () => {
    const write = (text: string) => vscode.workspace.fs.writeFile(SETTINGS_FILE, new TextEncoder().encode(text));
    const shown = () => vscode.languages.getDiagnostics(SETTINGS_FILE).filter(({ source }) => source === 'article');
    const untilShown = (count: number) =>
      until(vscode.languages.onDidChangeDiagnostics, () => shown().length === count);
    await openArticle('seed.txt');
    await write('{ "rule": {} }');
    await untilShown(1);
    assert.equal(shown()[0]?.range.start.character, 2);
    await write('{}');
    await untilShown(0);
  });

  it('report faults that only the bytes on disk show', async () => {
    const seed = new TextEncoder().encode(await bytes('seed.txt'));
    const latin1 = Uint8Array.from(seed, (byte, index) => (index === seed.length - 30 ? 0xe9 : byte));
    await vscode.workspace.fs.writeFile(workspaceFile('latin1.txt'), latin1);
    const editor = await openArticle('latin1.txt');
    await problems(editor.document, ['not-utf-8']);
  });
});
