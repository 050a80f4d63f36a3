/** Checks the corpus of the test workspace while a test needs it. */
import * as vscode from 'vscode';
import { openArticle, until, workspaceFile } from './editor';

/** Starts checking the files in corpus/, and waits until the problem of the last one is shown. */
export async function checkCorpus(): Promise<void> {
  await openArticle('seed.txt');
  await set('corpus.include', ['corpus/**/*.txt']);
  await set('corpus.check', 'workspace');
  await until(vscode.languages.onDidChangeDiagnostics, isDamageKnown);
}

/** Makes one file without problems the corpus, and waits until nothing else is known of it. */
export async function leaveOneFile(): Promise<void> {
  await set('corpus.include', ['corpus/lf_3.txt']);
  await until(vscode.languages.onDidChangeDiagnostics, () => !isDamageKnown());
}

/** Restores the settings of the other tests, and waits until that problem is gone. */
export async function leaveCorpus(): Promise<void> {
  await set('corpus.check', 'openFiles');
  await until(vscode.languages.onDidChangeDiagnostics, () => !isDamageKnown());
  await set('corpus.include', undefined);
}

function isDamageKnown(): boolean {
  return vscode.languages.getDiagnostics(workspaceFile('corpus/sub/lf_42.txt')).length > 0;
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('article').update(name, value, vscode.ConfigurationTarget.Workspace);
}
