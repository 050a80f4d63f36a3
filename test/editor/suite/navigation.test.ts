import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, openText } from './editor';

const ARTICLES = [1, 2, 3].map(
  (number) =>
    ` F-N-S-T-A-R-T. ${number} F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-0${number} D-A-T-E-E-N-D.  ` +
    `T-I-T-L-E-S-T-A-R-T. Title ${number} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Text of ${number}. T-E-X-T-E-N-D. `,
);

/** Puts a cursor before each of these texts. */
async function place(editor: vscode.TextEditor, ...texts: string[]): Promise<void> {
  await moving(() => {
    editor.selections = texts.map((text) => {
      const at = editor.document.positionAt(editor.document.getText().indexOf(text));
      return new vscode.Selection(at, at);
    });
  });
}

/** Runs something that moves the cursor, and waits until VS Code reports the move. */
async function moving(move: () => unknown): Promise<void> {
  const moved = new Promise<void>((resolve) => {
    const listener = vscode.window.onDidChangeTextEditorSelection(() => {
      listener.dispose();
      resolve();
    });
  });
  await move();
  await moved;
}

function go(command: string): Promise<void> {
  return moving(() => vscode.commands.executeCommand(command));
}

/** The text after the cursor. */
function ahead({ document, selection }: vscode.TextEditor, length: number): string {
  const start = document.offsetAt(selection.active);
  return document.getText().slice(start, start + length);
}

describe('moving in a one-line file of several articles', () => {
  afterEach(closeAll);

  it('goes to the next and the previous article', async () => {
    const editor = await openText(ARTICLES.join(''));
    assert.equal(editor.document.lineCount, 1);
    await place(editor, 'Text of 1');
    await go('article.nextArticle');
    assert.equal(ahead(editor, 16), 'F-N-S-T-A-R-T. 2');
    await go('article.nextArticle');
    assert.equal(ahead(editor, 16), 'F-N-S-T-A-R-T. 3');
    await vscode.commands.executeCommand('article.nextArticle');
    assert.equal(ahead(editor, 16), 'F-N-S-T-A-R-T. 3');
    await go('article.previousArticle');
    assert.equal(ahead(editor, 16), 'F-N-S-T-A-R-T. 2');
  });

  it('goes to the next and the previous field', async () => {
    const editor = await openText(ARTICLES.join(''));
    await place(editor, 'Title 1');
    await go('article.nextField');
    assert.equal(ahead(editor, 9), 'Text of 1');
    await go('article.nextField');
    assert.equal(ahead(editor, 5), '2 F-N');
    await go('article.previousField');
    assert.equal(ahead(editor, 9), 'Text of 1');
  });

  it('has an outline by column, which breadcrumbs follow', async () => {
    const { document } = await openText(ARTICLES.join(''));
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const at = document.positionAt(document.getText().indexOf('2024-04-02'));
    const path: string[] = [];
    for (let level = symbols; level.length > 0; ) {
      const holding = level.find(({ range }) => range.contains(at));
      if (holding) path.push(holding.name);
      level = holding?.children ?? [];
    }
    assert.deepEqual(path, ['2 · Title 2', 'DATE']);
  });
});

describe('copying', () => {
  afterEach(closeAll);

  async function copied(command: string): Promise<string> {
    await vscode.commands.executeCommand(command);
    return vscode.env.clipboard.readText();
  }

  it('copies title, text and citation line of the article at the cursor', async () => {
    const editor = await openArticle('seed.txt');
    await place(editor, 'pressure');
    const title = 'Can US pressure deliver Israel-Hamas truce in Gaza?';
    assert.equal(await copied('article.copyTitle'), title);
    assert.equal(await copied('article.copyCitation'), `1986, 2024-04-09, ${title}`);
    const [, text] = editor.document.getText().split(/T-E-X-T-S-T-A-R-T\. | T-E-X-T-E-N-D\./);
    assert.equal(await copied('article.copyText'), text);
  });

  it('copies from the articles of all cursors, joined by line ends', async () => {
    const editor = await openText(ARTICLES.join(''));
    await place(editor, 'Text of 3', 'Title 1');
    assert.equal(await copied('article.copyTitle'), 'Title 1\nTitle 3');
    assert.equal(await copied('article.copyText'), 'Text of 1.\nText of 3.');
  });

  it('keeps the clipboard when there is nothing to copy', async () => {
    await openText(' F-N-S-T-A-R-T. 1 F-N-E-N-D. ');
    await vscode.env.clipboard.writeText('kept');
    assert.equal(await copied('article.copyTitle'), 'kept');
  });
});

describe('a file with more articles than VS Code folds', () => {
  afterEach(closeAll);

  it('shows all of them in the outline, without fields, and folds articles rather than fields', async () => {
    const { document } = await openText((ARTICLES[0] as string).replaceAll('. ', '.\n').repeat(5001));
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.lengthOf(symbols, 5001);
    assert.isTrue(symbols.every(({ children }) => children.length === 0));
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.lengthOf(folds, 5000);
    assert.isTrue(folds.every(({ kind }) => kind === vscode.FoldingRangeKind.Region));
  });
});
