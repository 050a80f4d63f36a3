/** The commands that fix all files of the corpus, or one of them, and restore those on disk. The server reads and writes the files. */
import * as vscode from 'vscode';
import { counted, plural } from '../../../server/src/core/language';
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
  stoppedCheck,
  type WrittenFiles,
} from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import type { LanguageServer } from '../connection/languageClient';
import { askAtLength } from '../connection/longRequests';
import { openDocuments, unsavedDocuments } from '../openDocuments';
import { FixPreview } from './fixPreview';

/** How many files are listed one by one; the others share one row. */
const MOST_LISTED = 300;
/** How many files the preview shows: VS Code loads all of them at once. */
const MOST_SHOWN = 100;

export function offerCorpusFixes(context: vscode.ExtensionContext, commands: Commands, server: LanguageServer): void {
  const fixes = new CorpusFixes(context, server);
  commands.registerCommand('article.fixCorpus', (only?: string) => fixes.fix(only === undefined ? {} : { only }));
  commands.registerCommand('article.fixDates', async (given?: string) => {
    const dateForm = given ?? (await askForm());
    if (dateForm) await fixes.fix({ dateForm });
  });
  commands.registerCommand('article.restoreCorpus', () => fixes.restore());
}

/** What is to be fixed. */
type Wanted = Pick<PreviewFixesParams, 'only' | 'dateForm'>;

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
   * its fields view; without it, all files are fixed. With `dateForm`, dates of that form are corrected, and nothing else.
   */
  async fix(wanted: Wanted): Promise<void> {
    const { dateForm } = wanted;
    const found = await askAtLength<PreviewFixesParams, PreviewFixesAnswer>(
      this.server,
      dateForm === undefined ? vscode.l10n.t('Looking for safe fixes') : vscode.l10n.t('Looking for dates'),
      PREVIEW_FIXES,
      { open: openDocuments(), ...wanted },
    );
    if (found.isCancelled) return;
    const { files, left, writesClosed, wasStopped, refused } = found.answer;
    if (refused !== undefined) throw new Refusal(refused);
    if (wasStopped) throw new Refusal(stoppedCheck());
    const onlyOpen = writesClosed ? '' : ` ${vscode.l10n.t('Only open files can be fixed here.')}`;
    if (files.length === 0) {
      await this.report(`${nothingIn(wanted)}${onlyOpen}`, left);
      return;
    }
    await this.preview.show(files.slice(0, MOST_SHOWN).map(uriOf), dateForm);
    const chosen = await choose(`${titleFor(files, wanted)}${onlyOpen}`, files);
    if (chosen.length > 0 && (await confirm(chosen))) await this.apply(chosen, left, dateForm);
  }

  /** `unseen` are the files that could not be checked. They are reported at the end, with those that could not be written. */
  private async apply(
    files: readonly FixableFile[],
    unseen: readonly LeftFile[],
    dateForm: string | undefined,
  ): Promise<void> {
    const copies = this.copies();
    const { answer, isCancelled } = await askAtLength<FixFilesParams, WrittenFiles>(
      this.server,
      vscode.l10n.t('Fixing the corpus'),
      FIX_FILES,
      {
        files,
        open: openDocuments(),
        ...(copies !== undefined && { copies }),
        ...(dateForm !== undefined && { dateForm }),
      },
    );
    await this.preview.close();
    const { written, left } = answer;
    const done = new Set([...written, ...left.map(({ uri }) => uri)]);
    const rest = plural(
      files.length - done.size,
      'You stopped it before {0} other.',
      'You stopped it before {0} others.',
    );
    const fixed = plural(written.length, 'Fixed {0} file.', 'Fixed {0} files.');
    await this.report(isCancelled ? `${fixed} ${rest}` : fixed, [...unseen, ...left], written);
  }

  /** Restores the bytes of the files of a run. */
  async restore(): Promise<void> {
    const copies = this.copies();
    const run = await this.chooseRun(copies);
    if (copies === undefined || !run) return;
    const done = await askAtLength<RestoreFilesParams, WrittenFiles>(
      this.server,
      vscode.l10n.t('Restoring files'),
      RESTORE_FILES,
      {
        ...{ copies, run: run.name, unsaved: unsavedDocuments() },
      },
    );
    await this.report(
      plural(done.answer.written.length, 'Restored {0} file.', 'Restored {0} files.'),
      done.answer.left,
    );
  }

  private async chooseRun(copies: string | undefined): Promise<FixRun | undefined> {
    const runs = copies === undefined ? [] : await this.runs(copies);
    if (runs.length === 0) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('There is nothing to restore: no closed files were fixed in this workspace.'),
      );
      return undefined;
    }
    const items = runs.map((run) => ({
      label: new Date(run.time).toLocaleString(vscode.env.language),
      description: plural(run.files, '{0} file', '{0} files'),
      run,
    }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Restore Files Fixed in Corpus'),
      placeHolder: vscode.l10n.t('Restores the bytes from before the fixes, in files that have not changed since'),
    });
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

  /**
   * Shows the result. The output names the files in which something was left; `written` are the URIs of those that were changed all
   * the same.
   */
  private async report(message: string, left: readonly LeftFile[], written: readonly string[] = []): Promise<void> {
    if (left.length === 0) {
      await vscode.window.showInformationMessage(message);
      return;
    }
    const changed = new Set(written);
    const [inPart, not]: [string[], string[]] = [[], []];
    for (const [uri, reason] of new Map(left.map((file) => [file.uri, file.reason]))) {
      const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
      if (changed.has(uri)) inPart.push(`${file}: ${reason}`);
      else not.push(vscode.l10n.t('{0} was not changed. {1}', file, reason));
    }
    for (const line of [...inPart, ...not]) this.server.output.info(line);
    const details = vscode.l10n.t('Show Which and Why');
    const sentences = [
      message,
      inPart.length > 0 &&
        plural(inPart.length, '{0} file was changed only in part.', '{0} files were changed only in part.'),
      not.length > 0 && plural(not.length, '{0} file was not changed.', '{0} files were not changed.'),
    ];
    const text = sentences.filter(Boolean).join(' ');
    if ((await vscode.window.showWarningMessage(text, details)) === details) this.server.output.show();
  }
}

