/** The settings in force for a document: the nearest `.articlerc.json`, then the editor's, then the rules' own. */
import type { Connection, InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { dayOf } from '../core/date';
import { LAYOUTS, type Layout } from '../core/layouts';
import { mergeSettings, readSettings, type Settings } from '../core/settings';
import type { Setting } from '../core/template';
import type { Terms as TermsOfVerdict } from '../corpus/checkFile';
import { CODES } from '../corpus/rules';
import { canonical, uriOfPath } from '../corpus/uris';
import { fileOf, SETTINGS_FILE } from '../protocol';
import type { ClientAbilities } from './clientAbilities';
import type { ArticleDocument } from './document';
import { sentence } from './failures';
import type { ReadFile } from './files';

/** What a verdict depends on besides the text, and other settings. The same object as long as nothing of it changes. */
export interface Terms extends TermsOfVerdict {
  /** URI of the `.articlerc.json` that decides, if there is one. */
  readonly settingsFile: string | undefined;
  /** What formatting makes of an article. */
  readonly layout: Layout;
}

/** What new text in a document depends on. */
export type SettingOf = (document: ArticleDocument) => Promise<Setting>;

export interface SettingsSources {
  readonly connection: Connection;
  readonly readFile: ReadFile;
  readonly client: () => ClientAbilities;
  /** Tells the user of what is wrong with a settings file. */
  readonly warn: (warning: string) => void;
  readonly now: () => Date;
}

export class DocumentSettings {
  private readonly known = new Map<string, Promise<Terms>>();
  private readonly files = new Map<string, Promise<Partial<Settings> | undefined>>();
  private today = '';
  folders: readonly WorkspaceFolder[] = [];
  /** What a client that is not asked has told of the section `article` by itself, if anything. */
  told: unknown;

  constructor(private readonly sources: SettingsSources) {}

  /** The terms for a document; read once, until `forget`, or until the day changes. */
  of(uri: string): Promise<Terms> {
    const today = dayOf(this.sources.now());
    if (today !== this.today) this.known.clear();
    this.today = today;
    // Alike for all files of a folder in the workspace, of which there may be very many.
    const scope = this.folderOf(canonical(uri)) ? uri.slice(0, uri.lastIndexOf('/') + 1) : uri;
    let terms = this.known.get(scope);
    if (!terms) {
      terms = this.read(uri, today);
      this.known.set(scope, terms);
    }
    return terms;
  }

  /** Throws when the event is none, as a client may send it; the folders are then what they were. */
  changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    const more = added.map(({ uri, name }) => ({ uri, name }));
    this.folders = [...this.folders.filter(({ uri }) => !gone.has(uri)), ...more];
  }

  /** Settings have changed, in the editor or in a file. */
  forget(): void {
    this.known.clear();
    this.files.clear();
  }

  private async read(uri: string, today: string): Promise<Terms> {
    const shown = fileOf(uri);
    const [file, editor] = await Promise.all([this.nearestFile(shown), this.editorSettings(shown)]);
    const { rules, additionalFields } = mergeSettings(file?.settings ?? {}, editor.settings);
    const terms = { context: { today, additionalFields }, settingsFile: file?.uri };
    // A fields view has a layout of its own, which is not the file's.
    return shown === uri
      ? { ...terms, severities: rules, layout: editor.layout }
      : { ...terms, severities: { ...rules, 'canonical-layout': 'off' }, layout: 'fields' };
  }

  private async editorSettings(uri: string): Promise<{ settings: Partial<Settings>; layout: Layout }> {
    const item = { scopeUri: this.folderOf(canonical(uri))?.uri ?? uri, section: 'article' };
    const { connection, client } = this.sources;
    const value = client().hasConfiguration
      ? await connection.workspace.getConfiguration(item).catch(() => undefined)
      : this.told;
    const layout = LAYOUTS.find((name) => name === value?.format?.layout) ?? 'keep';
    return { settings: readSettings(value || {}, CODES).settings, layout };
  }

  /** The nearest settings file from the document's folder up to its workspace folder. */
  private async nearestFile(uri: string): Promise<{ uri: string; settings: Partial<Settings> } | undefined> {
    const shown = canonical(uri);
    const root = this.folderOf(shown);
    for (const folder of foldersUpward(shown, root && beginningOf(root))) {
      const file = folder + SETTINGS_FILE;
      let reading = this.files.get(file);
      if (!reading) {
        reading = this.readSettingsFile(file);
        this.files.set(file, reading);
      }
      const settings = await reading;
      if (settings) return { uri: file, settings };
    }
    return undefined;
  }

  /** The innermost folder of the workspace in which a file is, whose URI has the corpus's spelling. */
  private folderOf(uri: string): WorkspaceFolder | undefined {
    const [innermost] = this.folders
      .filter((folder) => uri.startsWith(beginningOf(folder)))
      .sort((a, b) => b.uri.length - a.uri.length);
    return innermost;
  }

  /** A file as people know it: by its path in the workspace, where it is in one. */
  private nameOf(uri: string): string {
    const folder = this.folderOf(uri);
    return decodeURIComponent(folder ? uri.slice(beginningOf(folder).length) : uri);
  }

  private async readSettingsFile(uri: string): Promise<Partial<Settings> | undefined> {
    const { readFile, warn } = this.sources;
    const bytes = await readFile(uri).catch(sentence);
    if (!bytes) return undefined; // As most folders.
    if (typeof bytes === 'string') {
      warn(`${this.nameOf(uri)}: This file cannot be read, so its settings do not hold. ${bytes}`);
      return undefined;
    }
    const { parse: parseJson } = await import('jsonc-parser');
    const { settings, faults } = readSettings(parseJson(new TextDecoder().decode(bytes)), CODES);
    if (faults.length > 0) warn(`${this.nameOf(uri)}: ${faults.join(' ')}`);
    return settings;
  }
}

/** The folders of the workspace that a client begins with; one that knows no such folders has a root. */
export function foldersAtFirst({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly WorkspaceFolder[] {
  const root = rootUri ?? (rootPath ? uriOfPath(rootPath) : undefined);
  return workspaceFolders ?? (root ? [{ uri: root, name: '' }] : []);
}

/** With what the URIs of all files in a folder begin, in the corpus's spelling. */
function beginningOf({ uri }: WorkspaceFolder): string {
  return `${canonical(uri).replace(/\/$/, '')}/`;
}

/** The folders of a document, each ending in a slash: its own first, `root` last, or only its own. */
function foldersUpward(uri: string, root: string | undefined): string[] {
  if (!/^[^:]+:\/.*\//.test(uri)) return []; // Not in any folder, such as `untitled:Untitled-1`.
  const own = uri.slice(0, uri.lastIndexOf('/') + 1);
  const last = root ?? own;
  const folders: string[] = [];
  for (
    let folder = own;
    folder.startsWith(last);
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
  ) {
    folders.push(folder);
  }
  return folders;
}
