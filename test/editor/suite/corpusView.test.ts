import { assert } from 'chai';
import * as vscode from 'vscode';
import { checkCorpus, leaveCorpus, leaveOneFile } from './checkedCorpus';
import { closeAll, openArticle, until, workspaceFile } from './editor';
import { answering } from './person';

/** Waits until this file is in the active editor. */
function shows(name: string): Promise<vscode.TextEditor> {
  return until(vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === workspaceFile(name).toString() && editor;
  });
}

/** Reveals the current article and opens the one below. Repeats this if VS Code loses it, which happens while it redraws a tree. */
async function openNextRow(name: string): Promise<void> {
  const shown = shows(name);
  const lost = () => new Promise<undefined>((resolve) => setTimeout(resolve, 3000, undefined));
  do {
    await vscode.commands.executeCommand('article.revealInCorpus');
    await vscode.commands.executeCommand('list.focusDown');
    await vscode.commands.executeCommand('list.select');
  } while (!(await Promise.race([shown, lost()])));
}

describe('the corpus view', () => {
  before(checkCorpus);

  afterEach(closeAll);

  after(async () => {
    await vscode.commands.executeCommand('article.groupByMonth');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await leaveCorpus();
  });

  it('goes from one file with problems to the next, with the cursor on the first problem, and starts again at the end', async () => {
    await openArticle('corpus/lf_3.txt');
    for (const [name, date] of [
      ['corpus/lf_41.txt', '2024-02-30'],
      ['corpus/sub/lf_42.txt', '9 April'],
      ['corpus/lf_41.txt', '2024-02-30'],
    ] as const) {
      await vscode.commands.executeCommand('article.nextFileWithProblems');
      const { document, selection } = await shows(name);
      const after = document.getText(new vscode.Range(selection.active, selection.active.translate(0, date.length)));
      assert.equal(after, date);
    }
  });

  for (const grouping of ['groupByMonth', 'groupByProblem', 'groupByFile']) {
    it(`reveals the current article, and opens the one in the next row (${grouping})`, async () => {
      await vscode.commands.executeCommand(`article.${grouping}`);
      await openArticle('corpus/lf_41.txt');
      await openNextRow('corpus/sub/lf_42.txt');
    });
  }

  it('shows only the articles that a filter chooses, and all when it is cleared', async () => {
    await vscode.commands.executeCommand('article.groupByFile');
    await vscode.commands.executeCommand('article.filterCorpus', 'date = none');
    await openArticle('corpus/lf_41.txt');
    await openNextRow('corpus/sub/lf_42.txt');
    await openArticle('corpus/lf_3.txt');
    const messages: unknown[] = [];
    await answering({ showInformationMessage: (message) => messages.push(message) }, () =>
      vscode.commands.executeCommand('article.revealInCorpus'),
    );
    assert.deepEqual(messages, ['The filter of the corpus view does not show this article. Clear the filter.']);
    await vscode.commands.executeCommand('article.clearFilter');
    await openNextRow('corpus/lf_4.txt');
  });

  it('says while a filter is written what it would show, or what is wrong and where', async () => {
    const said: unknown[] = [];
    const write = async (options: unknown) => {
      const { value, validateInput } = options as vscode.InputBoxOptions;
      said.push(value);
      for (const written of ['', ' date = none ', 'date > 2024-01-01', 'datum = none'])
        said.push(((await validateInput?.(written)) as vscode.InputBoxValidationMessage | undefined)?.message);
      return ' date = none ';
    };
    const edit = () => vscode.commands.executeCommand('article.filterCorpus');
    await answering({ showInputBox: write }, edit);
    await answering({ showInputBox: (options) => said.push((options as vscode.InputBoxOptions).value) && '' }, edit);
    assert.deepEqual(said, [
      ...['', undefined, '2 of 42 articles.', '40 of 42 articles (2 have no valid date).'],
      'There is no field “datum”. Did you mean “date”? (At character 1: “datum”.)',
      'date = none',
    ]);
  });

  it('opens the article of a row at its place: in its file, to the side or in the fields view; and copies the path', async () => {
    const uri = String(workspaceFile('corpus/lf_41.txt'));
    const row = { content: { uri, position: { line: 0, character: 16 }, article: { index: 0 } } };
    await vscode.commands.executeCommand('article.openRow', row);
    assert.equal((await shows('corpus/lf_41.txt')).selection.active.character, 16);
    await vscode.commands.executeCommand('article.openRowToSide', row);
    await until(vscode.window.onDidChangeActiveTextEditor, () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.viewColumn === 2 && activeTextEditor.selection.active.character === 16;
    });
    await vscode.commands.executeCommand('article.openRowAsFields', row);
    await until(vscode.window.onDidChangeActiveTextEditor, () => {
      const shown = vscode.window.activeTextEditor?.document.uri;
      return shown?.scheme === 'article-fields' && shown.path.endsWith('/corpus/lf_41.txt');
    });
    await vscode.commands.executeCommand('article.copyRowPath', row);
    assert.match(await vscode.env.clipboard.readText(), /corpus.lf_41\.txt$/);
  });

  it('says that a check was stopped where a file may be missing, and not that there is none', async () => {
    await leaveOneFile();
    const messages: unknown[] = [];
    for (const command of ['nextFileWithProblems', 'fixCorpus'])
      await answering({ showInformationMessage: (message) => messages.push(message) }, async () => {
        await vscode.commands.executeCommand('article.checkCorpus');
        const done = vscode.commands.executeCommand(`article.${command}`);
        await vscode.commands.executeCommand('article.stopCheckingCorpus');
        await done;
      });
    const sentence = 'The check was stopped before all files were read. Check the corpus again.';
    assert.deepEqual(messages, [sentence, sentence]);
    await vscode.commands.executeCommand('article.checkCorpus');
  });
});
