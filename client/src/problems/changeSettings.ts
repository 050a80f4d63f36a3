/** The commands with which quick fixes change VS Code's settings or the folder's `.articlerc.json`. */
import { applyEdits, modify, parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { CLIENT_COMMAND, SETTINGS_FILE, type SettingsTarget } from '../../../server/src/protocol';
import type { Commands } from '../commands/commands';

/** Registers both commands; the server's code actions call them with the document, the target and a name. */
export function registerSettingsCommands(commands: Commands): void {
  commands.registerCommand(
    CLIENT_COMMAND.switchOff,
    (uri: string, target: SettingsTarget, code: string, file?: string) =>
      change(settingsPlace(uri, target, file), 'rules', (rules) => ({ ...(rules as object), [code]: 'off' })),
  );
  commands.registerCommand(
    CLIENT_COMMAND.addField,
    (uri: string, target: SettingsTarget, letters: string, file?: string) =>
      change(settingsPlace(uri, target, file), 'additionalFields', (fields) => [
        ...new Set([...((fields as string[] | undefined) ?? []), letters]),
      ]),
  );
}

type Section = 'rules' | 'additionalFields';

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

async function change(
  { document, file }: SettingsPlace,
  section: Section,
  changed: (value: unknown) => unknown,
): Promise<void> {
  if (file) {
    await changeFile(file, section, changed);
    return;
  }
  const settings = vscode.workspace.getConfiguration('article', document);
  const { workspaceFolders } = vscode.workspace;
  const place = workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update(section, changed(settings.get(section)), place);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Changes one section and keeps the rest of the file, including comments. */
async function changeFile(file: vscode.Uri, section: Section, changed: (value: unknown) => unknown): Promise<void> {
  const text = (await exists(file)) ? new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) : '{}\n';
  const value = parse(text)?.[section];
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const edits = modify(text, [section], changed(value), { formattingOptions });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(text, edits)));
}
