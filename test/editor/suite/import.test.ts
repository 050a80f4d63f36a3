/** The command that makes articles of a table. */
import { assert } from 'chai';
import { parquetWriteBuffer } from 'hyparquet-writer';
import * as vscode from 'vscode';
import { bytes, closeAll, openArticle, workspaceFile } from './editor';
import { answering } from './person';

const TABLE = 'scraped.csv';
const PARQUET = 'scraped.parquet';
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

  beforeEach(() => write(TABLE, `\ufeff${ROWS.join('\r\n')}\r\n`));

  after(async () => {
    await closeAll();
    for (const name of [TABLE, PARQUET, 'imported'])
      await vscode.workspace.fs.delete(workspaceFile(name), { recursive: true }).then(undefined, () => {});
  });

  const write = (name: string, content: string | Uint8Array) =>
    vscode.workspace.fs.writeFile(
      workspaceFile(name),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );

  /** Imports a table, with these choices in the lists, and returns the messages that are shown. */
  async function importTable(
    choose: (items: readonly vscode.QuickPickItem[], round: number) => unknown,
    { table = TABLE, dateForms = ['DD/MM/YYYY'] } = {},
  ): Promise<string> {
    let shown = '';
    let round = 0;
    const collect = (message: unknown) => {
      shown += String(message);
    };
    const forms = [...dateForms];
    const targets = [workspaceFile(table), workspaceFile('imported')];
    const answers = { showInformationMessage: collect, showWarningMessage: collect, showErrorMessage: collect };
    await answering(
      {
        ...answers,
        showOpenDialog: () => [targets.shift()],
        showQuickPick: (items) => choose(items as readonly vscode.QuickPickItem[], round++),
        showInputBox: () => forms.shift(),
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

  it('lets a person change the separator, choose a user-defined field, and correct a form of dates that has no meaning', async () => {
    const settings = vscode.workspace.getConfiguration('article', workspaceFile(TABLE));
    await settings.update('additionalFields', ['B-Y-L-I-N-E'], vscode.ConfigurationTarget.Workspace);
    await write(TABLE, 'id,x;y,z;day;title;text;by\n904,x;y,z;9 de março de 2024;A;B.;N. N.\n');
    const seen: (string | undefined)[] = [];
    const message = await importTable(
      (items, round) => {
        if (round === 0) seen.push(labelled(items, ' separator of the columns')?.description);
        const steps = [' separator of the columns', 'commas', ' separator of the columns', 'semicolons'];
        steps.push(' number', 'number the rows', ' byline', 'by', ' form of the dates', ' form of the dates');
        if (round < steps.length) return labelled(items, steps[round] as string);
        return labelled(items, 'Import 1 article');
      },
      { dateForms: ['D of MMMM yyyy', 'D de MMMM de YYYY'] },
    );
    await settings.update('additionalFields', undefined, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(seen, ['semicolons; the first line also has commas']);
    assert.match(
      message,
      /^scraped\.csv cannot be read like this\. In the form D of MMMM yyyy, y has no meaning\. .*Imported 1 article from/,
    );
    assert.include(await bytes('imported/article_1.txt'), ' B-Y-L-I-N-E-S-T-A-R-T. N. N. B-Y-L-I-N-E-E-N-D. ');
  });

  it('reads Parquet', async () => {
    const columnData = [
      { name: 'id', data: [905n, 906n], type: 'INT64' as const },
      { name: 'date', data: ['2024-04-09', '2024-04-10'] },
      { name: 'title', data: ['A truce', 'Café'] },
      { name: 'text', data: ['Talks go on.', 'Fine.'] },
    ];
    await write(PARQUET, new Uint8Array(parquetWriteBuffer({ columnData })));
    for (const said of ['Imported 2 articles from scraped.parquet into imported.', '2 files already there.'])
      assert.include(await importTable((items) => labelled(items, 'Import 2 articles'), { table: PARQUET }), said);
    assert.include(await bytes('imported/article_906.txt'), ' 906 ');
    assert.include(await bytes('imported/article_906.txt'), ' Café ');
  });
});
