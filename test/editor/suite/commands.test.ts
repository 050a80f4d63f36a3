/** Each command does its work as soon as it can, or says why it cannot. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openArticle, openText, problems, replace, until, workspaceFile } from './editor';
import { answering } from './person';
import { replaced } from './replaced';
import { startLate, withoutServer } from './slowServer';

const { commands, window, workspace } = vscode;
const RESTART = 'article.restartServer';

/** Commands for the article in the active editor. */
const ABOUT_ARTICLE = [
  ...['fixAll', 'newArticleAfter', 'wrap', 'copyTitle', 'copyText', 'copyCitation', 'exportFile'],
  ...['nextArticle', 'previousArticle', 'nextField', 'previousField', 'revealInCorpus'],
].map((name) => `article.${name}`);

/** The messages that a command shows, in boxes and in the status bar. */
async function messagesOf(command: string, ...given: unknown[]): Promise<string> {
  const messages: string[] = [];
  const collect = (message: unknown) => {
    messages.push(String(message));
  };
  const collectShort = (message: unknown) => {
    assert.isAtMost(String(message).length, 75, 'VS Code would cut this message off.');
    collect(message);
  };
  const restore = replaced(window, 'setStatusBarMessage', collect);
  try {
    await answering(
      { showInformationMessage: collectShort, showWarningMessage: collect, showErrorMessage: collect },
      () => commands.executeCommand(command, ...given),
    );
  } finally {
    restore();
  }
  // The tests restart servers.
  return messages.filter((message) => command === RESTART || !message.endsWith('has been restarted.')).join('\n');
}

/** Calls `run`, and calls `then` when it shows that it is waiting. */
async function whileWaiting(run: () => Thenable<unknown>, then: () => void): Promise<void> {
  const { withProgress } = window;
  const restore = replaced(window, 'withProgress', (...given: Parameters<typeof withProgress>) => {
    then();
    return withProgress(...given);
  });
  try {
    await run();
  } finally {
    restore();
  }
}

/** A proxy of an object; `set` is called for each member that is set. */
function observed<T extends object>(object: T, set: (member: string | symbol, value: unknown) => void): T {
  return new Proxy(object, {
    get(own, member) {
      const value = Reflect.get(own, member);
      return typeof value === 'function' ? value.bind(own) : value;
    },
    set(own, member, value) {
      const isSet = Reflect.set(own, member, value);
      set(member, value);
      return isSet;
    },
  });
}

