/** All workspace folders together: which files belong to the corpus, and their names. */
import type { WorkspaceFolder } from 'vscode-languageserver';
import { canonical } from '../../../corpus/files/uris';
import type { LeftFile } from '../../../protocol';
import { CorpusFolder, type Listing } from './folder';

export class CorpusFolders {
  private folders: readonly CorpusFolder[] = [];
  /** For each folder, what is put before the paths of its files, such as `news/`. Empty if there is only one folder. */
  private prefixes: readonly string[] = [];

  /** Replaces the folders with these, and reads the settings of each. */
  async open(listing: Listing, folders: readonly WorkspaceFolder[]): Promise<void> {
    this.folders = await Promise.all(folders.map(({ uri }) => CorpusFolder.open(listing, canonical(uri))));
    this.prefixes = folders.length < 2 ? [''] : differing(folders).map((name) => `${name}/`);
  }

  /** Whether a file belongs to the corpus, unless it is another name of one. */
  has(uri: string): boolean {
    return this.folders.some((folder) => folder.has(uri));
  }

  /** Whether an open file belongs to the corpus. If no folder is checked, the corpus is all open files. */
  hasOpen(uri: string): boolean {
    return this.has(uri) || !this.folders.some(({ isChecked }) => isChecked);
  }

  /** The URIs of all files that belong to the corpus, in portions. */
  async *files(): AsyncGenerator<readonly string[]> {
    for (const folder of this.folders) if (folder.isChecked) yield* folder.files();
  }

  /** The URIs of all files in the workspace that may hold articles, whether they are checked or not. */
  async *allFiles(): AsyncGenerator<readonly string[]> {
    for (const folder of this.folders) yield* folder.files();
  }

  /** What the corpus leaves out because it could not be listed, or is a link to a listed file. */
  get unlisted(): readonly LeftFile[] {
    return this.folders.flatMap(({ unlisted }) => [...unlisted].map(([uri, reason]) => ({ uri, reason })));
  }

  /** Whether this is a link to a file that is listed under another name. */
  isLink(uri: string): boolean {
    return this.folders.some(({ links }) => links.has(uri));
  }

  /** What files are ordered by, as the command line finds them. */
  placeOf(uri: string): string {
    return this.nameOf(uri).replaceAll('/', '\0');
  }

  /** The URIs of the files of the corpus below a folder. */
  async *filesBelow(uri: string): AsyncGenerator<readonly string[]> {
    const folder = this.folders.find((candidate) => candidate.isChecked && candidate.pathOf(uri) !== undefined);
    if (folder) yield* folder.files(folder.pathOf(uri));
  }

  /**
   * A file's path in its folder. If there are several folders, the folder's name comes first. No two files have the
   * same name.
   */
  nameOf(uri: string): string {
    for (const [index, folder] of this.folders.entries()) {
      const path = folder.pathOf(uri);
      if (path !== undefined) return this.prefixes[index] + path;
    }
    return decodeURIComponent(uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1));
  }
}

/** The names of the folders, made unique with a number: `news`, `news (2)`. */
function differing(folders: readonly WorkspaceFolder[]): readonly string[] {
  const names = new Set<string>();
  for (const { name } of folders) {
    let own = name;
    for (let count = 2; names.has(own); count++) own = `${name} (${count})`;
    names.add(own);
  }
  return [...names];
}