/** The form of dates; undefined or empty if that is cancelled. */
function askForm(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...{ title: vscode.l10n.t('Correct Dates of One Form'), ignoreFocusOut: true },
    prompt: vscode.l10n.t('The form in which the source writes dates: DD/MM/YYYY, MM/DD/YYYY, D de MMMM de YYYY …'),
  });
}

function nothingIn({ only, dateForm }: Wanted): string {
  if (dateForm !== undefined) return vscode.l10n.t('No date that needs a correction has the form {0}.', dateForm);
  return only === undefined
    ? vscode.l10n.t('There is nothing to fix safely.')
    : vscode.l10n.t('There is nothing to fix safely in this file.');
}

function titleFor(files: readonly FixableFile[], { dateForm }: Wanted): string {
  const count = files.reduce((sum, file) => sum + file.problems, 0);
  const place = plural(files.length, '{0} file', '{0} files');
  return dateForm === undefined
    ? vscode.l10n.t('Safe Fixes: {0} in {1}.', plural(count, '{0} problem', '{0} problems'), place)
    : vscode.l10n.t('Dates of the form {0}: {1} in {2}.', dateForm, counted(count), place);
}

/** Lets a person deselect files; all are selected at first. The list stays open while the person reads the differences. */
async function choose(title: string, files: readonly FixableFile[]): Promise<readonly FixableFile[]> {
  const items: FileItem[] = files.slice(0, MOST_LISTED).map((file) => ({
    label: vscode.workspace.asRelativePath(uriOf(file)),
    description: file.isOpen
      ? plural(file.problems, '{0} problem, open in the editor', '{0} problems, open in the editor')
      : plural(file.problems, '{0} problem', '{0} problems'),
    picked: true,
    files: [file],
  }));
  const others = files.slice(MOST_LISTED);
  if (others.length > 0)
    items.push({ label: plural(others.length, '{0} more file', '{0} more files'), picked: true, files: others });
  const chosen = await vscode.window.showQuickPick(items, {
    ...{ title, canPickMany: true as const, ignoreFocusOut: true, matchOnDescription: true },
    placeHolder: vscode.l10n.t('Files to fix. You must confirm once more before anything is written.'),
  });
  return (chosen ?? []).flatMap((item) => item.files);
}

async function confirm(files: readonly FixableFile[]): Promise<boolean> {
  const open = files.filter(({ isOpen }) => isOpen).length;
  const closed = files.length - open;
  const detail = [
    closed > 0 &&
      plural(
        closed,
        '{0} file on disk will be written. “Restore Files Fixed in Corpus” takes that back.',
        '{0} files on disk will be written. “Restore Files Fixed in Corpus” takes that back.',
      ),
    open > 0 &&
      plural(
        open,
        '{0} open file will be changed in the editor but not saved.',
        '{0} open files will be changed in the editor but not saved.',
      ),
  ];
  const apply = vscode.l10n.t('Apply');
  const options = { modal: true, detail: detail.filter(Boolean).join('\n') };
  const question = plural(files.length, 'Fix {0} file?', 'Fix {0} files?');
  return (await vscode.window.showWarningMessage(question, options, apply)) === apply;
}

function uriOf({ uri }: FixableFile): vscode.Uri {
  return vscode.Uri.parse(uri, true);
}
