/**
 * The settings in force for a document: those of the nearest `.articlerc.json`, then the editor's, then the rules'
 * defaults.
 */
import * as l10n from '@vscode/l10n';
import type { InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { mergeSettings, readSettings, type Settings } from '../core/settings';
import { dayOf } from '../core/text/date';
import { LAYOUTS, type Layout } from '../core/writing/layouts';
import type { Setting } from '../core/writing/template';
import { canonical, uriOfPath } from '../corpus/files/uris';
import { CODES } from '../corpus/rules';
import type { Terms } from '../corpus/verdict/checkFile';
import { fileOf, SETTINGS_FILE } from '../protocol';
import type { ClientSettings } from './clientSettings';
import type { ArticleDocument } from './documents/document';
import { type SettingsFileSources, SettingsFiles } from './settingsFiles';

/**
 * What a verdict depends on besides the text, and other settings. It stays the same object while nothing in it changes.
 */
export interface DocumentTerms extends Terms {
  /** Identifies these terms. No others have the same number. */
  readonly revision: number;
  /** The URI of the `.articlerc.json` in force, if there is one. */
  readonly settingsFile: string | undefined;
  /** The URI of a nearer one that is not in force because it has an error. */
  readonly faultyFile: string | undefined;
  /** The layout that formatting gives an article. */
  readonly layout: Layout;
}

/** Identifies all that the findings in a document's text depend on. */
export function stateOf(document: ArticleDocument, terms: DocumentTerms): string {
  return `${document.revision}.${terms.revision}`;
}

/** What new text in a document depends on. */
export type SettingOf = (document: ArticleDocument) => Promise<Setting>;

export interface SettingsSources extends SettingsFileSources {
  readonly clientSettings: ClientSettings;
  /** The workspace folders at startup. */
  readonly folders: readonly WorkspaceFolder[];
  readonly now: () => Date;
}

export class DocumentSettings {
  /** By folder. */
  private readonly known = new Map<string, Promise<DocumentTerms>>();
  private readonly files: SettingsFiles;
  private today = '';
  private revisions = 0;
  folders: readonly WorkspaceFolder[];

  constructor(private readonly sources: SettingsSources) {
    this.folders = sources.folders;
    this.files = new SettingsFiles(sources, (uri) => this.nameOf(uri));
  }

  /** The terms for a document. They are kept until `forget` is called or the day changes. */
  of(uri: string): Promise<DocumentTerms> {
    const today = dayOf(this.sources.now());
    if (today !== this.today) this.known.clear();
    this.today = today;
    // The files of a folder have the same terms, so they are read once: there may be very many files.
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    let terms = this.known.get(folder);
    if (!terms) {
      terms = this.read(uri, today);
      this.known.set(folder, terms);
    }
    return terms;
  }

  /** Folders are added and removed. A folder is the same one however its URI is spelled. */
  changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set([...removed, ...added].map(beginningOf));
    const more = new Map(added.map((folder) => [beginningOf(folder), { uri: folder.uri, name: folder.name }]));
    this.folders = [...this.folders.filter((folder) => !gone.has(beginningOf(folder))), ...more.values()];
  }

  /** Whether a document is of a file in a workspace folder. */
  isInWorkspace(uri: string): boolean {
    return this.folderOf(canonical(fileOf(uri))) !== undefined;
  }

  /**
   * Where a new settings file for a document goes: into its workspace folder, or beside it if it is in none. Undefined for what is
   * not on a disk.
   */
  newFileFor(uri: string): string | undefined {
    const file = canonical(fileOf(uri));
    const folder = this.folderOf(file);
    const beginning = folder ? beginningOf(folder) : file.slice(0, file.lastIndexOf('/') + 1);
    return beginning.startsWith('file:') ? beginning + SETTINGS_FILE : undefined;
  }

  /** Whether a settings file has changed since it was read. For clients that do not report that. */
  haveFilesChanged(): Promise<boolean> {
    return this.files.haveChanged();
  }

  /** Settings have changed, in the editor or in a file. */
  forget(): void {
    this.known.clear();
    this.files.forget();
  }

  private async read(uri: string, today: string): Promise<DocumentTerms> {
    const shown = fileOf(uri);
    const file = canonical(shown);
    const highest = this.foldersAround(file).at(-1);
    const [nearest, editor] = await Promise.all([
      this.files.nearest(file, highest && beginningOf(highest)),
      this.editorSettings(shown),
    ]);
    const { rules, additionalFields } = mergeSettings(nearest.settings, editor.settings);
    const context = { today, additionalFields };
    const revision = ++this.revisions;
    const terms = { revision, context, settingsFile: nearest.uri, faultyFile: nearest.faulty };
    // A fields view always has the layout `fields`, whatever the layout of its file.
    return shown === uri
      ? { ...terms, severities: rules, layout: editor.layout }
      : { ...terms, severities: { ...rules, 'canonical-layout': 'off' }, layout: 'fields' };
  }

  private async editorSettings(uri: string): Promise<{ settings: Partial<Settings>; layout: Layout }> {
    const item = { scopeUri: this.folderOf(canonical(uri))?.uri ?? uri, section: 'article' };
    const { clientSettings } = this.sources;
    const [value = clientSettings.pushed] = await clientSettings.ask([item]);
    const { format } = (value ?? {}) as { readonly format?: { readonly layout?: unknown } | null };
    const layout = LAYOUTS.find((name) => name === format?.layout) ?? 'keep';
    return { settings: this.settingsIn(value), layout };
  }

  /** The rules and fields in the section `article`. The user is warned once of each value in it that is not valid. */
  private settingsIn(section: unknown): Partial<Settings> {
    const { rules, additionalFields } = (section ?? {}) as Record<string, unknown>;
    const set = Object.entries({ rules, additionalFields }).filter(
      ([, value]) => value !== undefined && value !== null,
    );
    const { settings, faults } = readSettings(Object.fromEntries(set), CODES);
    for (const { path, message } of faults)
      this.sources.warn(l10n.t('In the setting {0}: {1}', `article.${path[0]}`, message));
    return settings;
  }

  /** The innermost workspace folder that contains a file. The file's URI has the corpus's spelling. */
  private folderOf(uri: string): WorkspaceFolder | undefined {
    return this.foldersAround(uri)[0];
  }

  /** The workspace folders that contain a file, the innermost first. */
  private foldersAround(uri: string): readonly WorkspaceFolder[] {
    return this.folders
      .filter((folder) => uri.startsWith(beginningOf(folder)))
      .sort((a, b) => b.uri.length - a.uri.length);
  }

  /** The name of a file for people: its path in the workspace folder, or its URI if it is in none. */
  private nameOf(uri: string): string {
    const folder = this.folderOf(uri);
    return decodeURIComponent(folder ? uri.slice(beginningOf(folder).length) : uri);
  }
}

/**
 * Makes a function that gives what new text in a document depends on. `isTaken` says whether a number is already in
 * use.
 */
export function settingsForWriting(settings: DocumentSettings, isTaken: Setting['isTaken']): SettingOf {
  return async ({ uri, lineEnd }) => {
    const { context, layout } = await settings.of(uri);
    return { ...context, layout, lineEnd, isTaken };
  };
}

/** The workspace folders at startup. A client that does not support workspace folders may name a root instead. */
export function foldersAtFirst({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly WorkspaceFolder[] {
  const root = rootUri ?? (rootPath ? uriOfPath(rootPath) : undefined);
  return workspaceFolders ?? (root ? [{ uri: root, name: '' }] : []);
}

/** What the URIs of all files in a folder begin with, in the corpus's spelling. */
function beginningOf({ uri }: WorkspaceFolder): string {
  return `${canonical(uri).replace(/\/$/, '')}/`;
}
