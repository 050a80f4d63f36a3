/** Context keys that say where commands about articles make sense: `when` clauses in package.json use them. */
import * as vscode from 'vscode';
import { isRealDocument, LANGUAGE } from '../documents';
import { setContext } from './setContext';

/** The workspace has shown an article, or has some in its corpus. It stays so: commands do not come and go. */
export function articlesExist(): void {
  setContext('article.hasArticles', true);
}

/**
 * Follows the editors. `article.isActive` is known everywhere, also in the menus of a view, where VS Code does not know the
 * language of the editor (`editorLangId`).
 */
export function followArticles(context: vscode.ExtensionContext): void {
  const isArticle = (document: vscode.TextDocument | undefined) =>
    document?.languageId === LANGUAGE && isRealDocument(document);
  const follow = () => {
    setContext('article.isActive', isArticle(vscode.window.activeTextEditor?.document));
    if (vscode.workspace.textDocuments.some(isArticle)) articlesExist();
  };
  follow();
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidOpenTextDocument(follow), // Also when the language of a document changes.
  );
}
