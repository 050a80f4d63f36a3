import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeOf, languageOf, openArticle, problems, replace, until, workspaceFile } from './editor';

/** The problems of the files in `corpus/`: codes by path. */
function inCorpus(): Record<string, readonly unknown[]> {
  const folder = `${workspaceFile('corpus').path}/`;
  const found = vscode.languages
    .getDiagnostics()
    .filter(([uri, diagnostics]) => uri.path.startsWith(folder) && diagnostics.length > 0)
    .map(([uri, diagnostics]) => [uri.path.slice(folder.length), diagnostics.map(codeOf)]);
  return Object.fromEntries(found);
}

function untilInCorpus(expected: Record<string, readonly unknown[]>): Promise<unknown> {
  const sorted = (problems: object) => JSON.stringify(Object.entries(problems).sort());
  return until(vscode.languages.onDidChangeDiagnostics, () => sorted(inCorpus()) === sorted(expected));
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('article').update(name, value, vscode.ConfigurationTarget.Workspace);
}

describe('corpus', () => {
  const damaged = { 'lf_41.txt': ['invalid-date'], 'sub/lf_42.txt': ['invalid-date'] };

  before(async () => {
    await openArticle('seed.txt');
    await set('corpus.include', ['corpus/**/*.txt']);
    await set('corpus.check', 'workspace');
    await untilInCorpus(damaged);
  });

  afterEach(closeAll);

  after(async () => {
    await set('corpus.check', 'openFiles');
    await untilInCorpus({});
    await set('corpus.include', undefined);
  });

  it('keeps the number of problems constant while a damaged file is opened, detected, edited and closed', async () => {
    const uri = workspaceFile('corpus/lf_41.txt');
    const counts: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      counts.push(vscode.languages.getDiagnostics(uri).length);
    });
    // Opens it like a click does: VS Code keeps a document that an extension has opened for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    await languageOf(editor.document, 'article');
    await replace(editor, 'Week 41', 'Weeks 41');
    await problems(editor.document, ['invalid-date']);
    await vscode.commands.executeCommand('undo');
    await problems(editor.document, ['invalid-date']);
    const closed = until(vscode.workspace.onDidCloseTextDocument, () => editor.document.isClosed);
    await closeAll();
    await closed;
    await untilInCorpus(damaged);
    listener.dispose();
    assert.deepEqual(
      [...new Set(counts)].filter((count) => count !== 1),
      [],
      counts.join(),
    );
  });

  it('reports in both files that their articles have the same number, as soon as it is typed', async () => {
    const editor = await openArticle('corpus/lf_7.txt');
    await replace(editor, ' 7 ', ' 8 ');
    await untilInCorpus({
      ...damaged,
      'lf_7.txt': ['duplicate-number', 'file-name-mismatch'],
      'lf_8.txt': ['duplicate-number'],
    });
    const [twin] = vscode.languages.getDiagnostics(workspaceFile('corpus/lf_8.txt'));
    assert.equal(String(twin?.relatedInformation?.[0]?.location.uri), String(workspaceFile('corpus/lf_7.txt')));
    await vscode.commands.executeCommand('undo');
    await untilInCorpus(damaged);
  });

  it('follows files that other programs write and delete', async () => {
    const uri = workspaceFile('corpus/late.txt');
    const seed = await vscode.workspace.fs.readFile(workspaceFile('corpus/lf_41.txt'));
    const text = new TextDecoder().decode(seed).replace(' 41 ', ' 43 ').replace('Week 41', 'Week 43');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await untilInCorpus({ 'late.txt': ['invalid-date'], ...damaged });
    await vscode.workspace.fs.delete(uri);
    await untilInCorpus(damaged);
  });

  it('finds an article by the words of its title and its number', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'gaza 41',
    );
    assert.deepEqual(
      found.map(({ location }) => String(location.uri)),
      [String(workspaceFile('corpus/lf_41.txt'))],
    );
  });
});
