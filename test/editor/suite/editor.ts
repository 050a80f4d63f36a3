/** Steps of the editor tests. Each wait is for an event, never for a fixed time. */
import * as vscode from 'vscode';

/** A file of the workspace that run.ts has laid out. */
export function workspaceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The suite needs its workspace folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Resolves as soon as `found` returns a value; calls it now and after each event. */
export function until<T>(event: vscode.Event<unknown>, found: () => T | undefined | false): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const result = found();
      if (result === undefined || result === false) return;
      subscription.dispose();
      resolve(result);
    };
    const subscription = event(look);
    look();
  });
}

/** The open document of a URI. A change of language keeps the object, so it must be looked up only once. */
export function languageOf(document: vscode.TextDocument, language: string): Promise<vscode.TextDocument> {
  return until(vscode.workspace.onDidOpenTextDocument, () => document.languageId === language && document);
}

/** Shows a file and waits until it is an article. */
export async function openArticle(name: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(workspaceFile(name));
  await languageOf(editor.document, 'article');
  return editor;
}

/** Shows a text as a new article without a file. */
export async function openText(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'article', content });
  const editor = await vscode.window.showTextDocument(document);
  await until(vscode.workspace.onDidChangeTextDocument, () => document.isDirty); // As in `replace`.
  return editor;
}

/** Waits until VS Code shows exactly these codes for a document, in order of their places. */
export function problems(document: vscode.TextDocument, codes: readonly string[]): Promise<vscode.Diagnostic[]> {
  const wanted = codes.join();
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(document.uri).sort((a, b) => a.range.start.compareTo(b.range.start));
    return found.map(codeOf).join() === wanted && found;
  });
}

/** The code of a diagnostic, with or without a link. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

/** Replaces a string that occurs once; the edit is one undo step. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = editor.document.getText().indexOf(from);
  if (start === -1) throw new Error(`Not in the document: ${from}`);
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + from.length));
  await editor.edit((edit) => edit.replace(range, to));
  // VS Code reports that a document is dirty later than its change, and closeAll() reverts only dirty documents.
  await until(vscode.workspace.onDidChangeTextDocument, () => editor.document.isDirty);
}

export async function settings(values: Record<string, unknown>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** Closes everything without saving. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export async function bytes(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(name)));
}
