/** The workspace's folders as the corpus: which files belong to it, and what they are called. */
import { canonical } from '../corpus/uris';
import type { LeftFile } from '../protocol';
import { CorpusFolder, type Listing } from './corpusFolder';

export class CorpusFolders {
  private folders: readonly CorpusFolder[] = [];

  /** Takes these folders in place of those before, with the settings that hold for each. */
  async open(listing: Listing, uris: readonly string[]): Promise<void> {
    this.folders = await Promise.all(uris.map((uri) => CorpusFolder.open(listing, canonical(uri))));
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

  /** Folders that could not be listed, and so are left out of all that is done with the corpus. */
  get unlisted(): readonly LeftFile[] {
    return this.folders.flatMap(({ unlisted }) => [...unlisted].map(([uri, reason]) => ({ uri, reason })));
  }

  /** The URIs of the files that belong to the corpus in a folder of one of these. */
  async *filesBelow(uri: string): AsyncGenerator<readonly string[]> {
    const folder = this.folders.find((candidate) => candidate.isChecked && candidate.pathOf(uri) !== undefined);
    if (folder) yield* folder.files(folder.pathOf(uri));
  }

  /** What people call a file: its path in its folder. */
  nameOf(uri: string): string {
    for (const folder of this.folders) {
      const path = folder.pathOf(uri);
      if (path !== undefined) return path;
    }
    return decodeURIComponent(uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1));
  }
}
