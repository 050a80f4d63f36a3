/** Refuses commands that need a corpus where there is none. */
import * as vscode from 'vscode';
import { Refusal } from '../commands/refusal';

/** Throws a Refusal if no folder is open. */
export function needFolder(): void {
  if (!vscode.workspace.workspaceFolders?.length)
    throw new Refusal(vscode.l10n.t('Open a folder first. Its articles are the corpus.'));
}

/** Throws a Refusal if closed files are not checked in any folder. */
export function needCorpus(): void {
  needFolder();
  const reasons = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => obstacleIn(uri));
  const [reason] = reasons;
  if (reason !== undefined && !reasons.includes(undefined)) throw new Refusal(reason);
}

function obstacleIn(folder: vscode.Uri): string | undefined {
  const settings = vscode.workspace.getConfiguration('article', folder);
  if (settings.get('detection') === 'off')
    return vscode.l10n.t('No file is examined. Switch on the setting article.detection.');
  if (settings.get('corpus.check') !== 'openFiles') return undefined;
  return vscode.l10n.t('Only open files are checked. Change the setting article.corpus.check.');
}
