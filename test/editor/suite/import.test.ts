/** The command that makes articles of a table. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { bytes, closeAll, openArticle, workspaceFile } from './editor';
import { answering } from './person';

const TABLE = 'scraped.csv';
const ROWS = [
  'id;date_publish;headline;body',
  '901;09/04/2024;A truce;"Talks go on.\r\nNobody knows."',
  '902;10/04/2024;Café;Fine.',
  '903;;A;B.',
];

describe('importing articles', () => {
  before(async () => {
    await openArticle('seed.txt');
    await vscode.workspace.fs.createDirectory(workspaceFile('imported'));
  });

  beforeEach(() =>
    vscode.workspace.fs.writeFile(workspaceFile(TABLE), new TextEncoder().encode(`\ufeff${ROWS.join('\r\n')}\r\n`)),
  );

  after(async () => {
    await closeAll();
    for (const name of [TABLE, 'imported'])
      await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true }).then(undefined, () => {});
  });

  /** Imports the table, with these choices in the list of columns, and returns the message that is shown. */
  async function importTable(
    choose: (items: readonly vscode.QuickPickItem[], round: number) => unknown,
  ): Promise<string> {
    let shown = '';
    let round = 0;
    const collect = (message: unknown) => {
      shown = String(message);
    };
    const targets = [workspaceFile(TABLE), workspaceFile('imported')];
    const answers = { showInformationMessage: collect, showWarningMessage: collect, showErrorMessage: collect };
    await answering(
      {
        ...answers,
        showOpenDialog: () => [targets.shift()],
        showQuickPick: (items) => choose(items as readonly vscode.QuickPickItem[], round++),
        showInputBox: () => 'DD/MM/YYYY',
      },
      () => vscode.commands.executeCommand('article.importArticles'),
    );
    return shown;
  }

  const labelled = (items: readonly vscode.QuickPickItem[], label: string) =>
    items.find((item) => item.label.endsWith(label));

  it('shows the columns and the first rows, writes an article for each row, and says what is left out', async () => {
    let title: vscode.QuickPickItem | undefined;
    const message = await importTable((items, round) => {
      if (round === 0) {
        title = labelled(items, ' title');
        assert.isUndefined(labelled(items, 'Import 2 articles'));
        return labelled(items, ' form of the dates');
      }
      return labelled(items, 'Import 2 articles');
    });
    assert.include(title, { description: 'from headline', detail: 'A truce  ·  Café  ·  A' });
    assert.equal(message, 'Imported 2 articles from scraped.csv into imported. 1 row left out.');
    const written = await bytes('imported/article_901.txt');
    assert.equal(
      written,
      ' F-N-S-T-A-R-T. 901 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-04-09 D-A-T-E-E-N-D.  T-I-T-L-E-S-T-A-R-T. A truce T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. Talks go on. Nobody knows. T-E-X-T-E-N-D. ',
    );
    assert.include(await bytes('imported/article_902.txt'), ' Café ');
  });

  it('never writes over a file', async () => {
    await vscode.workspace.fs.writeFile(workspaceFile('imported/article_902.txt'), new TextEncoder().encode('mine'));
    await vscode.workspace.fs.delete(workspaceFile('imported/article_901.txt'));
    const message = await importTable((items, round) =>
      round === 0 ? labelled(items, ' form of the dates') : labelled(items, 'Import 2 articles'),
    );
    assert.equal(message, 'Imported 1 article from scraped.csv into imported. 1 row left out. 1 file not written.');
    assert.equal(await bytes('imported/article_902.txt'), 'mine');
  });
});
