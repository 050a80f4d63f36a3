/** Writes new files for the server, on any file system that the editor knows. */
import * as vscode from 'vscode';
import type { WriteNewParams } from '../../../server/src/protocol';
import { messageOf } from '../commands/refusal';

/** The answer to WRITE_NEW. The editor's file systems cannot create a file only if there is none, so that is asked first. */
export async function writeNew({ uri, text }: WriteNewParams): Promise<string | null> {
  const file = vscode.Uri.parse(uri, true);
  const isThere = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (isThere) return vscode.l10n.t('This file already exists.');
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
