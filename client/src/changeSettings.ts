/** The commands by which a quick fix changes settings: in VS Code's own, or in the folder's `.articlerc.json`. */
import { applyEdits, modify, parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { CLIENT_COMMAND, SETTINGS_FILE, type SettingsTarget } from '../../server/src/protocol';
import type { Commands } from './commands';

/** Registers both commands; the server's code actions call them with the document, the target and a name. */
export function registerSettingsCommands(commands: Commands): void {
  commands.registerCommand(CLIENT_COMMAND.switchOff, (uri: string, target: SettingsTarget, code: string) =>
    change(vscode.Uri.parse(uri), target, 'rules', (rules) => ({ ...(rules as object), [code]: 'off' })),
  );
  commands.registerCommand(CLIENT_COMMAND.addField, (uri: string, target: SettingsTarget, letters: string) =>
    change(vscode.Uri.parse(uri), target, 'additionalFields', (fields) => [
      ...new Set([...((fields as string[] | undefined) ?? []), letters]),
    ]),
  );
}

type Section = 'rules' | 'additionalFields';

async function change(
  document: vscode.Uri,
  target: SettingsTarget,
  section: Section,
  changed: (value: unknown) => unknown,
): Promise<void> {
  if (target === 'settings') {
    const settings = vscode.workspace.getConfiguration('article', document);
    const { workspaceFolders } = vscode.workspace;
    const place = workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings.update(section, changed(settings.get(section)), place);
  } else {
    await changeFile(await settingsFile(document), section, changed);
  }
}

/** The nearest settings file upward, or where one belongs: in the workspace folder, or else beside the document. */
async function settingsFile(document: vscode.Uri): Promise<vscode.Uri> {
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
  const own = vscode.Uri.joinPath(document, '..');
  for (let folder = own; ; folder = vscode.Uri.joinPath(folder, '..')) {
    const file = vscode.Uri.joinPath(folder, SETTINGS_FILE);
    if (await exists(file)) return file;
    if (!root || folder.path === root.path || folder.path === '/') break;
  }
  return vscode.Uri.joinPath(root ?? own, SETTINGS_FILE);
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** Changes one section and keeps the rest of the file, comments included, as it is. */
async function changeFile(file: vscode.Uri, section: Section, changed: (value: unknown) => unknown): Promise<void> {
  const text = (await exists(file)) ? new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) : '{}\n';
  const value = parse(text)?.[section];
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const edits = modify(text, [section], changed(value), { formattingOptions });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(applyEdits(text, edits)));
}
