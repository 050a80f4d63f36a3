/** Finds the `.articlerc.json` in force for a file, and shows the errors of those that have any. */
import * as l10n from '@vscode/l10n';
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import type { Settings } from '../core/settings';
import { type PlacedFault, readSettingsFile, type SettingsFile } from '../corpus/settings/file';
import { countingFolders } from '../corpus/settings/folders';
import { SETTINGS_FILE, SOURCE } from '../protocol';
import { sentence } from './failures';
import type { KindOf, ReadFile, StampOf } from './files';
import type { ClientAbilities } from './start/clientAbilities';

export interface SettingsFileSources {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly readFile: ReadFile;
  readonly kindOf: KindOf;
  /** Undefined if the server has no access to a disk. */
  readonly stampOf: StampOf | undefined;
  /** The URIs of the home folder: as it is named, and with links followed. */
  readonly homes: readonly string[];
  /** Watches the settings file of a folder outside the workspace. */
  readonly watch: (folder: string) => void;
  /** Shows a warning to the user, once. */
  readonly warn: (warning: string) => void;
}

/** The settings file in force, if there is one. */
export interface Nearest {
  readonly uri: string | undefined;
  readonly settings: Partial<Settings>;
  /** The URI of a nearer one that is not in force because it has an error. */
  readonly faulty: string | undefined;
}

export class SettingsFiles {
  private files = new Map<string, Promise<SettingsFile | undefined>>();
  /** What each of them was when it was read. */
  private readonly stamps = new Map<string, string | undefined>();
  private repositories = new Map<string, Promise<boolean>>();
  /** Folders outside the workspace whose settings files are watched. */
  private readonly watched = new Set<string>();
  /** Files whose errors are shown. */
  private readonly shown = new Set<string>();

  constructor(
    private readonly sources: SettingsFileSources,
    /** The name of a file for people. */
    private readonly nameOf: (uri: string) => string,
  ) {}

  /**
   * The nearest settings file in force for a file. `uri` has the corpus's spelling; `named` is the outermost workspace
   * folder that contains the file, if any does.
   */
  async nearest(uri: string, named: string | undefined): Promise<Nearest> {
    const upward = foldersUpward(uri);
    const [own = ''] = upward;
    const homes = this.sources.homes.map((home) => `${home}/`);
    const bounds = { repository: await this.repositoryIn(upward), named: named ?? own, homes };
    let faulty: string | undefined;
    for (const folder of countingFolders(upward, bounds)) {
      if (named === undefined || folder.length < named.length) this.watch(folder);
      const file = folder + SETTINGS_FILE;
      const read = await this.read(file);
      if (read && 'settings' in read) return { uri: file, settings: read.settings, faulty };
      if (read) faulty ??= file;
    }
    return { uri: undefined, settings: {}, faulty };
  }

  /**
   * Files have changed. Those with errors are read again at once, so that an error does not stay on show once it is
   * corrected.
   */
  forget(): void {
    this.files = new Map();
    this.stamps.clear();
    this.repositories = new Map();
    for (const file of this.shown) this.read(file).catch(() => {});
  }

  /** Whether a settings file that was read, or looked for, has changed since. */
  async haveChanged(): Promise<boolean> {
    const { stampOf } = this.sources;
    if (!stampOf) return false;
    for (const [file, stamp] of this.stamps) if ((await stampOf(file)) !== stamp) return true;
    return false;
  }

  private watch(folder: string): void {
    if (this.watched.has(folder)) return;
    this.watched.add(folder);
    this.sources.watch(folder);
  }

  private async repositoryIn(upward: readonly string[]): Promise<string | undefined> {
    for (const folder of upward) if (await this.isRepository(folder)) return folder;
    return undefined;
  }

  private isRepository(folder: string): Promise<boolean> {
    const { repositories } = this;
    let is = repositories.get(folder);
    if (!is) {
      is = this.sources.kindOf(`${folder}.git`).then((kind) => kind === 'file' || kind === 'folder');
      repositories.set(folder, is);
    }
    return is;
  }

  private read(file: string): Promise<SettingsFile | undefined> {
    const { files } = this;
    let reading = files.get(file);
    if (!reading) {
      reading = this.load(file).then((read) => {
        if (files === this.files) this.show(file, read && 'faults' in read ? read.faults : []);
        return read;
      });
      files.set(file, reading);
    }
    return reading;
  }

  private async load(file: string): Promise<SettingsFile | undefined> {
    const { client, readFile, kindOf, stampOf } = this.sources;
    this.stamps.set(file, await stampOf?.(file));
    const bytes = await readFile(file).catch(sentence);
    if (typeof bytes === 'string') return unreadable(bytes);
    if (bytes) return readSettingsFile(bytes, client.countsInUtf32);
    const kind = await kindOf(file);
    if (kind === undefined || kind === 'file') return undefined; // There is none, or it has just been created.
    return unreadable(
      kind === 'folder' ? l10n.t('This is a folder.') : l10n.t('This is not a file but a link, a pipe or a device.'),
    );
  }

  /**
   * Shows errors in the file itself, and once in a message, because the problems of all files below it may have
   * changed.
   */
  private show(file: string, faults: readonly PlacedFault[]): void {
    if (faults.length === 0 && !this.shown.has(file)) return;
    if (faults.length === 0) this.shown.delete(file);
    else this.shown.add(file);
    const diagnostics = faults.map(({ range, message }) => ({
      ...{ range, severity: DiagnosticSeverity.Error, source: SOURCE },
      message: `${message} ${l10n.t('Until this is corrected, no setting in this file is used.')}`,
    }));
    this.sources.connection.sendDiagnostics({ uri: file, diagnostics }).catch(() => {}); // The connection is closing.
    if (faults.length > 0) {
      this.sources.warn(
        l10n.t('{0} has an error, so no setting in it is used. Open the file to see the error.', this.nameOf(file)),
      );
    }
  }
}

function unreadable(reason: string): SettingsFile {
  const start = { line: 0, character: 0 };
  return { faults: [{ range: { start, end: start }, message: `${l10n.t('This file cannot be read.')} ${reason}` }] };
}

/**
 * The folders above a file, the innermost first, each with a slash at its end. None for a document such as
 * `untitled:Untitled-1`.
 */
function foldersUpward(uri: string): readonly string[] {
  const [top] = /^[^:/]+:(?:\/\/[^/]*)?\//.exec(uri) ?? [];
  if (top === undefined) return [];
  const folders: string[] = [];
  for (let end = uri.lastIndexOf('/'); end >= top.length - 1; end = uri.lastIndexOf('/', end - 1)) {
    folders.push(uri.slice(0, end + 1));
  }
  return folders;
}
