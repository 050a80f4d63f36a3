import { assert } from 'chai';
import * as vscode from 'vscode';
import { checkCorpus, leaveCorpus } from './checkedCorpus';
import { bytes, closeAll, openArticle, problems, replace, until, workspaceFile } from './editor';
import { answering, pick } from './person';

const isWeb = typeof importScripts === 'function';

describe('commands for the whole corpus', () => {
  before(checkCorpus);

  afterEach(async () => {
    await closeAll();
    for (const name of ['out.jsonl', 'out.csv', 'out.json', 'out']) {
      await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true }).then(undefined, () => {});
    }
  });

  after(leaveCorpus);

  /** Exports into a file, and returns the message that is shown. */
  async function exportTo(name: string, command: string, form: string): Promise<string> {
    let shown = '';
    const collect = (message: unknown) => {
      shown = String(message);
    };
    const answers = { showInformationMessage: collect, showWarningMessage: collect, showErrorMessage: collect };
    const target = () => workspaceFile(name);
    await answering({ ...answers, showQuickPick: pick(form), showSaveDialog: target }, () =>
      vscode.commands.executeCommand(command),
    );
    return shown;
  }

  it('exports all articles, with unsaved changes', async () => {
    const editor = await openArticle('corpus/lf_1.txt');
    await replace(editor, 'Week 1 of', 'Month 1 of');
    const message = await exportTo('out.jsonl', 'article.exportCorpus', 'JSON Lines');
    assert.match(
      message,
      /^Exported 42 articles from 42 files to out\.jsonl\. Unsaved changes of 1 file are included\. 1 file is not an article\.$/,
    );
    const lines = (await bytes('out.jsonl')).split('\n');
    assert.lengthOf(lines, 43);
    const { number, text, file } = JSON.parse(lines[0] ?? '');
    assert.deepEqual([number, file], ['1', 'corpus/lf_1.txt']);
    assert.include(text, 'Month 1 of');
  });

  it('exports one file', async () => {
    await openArticle('corpus/lf_2.txt');
    const message = await exportTo('out.csv', 'article.exportFile', 'CSV');
    assert.equal(message, 'Exported 1 article from 1 file to out.csv.');
    assert.match(
      await bytes('out.csv'),
      /^number,date,title,text,file,words,sha256,order,doc_id,day,index\r\n2,2024-04-09,/,
    );
  });

  it('exports what a program takes: a file, and where there is a disk a new folder', async () => {
    const message = await exportTo('out.json', 'article.exportCorpus', 'Label Studio');
    assert.equal(message, 'Exported 42 articles from 42 files to out.json. 1 file is not an article.');
    const [first, ...others] = JSON.parse(await bytes('out.json'));
    assert.deepEqual([first.data.doc_id, others.length], ['corpus/lf_1', 41]);
    const folder = () => exportTo('out', 'article.exportCorpus', 'Plain texts');
    if (isWeb) {
      assert.match(await folder(), /^out was not changed\. A folder can be written only where/);
      return;
    }
    assert.equal(await folder(), 'Exported 42 articles from 42 files to out. 1 file is not an article.');
    assert.match(await bytes('out/metadata.csv'), /\r\ncorpus_lf_2\.txt,corpus\/lf_2,2,/);
    assert.include(await bytes('out/texts/corpus_lf_2.txt'), 'Week');
    assert.match(await folder(), /^out was not changed\. It already exists/);
  });

  it('never exports over an article', async () => {
    const before = await bytes('corpus/lf_3.txt');
    const message = await exportTo('corpus/lf_3.txt', 'article.exportCorpus', 'CSV');
    assert.match(message, /^lf_3\.txt was not changed\. This file holds articles/);
    assert.equal(await bytes('corpus/lf_3.txt'), before);
  });

  it('fixes open files in their editors, and says so if closed ones cannot be written', async () => {
    const editor = await openArticle('corpus/lf_4.txt');
    const healthy = editor.document.getText();
    await replace(editor, 'T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D');
    let title = '';
    const all = (items: unknown, options: unknown) => {
      title = (options as vscode.QuickPickOptions).title ?? '';
      return items;
    };
    const messages: unknown[] = [];
    const fixed = until(vscode.workspace.onDidChangeTextDocument, () => editor.document.getText() === healthy);
    const collect = (message: unknown) => {
      if (String(message).startsWith('Fixed')) messages.push(message);
      return 'Apply';
    };
    await answering({ showQuickPick: all, showWarningMessage: collect, showInformationMessage: collect }, () =>
      vscode.commands.executeCommand('article.fixCorpus'),
    );
    await fixed;
    assert.match(title, /^Safe Fixes: 1 problem in 1 file/);
    assert.equal(/Only open files can be fixed here/.test(title), isWeb, title);
    // The exported tables beside it are not reported as left out.
    assert.deepEqual(messages, ['Fixed 1 file.']);
    assert.isTrue(editor.document.isDirty);
    assert.equal(await bytes('corpus/lf_4.txt'), healthy);
    await vscode.window.showTextDocument(editor.document); // So that closeAll() reverts it.
  });

  it('corrects the dates of one form, which a quick fix of one of them names, or a person', async () => {
    const editor = await openArticle('corpus/lf_4.txt');
    const healthy = editor.document.getText();
    const [day = ''] = /\d{4}-\d\d-\d\d/.exec(healthy) ?? [];
    await replace(editor, day, day.split('-').reverse().join('/'));
    await problems(editor.document, ['invalid-date']);
    const [{ range } = assert.fail()] = vscode.languages.getDiagnostics(editor.document.uri);
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    const action = offered.find(({ title }) => title === 'Correct all dates of the form D/M/YYYY in the corpus…');
    const titles: unknown[] = [];
    const all = (items: unknown, options: unknown) => {
      titles.push((options as vscode.QuickPickOptions).title);
      return items;
    };
    const answers = { showQuickPick: all, showWarningMessage: () => 'Apply', showInformationMessage: () => undefined };
    const corrected = until(vscode.workspace.onDidChangeTextDocument, () => editor.document.getText() === healthy);
    await answering(answers, () =>
      vscode.commands.executeCommand(action?.command?.command ?? '', ...(action?.command?.arguments ?? [])),
    );
    await corrected;
    const said: unknown[] = [];
    const say = (message: unknown) => said.push(message) && undefined;
    await answering({ showInputBox: () => 'D/M/YYYY', showInformationMessage: say, showWarningMessage: say }, () =>
      vscode.commands.executeCommand('article.fixDates'),
    );
    assert.match(String(titles), /^Dates of the form D\/M\/YYYY: 1 in 1 file\./);
    assert.match(String(said), /^No date that needs a correction has the form D\/M\/YYYY\./);
    await vscode.window.showTextDocument(editor.document); // So that closeAll() reverts it.
  });
});

declare function importScripts(): void;