describe('a command', () => {
  let original: string;
  let damaged: string;

  before(async () => {
    original = new TextDecoder().decode(await workspace.fs.readFile(workspaceFile('seed.txt')));
    damaged = original
      .replace('T-I-T-L-E-E-N-D.', 'T-I-T-L-E-E-N-D')
      .replace('T-E-X-T-S-T-A-R-T.', 'T-E-X-T-S-T-A-R-T');
    await workspace.fs.writeFile(workspaceFile('damaged.txt'), new TextEncoder().encode(damaged));
    await workspace
      .getConfiguration('article')
      .update('corpus.check', 'workspace', vscode.ConfigurationTarget.Workspace);
    await workspace
      .getConfiguration('article')
      .update('corpus.include', ['corpus/**/*.txt', 'seed.txt'], vscode.ConfigurationTarget.Workspace);
  });
  after(async () => {
    await workspace.fs.delete(workspaceFile('damaged.txt'));
    await workspace
      .getConfiguration('article')
      .update('corpus.check', 'openFiles', vscode.ConfigurationTarget.Workspace);
    await workspace
      .getConfiguration('article')
      .update('corpus.include', undefined, vscode.ConfigurationTarget.Workspace);
  });
  afterEach(closeAll);

  describe('that runs as soon as the file is shown', () => {
    it('fixes all safe problems in one undo step', async () => {
      const editor = await window.showTextDocument(workspaceFile('damaged.txt'));
      await commands.executeCommand('article.fixAll');
      assert.equal(editor.document.getText(), original);
      await commands.executeCommand('undo');
      await until(workspace.onDidChangeTextDocument, () => editor.document.getText() === damaged);
      await problems(editor.document, ['misspelled-marker', 'misspelled-marker']);
    });

    it('waits until the language is known, however long that takes', async () => {
      const { setTextDocumentLanguage } = vscode.languages;
      let detect = () => {};
      const known = new Promise<void>((resolve) => {
        detect = resolve;
      });
      const restore = replaced(
        vscode.languages,
        'setTextDocumentLanguage',
        async (...given: [vscode.TextDocument, string]) => {
          await known;
          return setTextDocumentLanguage(...given);
        },
      );
      const editor = await window.showTextDocument(workspaceFile('damaged.txt'));
      restore();
      await whileWaiting(
        () => commands.executeCommand('article.fixAll'),
        () => {
          assert.equal(editor.document.languageId, 'plaintext');
          detect();
        },
      );
      assert.equal(editor.document.getText(), original);
    });

    it('copies, and goes to the next field', async () => {
      const editor = await window.showTextDocument(workspaceFile('seed.txt'));
      await vscode.env.clipboard.writeText('');
      await commands.executeCommand('article.copyTitle');
      assert.match(await vscode.env.clipboard.readText(), /^Can US pressure/);
      await commands.executeCommand('article.nextField');
      await until(window.onDidChangeTextEditorSelection, () => editor.selection.active.character > 0);
    });

    it('adds an article', async () => {
      const editor = await window.showTextDocument(workspaceFile('seed.txt'));
      await commands.executeCommand('article.newArticleAfter');
      assert.lengthOf(editor.document.getText().match(/F-N-S-T-A-R-T\./g) ?? [], 2);
    });
  });

  it('waits until the server has started', () =>
    startLate(async (gate) => {
      const { document } = await window.showTextDocument(workspaceFile('damaged.txt'));
      await whileWaiting(
        () => commands.executeCommand('article.fixAll'),
        () => gate.release(),
      );
      assert.equal(document.getText(), original);
    }));

  it('can be cancelled while it waits, without a message', () =>
    startLate(async () => {
      const { document } = await window.showTextDocument(workspaceFile('damaged.txt'));
      const restore = replaced(window, 'withProgress', (_: unknown, task: (...given: unknown[]) => unknown) =>
        task({}, { onCancellationRequested: (cancel: () => void) => cancel() }),
      );
      const message = await messagesOf('article.fixAll');
      restore();
      assert.equal(message, '');
      assert.equal(document.getText(), damaged);
    }));

  it('gives up when the server has not answered for a minute', () =>
    startLate(async () => {
      await openArticle('damaged.txt');
      const { setTimeout } = globalThis;
      const restore = replaced(globalThis, 'setTimeout', (run: () => void, milliseconds: number) =>
        setTimeout(run, milliseconds === 60_000 ? 0 : milliseconds),
      );
      const message = await messagesOf('article.fixAll');
      restore();
      assert.equal(message, 'The article language server has not answered for a minute. Restart it, then try again.');
    }));

  it('works on the current text when the text has changed since the request', () =>
    startLate(async (gate) => {
      gate.release();
      const editor = await openArticle('damaged.txt');
      await problems(editor.document, ['misspelled-marker', 'misspelled-marker']);
      gate.hold();
      await whileWaiting(
        () => commands.executeCommand('article.fixAll'),
        () => {
          // On the same line before the damaged markers, so that these move.
          replace(editor, 'Can US', 'How can US').then(() => gate.release());
        },
      );
      const mended = original.replace('Can US', 'How can US');
      await until(workspace.onDidChangeTextDocument, () => editor.document.getText() === mended);
    }));

  it('reports that the editor was closed meanwhile, and writes nothing', () =>
    startLate(async (gate) => {
      gate.release();
      const { document } = await openArticle('seed.txt');
      gate.hold();
      let message = '';
      await whileWaiting(
        async () => {
          message = await messagesOf('article.newArticleAfter');
        },
        () => {
          commands.executeCommand('workbench.action.closeActiveEditor').then(() => gate.release());
        },
      );
      assert.match(message, /was closed in the meantime/);
      assert.isFalse(document.isDirty);
    }));

  it('reports that there is nothing to do', async () => {
    const editor = await openText(' F-N-S-T-A-R-T. 1 F-N-E-N-D. ');
    assert.equal(await messagesOf('article.fixAll'), 'There is nothing to fix safely in this file.');
    assert.equal(await messagesOf('article.copyTitle'), 'There is no title to copy here.');
    assert.equal(await messagesOf('article.nextArticle'), 'There is no next article.');
    assert.equal(await messagesOf('article.openAsFile'), 'This is the file itself, not its fields view.');
    assert.equal(editor.document.getText(), ' F-N-S-T-A-R-T. 1 F-N-E-N-D. ');
  });

  it('reports that a file cannot be edited', async () => {
    const mixed = workspaceFile('mixed-lines.txt');
    await workspace.fs.writeFile(mixed, new TextEncoder().encode(`${damaged}\r\n\n`));
    await commands.executeCommand('article.openAsFields', mixed);
    const { document } = window.activeTextEditor as vscode.TextEditor;
    for (const command of ['fixAll', 'newArticleAfter', 'wrap']) {
      assert.equal(
        await messagesOf(`article.${command}`),
        'Nothing was changed: this file cannot be edited here.',
        command,
      );
    }
    assert.isFalse(document.isDirty);
    await closeAll();
    await workspace.fs.delete(mixed);
  });

  for (const command of ABOUT_ARTICLE) {
    it(`reports that a file is not an article (${command})`, async () => {
      await window.showTextDocument(workspaceFile('notes.txt'));
      assert.match(await messagesOf(command), /^This file was not recognised as an article\./);
    });

    it(`reports that no article is open (${command})`, async () => {
      await until(window.onDidChangeActiveTextEditor, () => window.activeTextEditor === undefined);
      assert.equal(await messagesOf(command), 'No article is open in the editor. Open one first.');
    });
  }

  for (const command of ['article.openAsFields', 'article.openAsFile']) {
    it(`reports that no file is open (${command})`, async () => {
      assert.equal(await messagesOf(command), 'No file is open in the editor. Open one first.');
    });
  }

  for (const command of ['openRow', 'openRowToSide', 'openRowAsFields', 'copyRowPath', 'fixRow', 'showMoreRows']) {
    it(`reports that no row is selected (article.${command})`, async () => {
      assert.match(
        await messagesOf(`article.${command}`),
        /^Select a (row such as “… 500 more”|file or an article) in the corpus view first\.$/,
      );
    });
  }

  it('reports each time that the server is not running', () =>
    withoutServer(async () => {
      await openArticle('seed.txt');
      const needing = [
        ...ABOUT_ARTICLE.filter((command) => command !== 'article.exportFile'),
        ...[
          'newArticle',
          'openAsFields',
          'fixCorpus',
          'exportCorpus',
          'exportFile',
          'importArticles',
          'checkCorpus',
          'stopCheckingCorpus',
        ].map((name) => `article.${name}`),
        ...['findArticle', 'nextFileWithProblems'].map((name) => `article.${name}`),
      ];
      const { document } = window.activeTextEditor as vscode.TextEditor;
      const before = document.getText();
      for (const command of needing) {
        assert.equal(
          await messagesOf(command),
          'The article language server is not running. Restart it, then try again.',
          command,
        );
        assert.equal(window.activeTextEditor?.document, document, command);
      }
      assert.equal(document.getText(), before);
    }));

  it('works again when the server has been restarted', async () => {
    const editor = await openArticle('damaged.txt');
    assert.equal(await messagesOf(RESTART), 'The article language server has been restarted.');
    await commands.executeCommand('article.fixAll');
    assert.equal(editor.document.getText(), original);
  });

  it('waits until all files have been read before it goes to the next file with problems', () =>
    startLate(async (gate) => {
      await openArticle('corpus/lf_3.txt');
      gate.release();
      assert.equal(await messagesOf('article.nextFileWithProblems'), '');
      await until(window.onDidChangeActiveTextEditor, () =>
        window.activeTextEditor?.document.uri.path.endsWith('/corpus/lf_41.txt'),
      );
    }));

  it('finds articles that are read after it has started, and does not report too early that there are none', () =>
    startLate(async (gate) => {
      const { createQuickPick } = window;
      const shown: string[] = [];
      const somethingShown = new vscode.EventEmitter<void>();
      const restore = replaced(window, 'createQuickPick', () =>
        observed(createQuickPick(), (member, value) => {
          if (member !== 'items') return;
          shown.push(...(value as vscode.QuickPickItem[]).map(({ label }) => label));
          somethingShown.fire();
        }),
      );
      const finding = commands.executeCommand('article.findArticle');
      gate.release();
      await until(somethingShown.event, () => shown.some((label) => label.startsWith('41 · ')));
      restore();
      await finding;
      await commands.executeCommand('workbench.action.closeQuickOpen');
      assert.notInclude(shown, 'No article of the corpus matches all of this.');
    }));

  it('reports that there is no corpus when only open files are checked', async () => {
    const settings = workspace.getConfiguration('article');
    await openArticle('seed.txt');
    await settings.update('corpus.check', 'openFiles', vscode.ConfigurationTarget.Workspace);
    for (const command of ['findArticle', 'nextFileWithProblems', 'revealInCorpus', 'checkCorpus']) {
      const message = 'Only open files are checked. Change the setting article.corpus.check.';
      assert.equal(await messagesOf(`article.${command}`), message, command);
    }
    await settings.update('corpus.check', 'workspace', vscode.ConfigurationTarget.Workspace);
  });
});
