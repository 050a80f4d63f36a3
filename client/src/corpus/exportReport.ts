/** What an export has written, and what is missing there. */
import * as vscode from 'vscode';
import type { ExportAnswer, LossyFile } from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { nameOf } from '../uris';
import { count } from '../wording';

/** What was written, and where. */
interface Exported {
  readonly target: vscode.Uri;
  readonly isFolder: boolean;
  readonly answer: ExportAnswer;
}

/** Shows what was exported. The output names the files that a person should look at. */
export async function reportExport(server: LanguageServer, { target, isFolder, answer }: Exported): Promise<void> {
  const { articles, files, left, lossy, unsaved, omitted } = answer;
  const short = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  for (const { uri, reason } of left) server.output.info(`${short(uri)} was left out. ${reason}`);
  for (const file of lossy) server.output.info(`${short(file.uri)}: ${outcomeOf(file)}`);
  for (const each of omitted)
    server.output.info(`${short(each.uri)}: ${count(each.articles, 'article')} left out: ${each.reason}.`);
  for (const uri of unsaved) server.output.info(`${short(uri)} was exported with its unsaved changes.`);
  const sum = (loss: LossyFile['loss']) =>
    lossy.filter((file) => file.loss === loss).reduce((total, file) => total + file.articles, 0);
  const [unreadable, damaged, unnamed] = [sum('unreadable'), sum('damaged'), sum('unnamed')];
  const reasons = [...new Set(omitted.map(({ reason }) => reason))];
  const omittedFor = (reason: string) =>
    omitted.filter((each) => each.reason === reason).reduce((total, each) => total + each.articles, 0);
  const message = [
    `Exported ${count(articles, 'article')} from ${count(files, 'file')} to ${nameOf(target)}.`,
    unsaved.length > 0 && `Unsaved changes of ${count(unsaved.length, 'file')} are included.`,
    unreadable > 0 &&
      `${count(unreadable, 'article')} ${unreadable === 1 ? 'is' : 'are'} missing because the markers cannot be read.`,
    damaged > 0 && `${state(damaged, 'incomplete')} because of damage.`,
    unnamed > 0 && `${state(unnamed, 'incomplete')} because no setting names all fields.`,
    ...reasons.map((reason) => `${count(omittedFor(reason), 'article')} left out: ${reason}.`),
    left.length > 0 && `${count(left.length, 'file')} ${left.length === 1 ? 'was' : 'were'} left out.`,
  ];
  const [open, details] = [isFolder ? 'Show Folder' : 'Open', 'Show Which and Why'];
  const isWhole = unreadable + damaged + unnamed + left.length + omitted.length === 0;
  const show = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const buttons = isWhole && unsaved.length + lossy.length === 0 ? [open] : [details, open];
  const chosen = await show(message.filter(Boolean).join(' '), ...buttons);
  if (chosen === open) await vscode.commands.executeCommand(isFolder ? 'revealFileInOS' : 'vscode.open', target);
  if (chosen === details) server.output.show();
}

/** Such as `2 articles are incomplete`. */
function state(articles: number, adjective: 'complete' | 'incomplete'): string {
  return `${count(articles, 'article')} ${articles === 1 ? 'is' : 'are'} ${adjective}`;
}

/** How the rows of a file differ from its articles, as a sentence. */
function outcomeOf({ loss, letters, articles }: LossyFile): string {
  if (loss === 'unreadable') {
    return `${count(articles, 'article')} ${articles === 1 ? 'is' : 'are'} not in the table, because the markers cannot be read. The problem “unreadable-article” is where they are.`;
  }
  if (loss === 'damaged') {
    return `${state(articles, 'incomplete')} because of damage. A marker is broken, a field is missing or appears twice, or text is outside all fields and so in no column.`;
  }
  if (loss === 'unnamed') {
    return `${state(articles, 'incomplete')} because no setting names all fields (${letters.join(', ')}). Add them to the setting “article.additionalFields” to give them columns.`;
  }
  return `${state(articles, 'complete')}, but “import” would write other white space beside the markers, or no byte order mark, because it writes the line layout.`;
}
