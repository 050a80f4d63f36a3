/** Why there is no corpus to do something with. */
import * as vscode from 'vscode';
import { Refusal } from '../commands/refusal';

/** Throws a Refusal where no folder is open. */
export function needFolder(): void {
  if (!vscode.workspace.workspaceFolders?.length)
    throw new Refusal('Open a folder first: its articles are the corpus.');
}

/** Throws a Refusal where files that are not open are not looked at in any folder. */
export function needCorpus(): void {
  needFolder();
  const reasons = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => obstacleIn(uri));
  const [reason] = reasons;
  if (reason !== undefined && !reasons.includes(undefined)) throw new Refusal(reason);
}

function obstacleIn(folder: vscode.Uri): string | undefined {
  const settings = vscode.workspace.getConfiguration('article', folder);
  if (settings.get('detection') === 'off') return 'No file is looked at: the setting article.detection is off.';
  if (settings.get('corpus.check') !== 'openFiles') return undefined;
  return 'Only open files are checked: see the setting article.corpus.check.';
}
