/** The workspace's folders as the corpus: which files belong to it, and what they are called. */
import type { WorkspaceFolder } from 'vscode-languageserver';
import { canonical } from '../../corpus/uris';
import type { LeftFile } from '../../protocol';
import { CorpusFolder, type Listing } from './folder';

export class CorpusFolders {
  private folders: readonly CorpusFolder[] = [];
  /** What stands before a file's path in the folder with the same index; nothing where there is but one folder. */
  private prefixes: readonly string[] = [];

  /** Takes these folders in place of those before, with the settings that hold for each. */
  async open(listing: Listing, folders: readonly WorkspaceFolder[]): Promise<void> {
    this.folders = await Promise.all(folders.map(({ uri }) => CorpusFolder.open(listing, canonical(uri))));
    this.prefixes = folders.length < 2 ? [''] : differing(folders).map((name) => `${name}/`);
  }

  /** Whether a file belongs to the corpus. */
  has(uri: string): boolean {
    return this.folders.some((folder) => folder.has(uri));
  }

  /** Whether a file that is open is meant when somebody speaks of the corpus; all are where no others are looked at. */
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

  /** What could not be listed or is listed under another name, and so is left out of all that is done with the corpus. */
  get unlisted(): readonly LeftFile[] {
    return this.folders.flatMap(({ unlisted }) => [...unlisted].map(([uri, reason]) => ({ uri, reason })));
  }

  /** The URIs of the files that belong to the corpus in a folder of one of these. */
  async *filesBelow(uri: string): AsyncGenerator<readonly string[]> {
    const folder = this.folders.find((candidate) => candidate.isChecked && candidate.pathOf(uri) !== undefined);
    if (folder) yield* folder.files(folder.pathOf(uri));
  }

  /** A file's path in its folder; where there are several, with that folder's name before it. No two have the same. */
  nameOf(uri: string): string {
    for (const [index, folder] of this.folders.entries()) {
      const path = folder.pathOf(uri);
      if (path !== undefined) return this.prefixes[index] + path;
    }
    return decodeURIComponent(uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1));
  }
}

/** The folders’ names, each with a number where one before it has the same: `news`, `news (2)`. */
function differing(folders: readonly WorkspaceFolder[]): readonly string[] {
  const names = new Set<string>();
  for (const { name } of folders) {
    let own = name;
    for (let count = 2; names.has(own); count++) own = `${name} (${count})`;
    names.add(own);
  }
  return [...names];
}
