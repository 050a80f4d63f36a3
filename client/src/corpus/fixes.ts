/** The commands that fix all files of the corpus, or one of them, and restore those on disk. The server reads and writes the files. */
import * as vscode from 'vscode';
import {
  FIX_FILES,
  FIX_RUNS,
  type FixableFile,
  type FixFilesParams,
  type FixRun,
  type FixRunsParams,
  type LeftFile,
  PREVIEW_FIXES,
  type PreviewFixesAnswer,
  type PreviewFixesParams,
  RESTORE_FILES,
  type RestoreFilesParams,
  type WrittenFiles,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import type { LanguageServer } from '../connection/languageClient';
import { askAtLength } from '../connection/longRequests';
import { openDocuments, unsavedDocuments } from '../openDocuments';
import { count } from '../wording';
import { FixPreview } from './fixPreview';

/** How many files are listed one by one; the others share one row. */
const MOST_LISTED = 300;
/** How many files the preview shows: VS Code loads all of them at once. */
const MOST_SHOWN = 100;

export function offerCorpusFixes(context: vscode.ExtensionContext, commands: Commands, server: LanguageServer): void {
  const fixes = new CorpusFixes(context, server);
  commands.registerCommand('article.fixCorpus', (only?: string) => fixes.fix(only));
  commands.registerCommand('article.restoreCorpus', () => fixes.restore());
}

interface FileItem extends vscode.QuickPickItem {
  readonly files: readonly FixableFile[];
}

class CorpusFixes {
  private readonly preview: FixPreview;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: LanguageServer,
  ) {
    this.preview = new FixPreview(server);
    this.preview.register(context);
  }

  /**
   * Shows what would change, lets a person choose and confirm, and only then starts writing. `only` is the URI of one file, or of
   * its fields view; without it, all files are fixed.
   */
  async fix(only: string | undefined): Promise<void> {
    const found = await askAtLength<PreviewFixesParams, PreviewFixesAnswer>(
      this.server,
      'Looking for safe fixes',
      PREVIEW_FIXES,
      { open: openDocuments(), ...(only !== undefined && { only }) },
    );
    if (found.isCancelled) return;
    const { files, left, writesClosed } = found.answer;
    const onlyOpen = writesClosed ? '' : ' Only open files can be fixed here.';
    if (files.length === 0) {
      const where = only === undefined ? '' : ' in this file';
      await this.report(`There is nothing to fix safely${where}.${onlyOpen}`, left);
      return;
    }
    const problems = files.reduce((sum, file) => sum + file.problems, 0);
    const title = `Safe Fixes: ${count(problems, 'problem')} in ${count(files.length, 'file')}.${onlyOpen}`;
    await this.preview.show(files.slice(0, MOST_SHOWN).map(uriOf));
    const chosen = await choose(title, files);
    if (chosen.length > 0 && (await confirm(chosen))) await this.apply(chosen, left);
  }

  /** `unseen` are the files that could not be checked. They are reported at the end, with those that could not be written. */
  private async apply(files: readonly FixableFile[], unseen: readonly LeftFile[]): Promise<void> {
    const copies = this.copies();
    const done = await askAtLength<FixFilesParams, WrittenFiles>(this.server, 'Fixing the corpus', FIX_FILES, {
      files,
      open: openDocuments(),
      ...(copies !== undefined && { copies }),
    });
    await this.preview.close();
    const { written, left } = done.answer;
    const rest = done.isCancelled
      ? ` You stopped it before ${files.length - written.length - left.length} others.`
      : '';
    await this.report(`Fixed ${count(written.length, 'file')}.${rest}`, [...unseen, ...left]);
  }

  /** Restores the bytes of the files of a run. */
  async restore(): Promise<void> {
    const copies = this.copies();
    const run = await this.chooseRun(copies);
    if (copies === undefined || !run) return;
    const done = await askAtLength<RestoreFilesParams, WrittenFiles>(this.server, 'Restoring files', RESTORE_FILES, {
      ...{ copies, run: run.name, unsaved: unsavedDocuments() },
    });
    await this.report(`Restored ${count(done.answer.written.length, 'file')}.`, done.answer.left);
  }

  private async chooseRun(copies: string | undefined): Promise<FixRun | undefined> {
    const runs = copies === undefined ? [] : await this.runs(copies);
    if (runs.length === 0) {
      await vscode.window.showInformationMessage(
        'There is nothing to restore: no closed files were fixed in this workspace.',
      );
      return undefined;
    }
    const items = runs.map((run) => ({
      label: new Date(run.time).toLocaleString(),
      description: count(run.files, 'file'),
      run,
    }));
    const placeHolder = 'Restores the bytes from before the fixes, in files that have not changed since';
    const chosen = await vscode.window.showQuickPick(items, { title: 'Restore Files Fixed in Corpus', placeHolder });
    return chosen?.run;
  }

  private runs(copies: string): Promise<readonly FixRun[]> {
    const { token } = new vscode.CancellationTokenSource();
    return this.server.answer<FixRunsParams, readonly FixRun[]>(FIX_RUNS, { copies }, token);
  }

  /** The folder for copies. Only Node's host keeps copies; the web host's storage is not a folder on a disk. */
  private copies(): string | undefined {
    const { storageUri } = this.context;
    return storageUri?.scheme === 'file' ? String(vscode.Uri.joinPath(storageUri, 'copies')) : undefined;
  }

  /** Shows the result. The output names the files that were not changed. */
  private async report(message: string, left: readonly LeftFile[]): Promise<void> {
    if (left.length === 0) {
      await vscode.window.showInformationMessage(message);
      return;
    }
    for (const { uri, reason } of left) {
      this.server.output.info(`${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))} was not changed. ${reason}`);
    }
    const details = 'Show Which and Why';
    const text = `${message} ${count(left.length, 'file')} ${left.length === 1 ? 'was' : 'were'} not changed.`;
    if ((await vscode.window.showWarningMessage(text, details)) === details) this.server.output.show();
  }
}

/** Lets a person deselect files; all are selected at first. The list stays open while the person reads the differences. */
async function choose(title: string, files: readonly FixableFile[]): Promise<readonly FixableFile[]> {
  const items: FileItem[] = files.slice(0, MOST_LISTED).map((file) => ({
    label: vscode.workspace.asRelativePath(uriOf(file)),
    description: count(file.problems, 'problem') + (file.isOpen ? ', open in the editor' : ''),
    picked: true,
    files: [file],
  }));
  const others = files.slice(MOST_LISTED);
  if (others.length > 0) items.push({ label: `${count(others.length, 'more file')}`, picked: true, files: others });
  const chosen = await vscode.window.showQuickPick(items, {
    ...{ title, canPickMany: true as const, ignoreFocusOut: true, matchOnDescription: true },
    placeHolder: 'Files to fix. You must confirm once more before anything is written.',
  });
  return (chosen ?? []).flatMap((item) => item.files);
}

async function confirm(files: readonly FixableFile[]): Promise<boolean> {
  const open = files.filter(({ isOpen }) => isOpen).length;
  const closed = files.length - open;
  const detail = [
    closed > 0 && `${count(closed, 'file')} on disk will be written. “Restore Files Fixed in Corpus” takes that back.`,
    open > 0 && `${count(open, 'open file')} will be changed in the editor but not saved.`,
  ];
  const apply = 'Apply';
  const options = { modal: true, detail: detail.filter(Boolean).join('\n') };
  return (await vscode.window.showWarningMessage(`Fix ${count(files.length, 'file')}?`, options, apply)) === apply;
}

function uriOf({ uri }: FixableFile): vscode.Uri {
  return vscode.Uri.parse(uri, true);
}
