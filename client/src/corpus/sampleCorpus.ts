/** *Open Sample Corpus*: a copy of the sample corpus of the extension, in a new folder that the person chooses. */
import * as vscode from 'vscode';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';
import { nameOf } from '../uris';

/** The files of sample-corpus/, by their path from there. esbuild.mjs lists them: the extensions of a web page cannot list folders. */
declare const SAMPLE_FILES: readonly string[];

const NAME = 'article-samples';

/** What a walkthrough opens after the command of a button, before it shows itself again. */
interface FolderToOpen {
  readonly openFolder: vscode.Uri;
}

export function offerSampleCorpus({ extensionUri }: vscode.ExtensionContext, commands: Commands): void {
  commands.registerCommand('article.openSampleCorpus', async (caller?: unknown): Promise<FolderToOpen | undefined> => {
    const folder = await newFolder();
    if (!folder) return undefined;
    await copyTo(folder, vscode.Uri.joinPath(extensionUri, 'sample-corpus'));
    // Completes the step of the walkthrough, which goes on in the window that opens next.
    await vscode.commands.executeCommand('setContext', 'article.samplesOpened', true);
    if (caller === 'walkthrough') return { openFolder: folder };
    const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
    return undefined;
  });
}

/** A folder that does not exist yet, in one that the person chooses. Undefined if they choose none. */
async function newFolder(): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose Where the Folder {0} Is Made', NAME),
      openLabel: vscode.l10n.t('Make {0} Here', NAME),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  if (!parent) return undefined;
  if (vscode.workspace.fs.isWritableFileSystem(parent.scheme) === false)
    throw new Refusal(vscode.l10n.t('This folder is read-only. Choose another one.'));
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([name]) => name.toLowerCase()));
  let name = NAME;
  for (let number = 2; taken.has(name); number++) name = `${NAME}-${number}`;
  return vscode.Uri.joinPath(parent, name);
}

/** Copies the sample corpus to a new folder. Throws a Refusal if that folder cannot be written. */
async function copyTo(folder: vscode.Uri, samples: vscode.Uri): Promise<void> {
  const read = async (file: string) =>
    [file, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(samples, file))] as const;
  const files = await Promise.all(SAMPLE_FILES.map(read));
  try {
    for (const [file, content] of files)
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), content);
  } catch {
    throw new Refusal(vscode.l10n.t('The samples cannot be written to {0}. Choose another place.', nameOf(folder)));
  }
}
