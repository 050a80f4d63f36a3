/** Kills the language server’s process while somebody types. Only the Node host has such a process. */
import childProcess, { type ChildProcess } from 'node:child_process';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { parse } from '../../../server/src/core/parse/parser';
import { check } from '../../../server/src/core/rules';
import { closeAll, codeOf, openArticle, until } from './editor';
import { replaced } from './replaced';

/** How often the server is killed; docs/ROBUSTNESS.md shows a longer run. */
const KILLS = Number(process.env.ARTICLE_KILLS || 4);

const forked: ChildProcess[] = [];
const someForked = new vscode.EventEmitter<void>();
const messages: string[] = [];
const someMessage = new vscode.EventEmitter<void>();

describe('a language server that is killed', () => {
  const { fork } = childProcess;
  const putBack: (() => void)[] = [];

  before(async () => {
    putBack.push(
      replaced(childProcess, 'fork', (...parameters: Parameters<typeof fork>) => {
        const child = fork(...parameters);
        forked.push(child);
        someForked.fire();
        return child;
      }),
    );
    putBack.push(
      replaced(vscode.window, 'showErrorMessage', async (message: string, ...choices: string[]) => {
        messages.push(message);
        someMessage.fire();
        return choices.find((choice) => choice === 'Restart');
      }),
    );
    await vscode.commands.executeCommand('article.restartServer');
  });
  after(() => {
    for (const restore of putBack) restore();
  });
  afterEach(closeAll);

  it(`finds the same as a fresh one after each of ${KILLS} kills, and no edit is lost`, async function () {
    this.timeout(30_000 + KILLS * 5_000);
    const editor = await openArticle('several-articles.txt');
    let text = editor.document.getText();
    for (let kill = 0; kill < KILLS; kill++) {
      const fatal = Math.floor(Math.random() * 5);
      for (let typed = 0; typed < 5; typed++) {
        const at = Math.floor(Math.random() * text.length);
        const letter = typed % 2 ? 'x' : '';
        await editor.edit((edit) => edit.replace(spanOf(editor.document, at, 1), letter));
        text = text.slice(0, at) + letter + text.slice(at + 1);
        if (typed === fatal) killServer();
      }
      await sameProblems(editor.document);
      assert.equal(editor.document.getText(), text);
    }
  });

  it('still answers a command, as soon as the next server has started', async () => {
    const editor = await openArticle('seed.txt');
    const original = editor.document.getText();
    for (let kill = 0; kill < KILLS; kill++) {
      await editor.edit((edit) => edit.delete(spanOf(editor.document, original.indexOf('E-N-D.') + 5, 1)));
      const fixing = vscode.commands.executeCommand('article.fixAll');
      killServer();
      await fixing;
      await until(vscode.workspace.onDidChangeTextDocument, () => editor.document.getText() === original);
    }
  });

  it('is not restarted when it keeps ending; one message offers to restart it', async () => {
    const editor = await openArticle('seed.txt');
    await editor.edit((edit) =>
      edit.replace(spanOf(editor.document, editor.document.getText().indexOf('2024'), 1), 'x'),
    );
    await sameProblems(editor.document);
    messages.length = 0;
    const killing = someForked.event(killServer);
    const shown = until(someMessage.event, () => messages.length > 0);
    killServer();
    await shown;
    killing.dispose();
    await sameProblems(editor.document);
    assert.deepEqual(messages, [
      'The article language server keeps stopping and was not restarted. Your text is safe.',
    ]);
  });
});

function killServer(): void {
  forked.at(-1)?.kill('SIGKILL');
}

function spanOf(document: vscode.TextDocument, at: number, length: number): vscode.Range {
  return new vscode.Range(document.positionAt(at), document.positionAt(at + length));
}

/** Waits until VS Code shows the findings of a fresh check of the document. */
async function sameProblems(document: vscode.TextDocument): Promise<void> {
  const expected = expectedProblems(document);
  await until(vscode.languages.onDidChangeDiagnostics, () => {
    const shown = vscode.languages.getDiagnostics(document.uri);
    const found = shown.map((diagnostic) => problem(document, diagnostic.range.start, codeOf(diagnostic)));
    return found.sort().join('\n') === expected;
  });
}

function expectedProblems(document: vscode.TextDocument): string {
  const { articles, starts } = parse(document.getText());
  const today = new Date().toLocaleDateString('sv-SE');
  const found = articles.flatMap((article, index) =>
    check(article, { today, additionalFields: [] }).map(({ span, code }) =>
      problem(document, document.positionAt((starts[index] as number) + span.start), code),
    ),
  );
  return found.sort().join('\n');
}

function problem(document: vscode.TextDocument, start: vscode.Position, code: string | number | undefined): string {
  return `${document.offsetAt(start)} ${code}`;
}
