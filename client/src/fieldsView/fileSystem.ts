/**
 * The file system of the fields view: a separate document that shows a file with each marker and each value on a line of
 * its own. The server makes the view, and writes the file when the view is saved.
 */
import * as vscode from 'vscode';
import {
  FIELDS_SCHEME,
  type FieldsView,
  fromBase64,
  READ_FIELDS,
  type ReadFieldsParams,
  WRITE_FIELDS,
  type WriteFieldsAnswer,
  type WriteFieldsParams,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../connection/languageClient';
import { nameOf } from '../uris';

/** The URI of the view of a file. */
export function viewOf(file: vscode.Uri): vscode.Uri {
  return file.with({ scheme: FIELDS_SCHEME, query: file.scheme });
}

/** The URI of the file that a view shows. */
export function shownBy(view: vscode.Uri): vscode.Uri {
  return view.with({ scheme: view.query, query: '' });
}

/** The document of a URI, if VS Code has it open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** A view and the state of the file that it was made from. */
interface ReadView {
  readonly uri: string;
  readonly stat: vscode.FileStat;
  readonly view: Promise<FieldsView>;
}

/** Shows files as fields views, with the times of the files, so that VS Code itself detects a file that has changed meanwhile. */
export class FieldsFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  /** The latest view. VS Code asks for a file's state and then for its content; this avoids making the view twice. */
  private last: ReadView | undefined;

  constructor(private readonly server: LanguageServer) {}

  dispose(): void {
    this.changes.dispose();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const stat = await vscode.workspace.fs.stat(shownBy(uri));
    const { readOnly } = await this.viewAt(uri, stat);
    return { ...stat, ...(readOnly && { permissions: vscode.FilePermission.Readonly }) };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.view(uri)).text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const file = shownBy(uri);
    if (openDocument(file)?.isDirty) await askToOverwrite(file);
    const isNew = !(await exists(file));
    const client = await this.server.ready();
    const params: WriteFieldsParams = { uri: client.code2ProtocolConverter.asUri(file), text: utf8(content), isNew };
    const answer = await client.sendRequest<WriteFieldsAnswer>(WRITE_FIELDS, params);
    if (answer.refused) throw new Error(answer.refused);
    if (answer.content) await vscode.workspace.fs.writeFile(file, fromBase64(answer.content));
    this.last = undefined;
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const file = shownBy(uri);
    // Escapes the characters that have a meaning in a pattern.
    const name = nameOf(file).replace(/[[\]{}*?]/g, '[$&]');
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), name),
    );
    const report = (type: vscode.FileChangeType) => () => this.changes.fire([{ type, uri }]);
    watcher.onDidChange(report(vscode.FileChangeType.Changed));
    watcher.onDidCreate(report(vscode.FileChangeType.Created));
    watcher.onDidDelete(report(vscode.FileChangeType.Deleted));
    return watcher;
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** The view of the file as it is now. Throws what VS Code throws when the file cannot be read. */
  async view(uri: vscode.Uri): Promise<FieldsView> {
    return this.viewAt(uri, await vscode.workspace.fs.stat(shownBy(uri)));
  }

  private viewAt(uri: vscode.Uri, stat: vscode.FileStat): Promise<FieldsView> {
    const { last } = this;
    const isSame = last?.uri === uri.toString() && last.stat.mtime === stat.mtime && last.stat.size === stat.size;
    if (last && isSame) return last.view;
    this.last = { uri: uri.toString(), stat, view: this.read(shownBy(uri)) };
    this.last.view.catch(() => {
      this.last = undefined;
    });
    return this.last.view;
  }

  private async read(file: vscode.Uri): Promise<FieldsView> {
    const client = await this.server.ready();
    const params: ReadFieldsParams = { uri: client.code2ProtocolConverter.asUri(file) };
    const view = await client.sendRequest<FieldsView | null>(READ_FIELDS, params);
    if (view) return view;
    await vscode.workspace.fs.readFile(file); // Throws the reason why it cannot be read.
    throw vscode.FileSystemError.Unavailable(file);
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** VS Code saves a view in the encoding of the settings, which may differ from the format's. */
function utf8(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new Error(
      vscode.l10n.t('The setting files.encoding is not UTF-8, but articles are. Reopen the view as UTF-8.'),
    );
  }
}

/** For a file with unsaved changes in its own editor. Throws unless the person chooses to save the view's text instead. */
async function askToOverwrite(file: vscode.Uri): Promise<void> {
  const [overwrite, showFile] = [vscode.l10n.t('Save This View'), vscode.l10n.t('Show the File')];
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is also open as a file, with unsaved changes. Which version do you want to save?', nameOf(file)),
    {
      modal: true,
      detail: vscode.l10n.t('The changes in the other editor stay there. VS Code asks again when you save them.'),
    },
    overwrite,
    showFile,
  );
  if (chosen === overwrite) return;
  if (chosen === showFile) await vscode.window.showTextDocument(file);
  throw new Error(vscode.l10n.t('{0} has changes in another editor. Save or revert them first.', nameOf(file)));
}
