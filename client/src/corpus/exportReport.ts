/** What an export has written, and what is missing there. */
import * as vscode from 'vscode';
import { plural } from '../../../server/src/core/language';
import type { ExportAnswer, LossyFile } from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { nameOf } from '../uris';

/** What was written, and where. */
interface Exported {
  readonly target: vscode.Uri;
  readonly isFolder: boolean;
  readonly answer: ExportAnswer;
}

/** Shows what was exported. The output names the files that a person should look at. */
export async function reportExport(server: LanguageServer, { target, isFolder, answer }: Exported): Promise<void> {
  const { articles, files, left, notArticles, lossy, unsaved, omitted } = answer;
  const short = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const sum = (loss: LossyFile['loss']) =>
    lossy.filter((file) => file.loss === loss).reduce((total, file) => total + file.articles, 0);
  for (const { uri, reason } of left) server.output.info(vscode.l10n.t('{0} was left out. {1}', short(uri), reason));
  for (const uri of notArticles)
    server.output.info(
      vscode.l10n.t('{0} was left out. {1}', short(uri), vscode.l10n.t('It does not begin like an article.')),
    );
  const incomplete = lossy.filter(({ loss }) => loss !== 'spaced');
  for (const file of incomplete) server.output.info(`${short(file.uri)}: ${outcomeOf(file)}`);
  for (const each of omitted) server.output.info(`${short(each.uri)}: ${leftOut(each.articles, each.reason)}`);
  for (const uri of unsaved)
    server.output.info(vscode.l10n.t('{0} was exported with its unsaved changes.', short(uri)));
  // Their rows lack nothing, and they may be all files, so they are not named.
  if (sum('spaced') > 0) server.output.info(spaced(sum('spaced')));
  const [unreadable, damaged, unnamed] = [sum('unreadable'), sum('damaged'), sum('unnamed')];
  const reasons = [...new Set(omitted.map(({ reason }) => reason))];
  const omittedFor = (reason: string) =>
    omitted.filter((each) => each.reason === reason).reduce((total, each) => total + each.articles, 0);
  const message = [
    plural(
      articles,
      'Exported {0} article from {1} to {2}.',
      'Exported {0} articles from {1} to {2}.',
      plural(files, '{0} file', '{0} files'),
      nameOf(target),
    ),
    unsaved.length > 0 &&
      plural(unsaved.length, 'Unsaved changes of {0} file are included.', 'Unsaved changes of {0} files are included.'),
    unreadable > 0 &&
      plural(
        unreadable,
        '{0} article is missing because the markers cannot be read.',
        '{0} articles are missing because the markers cannot be read.',
      ),
    damaged > 0 &&
      plural(damaged, '{0} article is incomplete because of damage.', '{0} articles are incomplete because of damage.'),
    unnamed > 0 &&
      plural(
        unnamed,
        '{0} article is incomplete because no setting names all fields.',
        '{0} articles are incomplete because no setting names all fields.',
      ),
    ...reasons.map((reason) => leftOut(omittedFor(reason), reason)),
    left.length > 0 && plural(left.length, '{0} file was left out.', '{0} files were left out.'),
    notArticles.length > 0 && plural(notArticles.length, '{0} file is not an article.', '{0} files are not articles.'),
  ];
  const [open, details] = [
    isFolder ? vscode.l10n.t('Show Folder') : vscode.l10n.t('Open'),
    vscode.l10n.t('Show Which and Why'),
  ];
  const isWhole = unreadable + damaged + unnamed + left.length + omitted.length === 0;
  const show = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const buttons = isWhole && unsaved.length + incomplete.length + notArticles.length === 0 ? [open] : [details, open];
  const chosen = await show(message.filter(Boolean).join(' '), ...buttons);
  if (chosen === open) await vscode.commands.executeCommand(isFolder ? 'revealFileInOS' : 'vscode.open', target);
  if (chosen === details) server.output.show();
}

function leftOut(articles: number, reason: string): string {
  return plural(articles, '{0} article left out: {1}.', '{0} articles left out: {1}.', reason);
}

/** What the rows of a file lack, as a sentence. */
function outcomeOf({ loss, letters, articles }: LossyFile): string {
  if (loss === 'unreadable') {
    return plural(
      articles,
      '{0} article is left out, because the markers cannot be read. The problem “unreadable-article” is where they are.',
      '{0} articles are left out, because the markers cannot be read. The problem “unreadable-article” is where they are.',
    );
  }
  if (loss === 'damaged') {
    return plural(
      articles,
      '{0} article is incomplete because of damage. A marker is broken, a field is missing or appears twice, or text is outside all fields and so left out.',
      '{0} articles are incomplete because of damage. A marker is broken, a field is missing or appears twice, or text is outside all fields and so left out.',
    );
  }
  return plural(
    articles,
    '{0} article is incomplete because no setting names all fields ({1}). Add them to the setting “article.additionalFields” to export them.',
    '{0} articles are incomplete because no setting names all fields ({1}). Add them to the setting “article.additionalFields” to export them.',
    letters.join(', '),
  );
}

function spaced(articles: number): string {
  return plural(
    articles,
    '{0} article is complete, but “import” would write other white space beside the markers, or no byte order mark, because it writes the line layout.',
    '{0} articles are complete, but “import” would write other white space beside the markers, or no byte order mark, because it writes the line layout.',
  );
}
