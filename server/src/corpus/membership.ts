/** Which files of a workspace folder belong to the corpus, as far as their paths tell; the content has the last word. */
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

/** Paths are relative to the workspace folder, with slashes between their parts and none at either end. */
export class Membership {
  private readonly isIncluded: (path: string) => boolean;
  private readonly isExcluded: (path: string) => boolean;
  /** The rules of each folder with a .gitignore, by the folder's path. */
  private readonly ignoring = new Map<string, Ignore>();

  /** Glob patterns as in VS Code's settings: a path has to match one of the former, and it and its folders none of the latter. */
  constructor(include: readonly string[], exclude: readonly string[]) {
    this.isIncluded = matcher(include);
    this.isExcluded = matcher(exclude);
  }

  /** Takes up the content of the .gitignore in a folder (`''` for the workspace folder). Deeper ones go before. */
  addIgnoreFile(folder: string, content: string): void {
    this.ignoring.set(folder, ignore().add(content));
  }

  /** Whether a file belongs, and all folders that it is in. */
  has(path: string): boolean {
    return this.isIncluded(path) && foldersOf(path).every((folder) => this.enters(folder)) && this.isOpen(path, path);
  }

  /** Whether files in a folder may belong, if those in the folder around it may. */
  enters(folder: string): boolean {
    return this.isOpen(folder, `${folder}/`);
  }

  /** `asIgnored` is the path as .gitignore knows it: with a slash behind a folder. */
  private isOpen(path: string, asIgnored: string): boolean {
    if (this.isExcluded(path)) return false;
    let isIgnored = false;
    for (const folder of this.ignoring.size > 0 ? ['', ...foldersOf(path)] : []) {
      const verdict = this.ignoring.get(folder)?.test(folder === '' ? asIgnored : asIgnored.slice(folder.length + 1));
      if (verdict?.ignored) isIgnored = true;
      else if (verdict?.unignored) isIgnored = false;
    }
    return !isIgnored;
  }
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
  return patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true });
}

/** The folders that a path is in, the outermost first. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    folders.push(path.slice(0, slash));
  }
  return folders;
}
