/** The commands with which quick fixes change VS Code's settings or the folder's `.articlerc.json`. */
import { applyEdits } from 'jsonc-parser';
import * as vscode from 'vscode';
import { addingField, NO_SETTINGS, type SettingsEdits, switchingOff } from '../../../server/src/corpus/settings/edits';
import { CLIENT_COMMAND, SETTINGS_FILE, type SettingsTarget } from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';
import { Refusal } from '../commands/refusal';

/** Registers both commands; the server's code actions call them with the document, the target and a name. */
export function registerSettingsCommands(commands: Commands): void {
  commands.registerCommand(
    CLIENT_COMMAND.switchOff,
    async (uri: string, target: SettingsTarget, code: string, current?: string) => {
      const { document, file } = settingsPlace(uri, target, current);
      if (file) await changeFile(file, (text) => switchingOff(text, code));
      else await update(document, 'rules', (rules: object = {}) => ({ ...rules, [code]: 'off' }));
    },
  );
  commands.registerCommand(
    CLIENT_COMMAND.addField,
    async (uri: string, target: SettingsTarget, letters: string, current?: string) => {
      const { document, file } = settingsPlace(uri, target, current);
      const inForce = settingsOf(document).get<string[]>('additionalFields') ?? [];
      if (file) await changeFile(file, (text) => addingField(text, letters, inForce));
      else await update(document, 'additionalFields', () => [...new Set([...inForce, letters])]);
    },
  );
}

/** What to change for a document: a settings file, or VS Code's settings. */
interface SettingsPlace {
  readonly document: vscode.Uri;
  readonly file: vscode.Uri | undefined;
}

/**
 * `current` is the settings file that applies to the document. Without one, a new file goes into the workspace folder, or
 * beside the document if it is in none.
 */
function settingsPlace(uri: string, target: SettingsTarget, current: string | undefined): SettingsPlace {
  const document = vscode.Uri.parse(uri);
  if (target === 'settings') return { document, file: undefined };
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri ?? vscode.Uri.joinPath(document, '..');
  return { document, file: current ? vscode.Uri.parse(current) : vscode.Uri.joinPath(folder, SETTINGS_FILE) };
}

function settingsOf(document: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('article', document);
}

async function update<T>(document: vscode.Uri, section: string, changed: (value: T | undefined) => T): Promise<void> {
  const settings = settingsOf(document);
  const { workspaceFolders } = vscode.workspace;
  const place = workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update(section, changed(settings.get<T>(section)), place);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Changes the file, which may not exist yet, and keeps the rest of it. One with unsaved changes is shown, for the user to save. */
async function changeFile(file: vscode.Uri, edits: (text: string) => SettingsEdits): Promise<void> {
  const unsaved = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && String(uri) === String(file));
  // It may be edited while it is shown, so its text is read after that.
  const editor = unsaved && (await vscode.window.showTextDocument(unsaved));
  const text = editor?.document.getText() ?? (await textOnDisk(file)) ?? NO_SETTINGS;
  const made = edits(text);
  if (!made)
    throw new Refusal(vscode.l10n.t('The file .articlerc.json has an error, so it was not changed. Correct it first.'));
  if (!editor) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(text, [...made])));
  else if (!(await changeInEditor(editor, made)))
    throw new Refusal(vscode.l10n.t('This file has changed in the meantime. It was left as it is. Try again.'));
}

/** False if VS Code refuses the edits, as it does if the text has changed since. */
function changeInEditor(editor: vscode.TextEditor, edits: SettingsEdits & object): Thenable<boolean> {
  const { document } = editor;
  return editor.edit((builder) => {
    for (const { offset, length, content } of edits)
      builder.replace(new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)), content);
  });
}

async function textOnDisk(file: vscode.Uri): Promise<string | undefined> {
  return (await exists(file)) ? new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) : undefined;
}
