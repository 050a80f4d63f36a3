/**
 * The pages of the rules, which are part of the extension (docs/rules), in the language of the editor where there is one in it. They
 * are read-only files with their own scheme, because a problem's hover may link to a file but not to a command. `workbench.editorAssociations` in package.json shows
 * them as Markdown previews.
 */
import * as vscode from 'vscode';
import type { Commands } from '../commands/commands';

const SCHEME = 'article-rules';
const INDEX = 'README';

/** The page of a rule. */
export function pageOf(code: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

export function offerRulePages(
  { extension, extensionUri, subscriptions }: vscode.ExtensionContext,
  commands: Commands,
): void {
  const rules = findingsByCode(extension);
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider(SCHEME, new Pages(vscode.Uri.joinPath(extensionUri, 'docs/rules')), {
      isReadonly: true,
    }),
  );
  commands.registerCommand('article.showRule', async (code?: unknown) => {
    const chosen = typeof code === 'string' && rules.has(code) ? code : await choose(rules);
    if (chosen) await vscode.commands.executeCommand('vscode.open', pageOf(chosen));
  });
}

/** What each rule finds, by its code; the text is the description of the setting. */
export function findingsByCode(extension: vscode.Extension<unknown>): ReadonlyMap<string, string> {
  const { properties } = extension.packageJSON.contributes.configuration.properties['article.rules'];
  return new Map(
    Object.entries<{ markdownDescription: string }>(properties).map(([code, { markdownDescription }]) => [
      code,
      markdownDescription.replaceAll('`', ''),
    ]),
  );
}

async function choose(rules: ReadonlyMap<string, string>): Promise<string | undefined> {
  const items = [...rules].map(([code, finds]) => ({ label: code, description: finds, page: code }));
  const chosen = await vscode.window.showQuickPick([{ label: vscode.l10n.t('All rules'), page: INDEX }, ...items], {
    title: vscode.l10n.t('Show Rule'),
    placeHolder: vscode.l10n.t('Choose a rule to open its page'),
    matchOnDescription: true,
  });
  return chosen?.page;
}

class Pages implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly folder: vscode.Uri) {}

  async stat(page: vscode.Uri): Promise<vscode.FileStat> {
    return vscode.workspace.fs.stat(await this.bundled(page));
  }

  async readFile(page: vscode.Uri): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(await this.bundled(page));
  }

  readDirectory(): never {
    throw vscode.FileSystemError.Unavailable();
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }

  /** The file of a page. Only pages can be named, and no other file of the extension. */
  private async bundled(page: vscode.Uri): Promise<vscode.Uri> {
    if (!/^\/[\w-]+\.md$/.test(page.path)) throw vscode.FileSystemError.FileNotFound(page);
    const translated = vscode.Uri.joinPath(this.folder, vscode.env.language, page.path);
    return vscode.workspace.fs.stat(translated).then(
      () => translated,
      () => vscode.Uri.joinPath(this.folder, page.path),
    );
  }
}
